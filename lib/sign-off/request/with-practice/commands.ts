import "server-only";
import { runCommand } from "@/db/command";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { recordPracticeIn } from "@/lib/evidence/practice/commands";
import { samePractice } from "@/lib/evidence/practice/twins/queries";
import type { PracticeInput } from "@/lib/evidence/schema";
import { requestSignOffIn } from "../commands";

/**
 * Records practice and asks for sign-off in one go: both are saved, or neither. It is the same form as recording
 * alone, so it is the same action with the same practice as its answer: sending it again with the tick changed
 * saves nothing twice.
 */
export function recordAndRequest(
  ctx: CommandContext,
  input: PracticeInput & { supervisorId: string },
  key: string,
): Promise<{ id: string; requestId: string }> {
  const { supervisorId, ...practice } = input;
  const alone = { ...practice, submit: true };
  const work = async (tx: Tx) => {
    const saved = await recordPracticeIn(tx, ctx, alone);
    const request = await requestSignOffIn(tx, ctx, {
      competencyId: practice.competencyId,
      supervisorId,
      note: null,
    });
    return { id: saved.id, requestId: request.id };
  };
  const once = { action: "practice.record", key, body: input };
  return runCommand(ctx, once, work, { findTwin: samePractice({ ...practice, staffId: ctx.actor.staffId }) });
}
