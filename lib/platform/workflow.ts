import { Refusal } from "@/lib/platform/refusals";

/** Every step of a workflow: the states it may be taken from, and the state it leads to. */
export type Workflow<S extends string> = Record<string, { from: readonly S[]; to: S }>;

/** May the step be taken from this state? */
export function canTake<W extends Workflow<S>, S extends string>(
  workflow: W,
  step: keyof W,
  state: S,
): boolean {
  return workflow[step]?.from.includes(state) ?? false;
}

/** The state that the step leads to; refuses where the record has moved on, by the code that has its sentence. */
export function takeStep<W extends Workflow<S>, S extends string>(
  workflow: W,
  step: keyof W,
  state: S,
  code = "step-not-possible",
): S {
  const move = workflow[step];
  if (!move?.from.includes(state)) {
    throw new Refusal("conflict", code, { step: String(step), state });
  }
  return move.to;
}
