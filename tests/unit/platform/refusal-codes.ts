import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Who makes a refusal, and which argument is its code. The last three hand a code on. */
const makers: Record<string, readonly number[]> = {
  refuse: [1],
  Refusal: [1],
  deny: [0],
  requireRow: [3],
  leadFor: [2, 3],
  heldNow: [3],
};

/** Types of rules that answer with a code, which a command then refuses with. */
const faultTypes = ["RegistrationNumberFault", "RoleFault", "PracticeInputFault"];

export interface FoundCodes {
  /** Code → the file that it stands in. */
  codes: Map<string, string>;
  /** Codes that are worked out elsewhere: "domain: expression". */
  handedOn: Set<string>;
}

/** Every refusal code in the product's sources, read as text. */
export function findRefusalCodes(): FoundCodes {
  const found: FoundCodes = { codes: new Map(), handedOn: new Set() };
  for (const file of sourceFiles()) {
    const text = readFileSync(join(root, file), "utf8");
    collect(text, file, found);
    for (const type of faultTypes) collectFaults(text, type, file, found);
  }
  return found;
}

export function collect(text: string, file: string, { codes, handedOn }: FoundCodes): void {
  for (const { index, 0: call, 1: name = "" } of text.matchAll(/\b(\w+)\(/g)) {
    if (!Object.hasOwn(makers, name) || /function\s+$/.test(text.slice(0, index))) continue;
    const given = argumentsFrom(text, index + call.length);
    for (const position of makers[name] ?? []) {
      const argument = given[position];
      if (argument === undefined || /:\s*string/.test(argument)) continue;
      const literals = [...argument.replaceAll(/===?\s*"[^"]*"/g, "").matchAll(/"([\w-]+)"/g)];
      for (const [, code = ""] of literals) codes.set(code, file);
      if (literals.length === 0) handedOn.add(`${file.split("/").slice(0, 2).join("/")}: ${argument}`);
    }
  }
}

/** The words of a union type, or of its `code` where it is an object. */
function collectFaults(text: string, type: string, file: string, { codes }: FoundCodes): void {
  const [, union = ""] = new RegExp(`type ${type} =\\s*(?:\\{\\s*code:)?([^;]*);`).exec(text) ?? [];
  for (const [, code = ""] of union.matchAll(/"([\w-]+)"/g)) codes.set(code, file);
}

/** The arguments of a call whose opening bracket has just been passed. */
function argumentsFrom(text: string, start: number): string[] {
  const found = [""];
  let depth = 0;
  let quote = "";
  for (const letter of text.slice(start)) {
    if (quote) quote = letter === quote ? "" : quote;
    else if (`"'\``.includes(letter)) quote = letter;
    else if ("([{".includes(letter)) depth += 1;
    else if (")]}".includes(letter)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (letter === "," && depth === 0) {
      found.push("");
      continue;
    }
    found[found.length - 1] += letter;
  }
  return found.map((argument) => argument.trim());
}

function sourceFiles(): string[] {
  return ["lib", "app", "db"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
}
