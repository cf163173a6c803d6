import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import type { Actor } from "@/lib/auth/actor";
import { listCompetencies } from "@/lib/competencies/queries";
import { matchesText } from "@/lib/evidence/practice/choices/rules";
import type { IsoDate } from "@/lib/platform/dates";

interface Props {
  actor: Actor;
  on: IsoDate;
  /** What was searched for, as the address says it. */
  find: string;
  hrefOf: (competencyId: string) => string;
}

type Listed = Awaited<ReturnType<typeof listCompetencies>>[number];

/** Every competency, each framework folded up; or those that were searched for. */
export async function FindCompetency({ actor, on, find, hrefOf }: Props) {
  const all = await listCompetencies(actor, on);
  const found = find ? all.filter(({ title, code }) => matchesText(find, title, code)) : [];
  return (
    <section aria-labelledby="another">
      <h2 className="nhsuk-heading-m" id="another">
        Another competency
      </h2>
      <search>
        <form method="get">
          <TextInput
            name="find"
            label="Part of its name or code"
            type="search"
            width="20"
            defaultValue={find}
            autoComplete="off"
          />
          <Button variant="secondary">Search</Button>
        </form>
      </search>
      {find && <Found found={found} find={find} hrefOf={hrefOf} />}
      {byFramework(all).map(([title, competencies]) => (
        <Details key={title} summary={title}>
          <Links competencies={competencies} hrefOf={hrefOf} />
        </Details>
      ))}
    </section>
  );
}

function Found({ found, find, hrefOf }: Pick<Props, "find" | "hrefOf"> & { found: readonly Listed[] }) {
  if (found.length === 0) return <p>No competency has “{find}” in its name or code.</p>;
  return (
    <>
      <h3 className="nhsuk-heading-s">Found</h3>
      <Links competencies={found} hrefOf={hrefOf} />
    </>
  );
}

function Links({ competencies, hrefOf }: Pick<Props, "hrefOf"> & { competencies: readonly Listed[] }) {
  return (
    <ul className="nhsuk-list">
      {competencies.map(({ id, title }) => (
        <li key={id}>
          <a href={hrefOf(id)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

function byFramework(competencies: readonly Listed[]): [string, Listed[]][] {
  const groups = new Map<string, Listed[]>();
  for (const competency of competencies) {
    const group = groups.get(competency.frameworkTitle) ?? [];
    group.push(competency);
    groups.set(competency.frameworkTitle, group);
  }
  return [...groups];
}
