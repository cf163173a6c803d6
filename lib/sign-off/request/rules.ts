import type { HoldingStatus } from "../holding/rules";

/** Can somebody ask for sign-off now? The command asks the same again. */
export function canAsk(status: HoldingStatus, hasOpenRequest: boolean): boolean {
  return !hasOpenRequest && status !== "competent" && status !== "suspended" && status !== "restricted";
}

/** Whom the form proposes: whoever was asked last, else the first who may sign today, else the first. */
export function proposedSupervisor(
  supervisors: readonly { id: string; checkDue: boolean }[],
  lastAskedId: string | null,
): string | null {
  const ready = supervisors.filter(({ checkDue }) => !checkDue);
  const asked = ready.find(({ id }) => id === lastAskedId);
  return (asked ?? ready[0] ?? supervisors[0])?.id ?? null;
}
