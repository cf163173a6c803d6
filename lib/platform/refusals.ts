/** What sort of "no" a refusal is: decides the status shown and whether the record is admitted to exist. */
export type RefusalKind = "not-found" | "forbidden" | "conflict" | "rule" | "invalid";

export type RefusalParams = Record<string, string | number | boolean | null | readonly string[]>;

/** An expected "no". Its sentence stands in the domain's `words`; anything else that is thrown is a fault. */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly params: RefusalParams = {},
    readonly field?: string,
    /** What else is wrong, where all of it is told at once. */
    readonly others: readonly Refusal[] = [],
  ) {
    super(`${kind}: ${code}`);
  }
}

/** Throws a Refusal; typed `never`, so that callers need no return. */
export function refuse(kind: RefusalKind, code: string, params?: RefusalParams, field?: string): never {
  throw new Refusal(kind, code, params, field);
}

/** Throws one Refusal that tells of all of them; nothing where there is none. */
export function refuseAll([first, ...others]: readonly Refusal[]): void {
  if (first) throw new Refusal(first.kind, first.code, first.params, first.field, others);
}
