import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkCatalogue } from "@/lib/competencies/catalogue/check";
import type { Catalogue } from "@/lib/competencies/catalogue/schema";
import { faultSentence } from "@/lib/competencies/catalogue/words";

export interface SeedDuty {
  id: string;
  seed: string;
  specialty: string;
  duty: string;
  competencies: string[];
}

const introduction = `# The duties of an assistant practitioner, and the competencies that cover them

Two published descriptions of the role name what assistant practitioners do. Each duty stands here in our own
words, with the competencies of the reference catalogue that cover it. The catalogue's values are product
defaults for clinical review, not clinical guidance.

This page is generated: \`npx tsx scripts/duties-page.ts\`.`;

export function dutiesPage(duties: SeedDuty[], catalogue: Catalogue): string {
  const competencies = catalogue.frameworks
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.competencies);
  const titles = new Map(competencies.map(({ code, title }) => [code, title]));
  const documents = [...new Set(duties.map(({ seed }) => seed))].sort();
  const specialties = [...new Set(duties.map(({ specialty }) => specialty))];

  const row = ({ id, seed, duty, competencies: codes }: SeedDuty) => {
    const covering = codes.map((code) => `${code} ${titles.get(code) ?? "(unknown)"}`).join("<br>");
    return `| ${id} | ${duty} | ${covering} | ${documents.indexOf(seed) + 1} |`;
  };
  const section = (specialty: string) => {
    const rows = duties.filter((duty) => duty.specialty === specialty).map(row);
    return [
      `## ${specialty}\n`,
      "| No. | Duty | Competencies | Named in |",
      "|---|---|---|---|",
      ...rows,
    ].join("\n");
  };
  const named = documents.map((document, index) => `${index + 1}. \`${document}\``).join("\n");
  const count = `${duties.length} duties, named in these documents:`;
  return `${[introduction, count, named, ...specialties.map(section)].join("\n\n")}\n`;
}

function generate(): void {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  const checked = checkCatalogue(read("db/seed/reference/catalogue.json"));
  if ("faults" in checked) throw new Error(checked.faults.map(faultSentence).join("\n"));
  const duties: SeedDuty[] = read("tests/fixtures/seed-duties.json");
  writeFileSync("docs/duties.md", dutiesPage(duties, checked.catalogue));
  console.log(`docs/duties.md: ${duties.length} duties`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
