import "server-only";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { refuse } from "@/lib/platform/refusals";
import { getRequestIn, type RequestRow, type StepRow, selectSteps } from "./queries";

/** The actor's own request with its steps, latest first. Refuses "not-found" for anybody else's. */
export function getOwnRequest(actor: Actor, id: string): Promise<{ request: RequestRow; steps: StepRow[] }> {
  return withTrust(actor, async (tx) => {
    const request = await getRequestIn(tx, id);
    if (request.staffId !== actor.staffId) refuse("not-found", "request-not-found");
    return { request, steps: await selectSteps(tx, [request.id]) };
  });
}
