import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { signatures, signOffDecisions, signOffSteps, staffMembers } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { RequestState, RequestStep } from "@/lib/sign-off/workflow";

const takers = alias(staffMembers, "takers");

/** One thing that happened to a request. */
export interface StepRow {
  id: string;
  requestId: string;
  number: number;
  round: number;
  step: RequestStep;
  toState: RequestState;
  takenById: string;
  takenByName: string;
  /** Of a decision: in which capacity it was signed, and the signature. */
  capacity: string | null;
  signatureId: string | null;
  note: string | null;
  takenAt: string;
}

/** Every step of the requests, latest first. */
export async function selectSteps(tx: Tx, requestIds: string[]): Promise<StepRow[]> {
  if (requestIds.length === 0) return [];
  const rows = await tx
    .select({
      id: signOffSteps.id,
      requestId: signOffSteps.requestId,
      number: signOffSteps.number,
      round: signOffSteps.round,
      step: signOffSteps.step,
      toState: signOffSteps.toState,
      takenById: signOffSteps.takenById,
      takenByName: takers.name,
      capacity: signatures.capacity,
      signatureId: signatures.id,
      note: signOffSteps.note,
      takenAt: signOffSteps.takenAt,
    })
    .from(signOffSteps)
    .innerJoin(takers, and(eq(takers.trustId, signOffSteps.trustId), eq(takers.id, signOffSteps.takenById)))
    .leftJoin(
      signOffDecisions,
      and(
        eq(signOffDecisions.trustId, signOffSteps.trustId),
        eq(signOffDecisions.requestId, signOffSteps.requestId),
        eq(signOffDecisions.round, signOffSteps.round),
        eq(signOffDecisions.outcome, sql`${signOffSteps.step}`),
      ),
    )
    .leftJoin(
      signatures,
      and(eq(signatures.trustId, signOffDecisions.trustId), eq(signatures.id, signOffDecisions.signatureId)),
    )
    .where(inArray(signOffSteps.requestId, requestIds))
    .orderBy(desc(signOffSteps.takenAt), desc(signOffSteps.number));
  return rows.map((row) => ({ ...row, takenAt: row.takenAt.toISOString() }));
}

/** Steps as others see them: what was drafted before it was sent stays with its owner. */
export function seenSteps(steps: readonly StepRow[], own: boolean): StepRow[] {
  return steps.filter(({ step }) => own || step !== "draft");
}
