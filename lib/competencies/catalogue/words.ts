import type { z } from "zod";
import type { LegibleCompetency, Located } from "./legible";

/** One thing that is wrong with a catalogue file. */
export interface CatalogueFault {
  /** Where: `frameworks[0].groups[1].competencies[2].minDays`. */
  path: string;
  /** The code of the competency, group or framework that it stands in, where it can be read. */
  code: string | null;
  /** What is wrong, as the rest of a sentence: "must be at least 3". */
  problem: string;
}

export type CompetencyAt = Located<LegibleCompetency>;

export function faultIn({ path, value }: CompetencyAt, field: string, problem: string): CatalogueFault {
  return { path: `${path}.${field}`, code: value.code ?? null, problem };
}

export function faultSentence({ path, code, problem }: CatalogueFault): string {
  return `${path}${code ? ` (${code})` : ""} ${problem}`;
}

const typeNames: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list of two numbers",
  object: "an object",
  record: "an object",
};

export function shapeProblem(issue: z.core.$ZodIssue, present: boolean): string {
  if (!present) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map(String).join(" or ")}${found(issue.input)}`;
    case "too_small":
      return sizeProblem(issue.origin, "at least", issue.minimum, issue.input);
    case "too_big":
      return sizeProblem(issue.origin, "at most", issue.maximum, issue.input);
    case "invalid_union":
      return "must be text or a whole number";
    default:
      return `${issue.message}${found(issue.input)}`;
  }
}

function sizeProblem(origin: string, limit: string, size: number | bigint, input: unknown): string {
  if (origin === "string") return "must not be empty";
  if (origin === "array") return `must list ${limit} ${size}`;
  return `must be ${limit} ${size}${found(input)}`;
}

function found(input: unknown): string {
  return typeof input === "object" || input === undefined ? "" : `, not ${JSON.stringify(input)}`;
}
