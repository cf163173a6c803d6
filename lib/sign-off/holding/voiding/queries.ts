import "server-only";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IsoDate } from "@/lib/platform/dates";
import { type AuthorityRow, selectStanding } from "@/lib/sign-off/authority/queries";
import { mayVoid } from "@/lib/sign-off/policy";
import type { SignatureRow } from "@/lib/sign-off/signature/queries";
import { selectHoldingEvents } from "../queries";
import { isHeldWithout } from "./rules";

type Signed = Pick<SignatureRow, "ownerId" | "signerId" | "competencyId" | "grantId">;

/** The authorities that would end with this sign-off: for the page that voids it, and refused to whoever may not. */
export function listEndedByVoid(actor: Actor, signed: Signed, on: IsoDate): Promise<AuthorityRow[]> {
  authorise(mayVoid(actor, signed));
  const { ownerId: staffId, competencyId, grantId } = signed;
  return withTrust(actor, async (tx) => {
    if (!grantId) return [];
    const events = await selectHoldingEvents(tx, staffId, [competencyId]);
    if (isHeldWithout(events, grantId, on)) return [];
    return selectStanding(tx, { staffId, competencyId }, on);
  });
}
