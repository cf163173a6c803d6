import { z } from "zod";

// What can be read of a file that may be faulty: an unreadable value is absent, and keeps its place in a list.
// It lets the cross-checks name their faults in the same run as those of shape.
const maybe = <T extends z.ZodType>(value: T) => value.optional().catch(undefined);
const list = <T extends z.ZodType>(item: T) => z.array(maybe(item)).catch([]);
const text = z.string();
const number = z.number();
const part = <T extends z.ZodRawShape>(shape: T) => maybe(z.object(shape));

const competency = z.object({
  code: maybe(text),
  prerequisites: part({ theory: list(text), competencies: list(text) }),
  observationsRequired: maybe(number),
  minObservers: maybe(number),
  minDays: maybe(number),
  settings: list(text),
  supervisionLevels: part({ direct: maybe(number), indirect: maybe(number) }),
  renewal: part({ observations: maybe(number), kind: maybe(text) }),
  riskLevel: maybe(text),
  signOffProfessions: list(text),
  nos: list(text),
  flags: part({
    irmerOperator: maybe(z.boolean()),
    scopeByBand: maybe(z.record(text, maybe(z.object({ settings: list(text) })))),
  }),
  sources: list(text),
});

const group = z.object({ code: maybe(text), competencies: list(competency) });

const catalogue = z.object({
  professions: list(z.object({ code: maybe(text), name: maybe(text) })),
  sources: list(z.object({ key: maybe(text) })),
  frameworks: list(z.object({ code: maybe(text), groups: list(group) })),
});

const nothing = { professions: [], sources: [], frameworks: [] };

export type Legible = z.infer<typeof catalogue>;
export type LegibleCompetency = z.infer<typeof competency>;

export function readLegible(json: unknown): Legible {
  return catalogue.catch(nothing).parse(json);
}

export interface Located<T> {
  path: string;
  value: T;
}

/** The readable entries of a list, each with its place in the file. */
export function located<T>(items: readonly (T | undefined)[] | undefined, path: string): Located<T>[] {
  return (items ?? []).flatMap((value, index) =>
    value === undefined ? [] : [{ path: `${path}[${index}]`, value }],
  );
}
