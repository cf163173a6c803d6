import "server-only";
import { runCommand } from "@/db/command";
import type { CommandContext } from "@/lib/auth/actor";
import { recordPracticeIn } from "@/lib/evidence/practice/commands";
import type { PracticeInput } from "@/lib/evidence/schema";
import { requestSignOffIn } from "../commands";

/**
 * Records practice and asks for sign-off in one go: both are saved, or neither. It is the same form as recording
 * alone, so it is the same action: sending it again with the tick changed saves nothing twice.
 */
export function recordAndRequest(
  ctx: CommandContext,
  input: PracticeInput & { supervisorId: string },
  key: string,
): Promise<{ id: string; practiceId: string }> {
  return runCommand(ctx, { action: "practice.record", key, body: input }, async (tx) => {
    const { supervisorId, ...practice } = input;
    const saved = await recordPracticeIn(tx, ctx, { ...practice, submit: true });
    const request = await requestSignOffIn(tx, ctx, {
      competencyId: practice.competencyId,
      supervisorId,
      note: null,
    });
    return { id: request.id, practiceId: saved.id };
  });
}
