import type { ReviewKind } from "../holding/rules";
import type { HoldingStatus } from "../holding/status/rules";

interface Askable {
  status: HoldingStatus;
  underReview: ReviewKind | null;
}

interface Sending {
  standing: Askable;
  supervisors: readonly object[];
}

/** Why there is nothing to ask for today; null where there is. The command refuses by the same. */
export function askFault({ status, underReview }: Askable): "already-held" | "under-review" | null {
  if (status === "competent") return "already-held";
  return underReview ? "under-review" : null;
}

/** Can a request be sent, or sent again: is there something to ask for, and somebody to ask? */
export function canSend({ standing, supervisors }: Sending): boolean {
  return supervisors.length > 0 && askFault(standing) === null;
}

/** Can somebody begin to ask for sign-off now? There is one open request at most. */
export function canAsk(record: Sending & { request: object | null }): boolean {
  return record.request === null && canSend(record);
}

/** Somebody who can be asked. */
export interface SupervisorToAsk {
  id: string;
  /** No registration of theirs may sign today until a check is recorded. */
  checkDue: boolean;
  /** When the person last asked them for a sign-off, of anything; null if never. */
  lastAskedAt: string | null;
}

/**
 * Whom a form proposes and a next step names: whoever the open request names, else, of those who may sign today,
 * whoever was asked last or comes first; else the first of all.
 */
export function supervisorToAsk<Supervisor extends SupervisorToAsk>(
  supervisors: readonly Supervisor[],
  namedId: string | null = null,
): Supervisor | null {
  const named = supervisors.find(({ id }) => id === namedId);
  const ready = supervisors.filter(({ checkDue }) => !checkDue);
  const [lastAsked] = ready
    .filter(({ lastAskedAt }) => lastAskedAt !== null)
    .sort((a, b) => instantOf(b) - instantOf(a));
  return named ?? lastAsked ?? ready[0] ?? supervisors[0] ?? null;
}

function instantOf({ lastAskedAt }: SupervisorToAsk): number {
  return lastAskedAt === null ? 0 : Date.parse(lastAskedAt);
}
