import type { z } from "zod";
import { crossFaults } from "./cross-checks";
import { readLegible } from "./legible";
import { type Catalogue, catalogueSchema } from "./schema";
import { type CatalogueFault, shapeProblem } from "./words";

export type CatalogueCheck = { catalogue: Catalogue } | { faults: CatalogueFault[] };

/** Reads a catalogue file, or names everything that is wrong with it, in the order of the file's rules. */
export function checkCatalogue(json: unknown): CatalogueCheck {
  const parsed = catalogueSchema.safeParse(json, { reportInput: true });
  const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => shapeFaults(json, issue));
  const faults = [...shape, ...crossFaults(readLegible(json))];
  return parsed.success && faults.length === 0 ? { catalogue: parsed.data } : { faults };
}

function shapeFaults(json: unknown, issue: z.core.$ZodIssue): CatalogueFault[] {
  const code = nearestCode(json, issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      code,
      problem: "is not a field of this format",
    }));
  const present = valueAt(json, issue.path) !== undefined;
  return [{ path: pathText(issue.path), code, problem: shapeProblem(issue, present) }];
}

function nearestCode(json: unknown, path: readonly PropertyKey[]): string | null {
  for (let depth = path.length; depth > 0; depth--) {
    const code = valueAt(json, [...path.slice(0, depth), "code"]);
    if (typeof code === "string") return code;
  }
  return null;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    json,
  );
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}
