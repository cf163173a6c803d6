import "server-only";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { notify } from "@/lib/notifications/commands";
import type { PracticeToChange } from "../queries";

/** The practice that a command has written. */
export interface SavedPractice {
  id: string;
}

type PracticeSubject = Omit<PracticeToChange, "state">;

/** The audit entry of whatever happened to one practice. */
export async function auditPractice(
  tx: Tx,
  ctx: CommandContext,
  action: Parameters<typeof recordAudit>[2]["action"],
  { id, staffId, competencyId, observerId }: PracticeSubject,
  fields: Record<string, unknown>,
  supersedesId?: string,
): Promise<void> {
  const refs = { staffId, competencyId, observerId, ...(supersedesId ? { supersedesId } : {}) };
  await recordAudit(tx, ctx, { action, stream: `practice:${id}`, refs, fields });
}

/** Tells one person what happened to the practice. */
export function tellOfPractice(
  tx: Tx,
  ctx: CommandContext,
  kind: "practice.submitted" | "practice.confirmed" | "practice.not_confirmed" | "practice.withdrawn",
  toStaffId: string,
  practiceId: string,
): Promise<string> {
  return notify(tx, ctx, { kind, toStaffId, payload: { practiceId } });
}
