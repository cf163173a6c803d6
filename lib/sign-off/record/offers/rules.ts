import type { Actor } from "@/lib/auth/actor";
import { mayRecordPractice, mayRecordTheory } from "@/lib/evidence/policy";
import type { Subject } from "@/lib/people/policy";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import {
  mayApproveException,
  mayDecide,
  mayGrantEntitlement,
  mayLift,
  maySuspend,
  mayVoid,
} from "@/lib/sign-off/policy";
import type { RequestState } from "@/lib/sign-off/workflow";
import type { Standing } from "../rules";

/** What somebody else than the person can do about one of their competencies, in the order in which it is shown. */
export const offers = [
  "decide",
  "record-practice",
  "record-theory",
  "grant-authority",
  "suspend",
  "restrict",
  "reinstate",
  "approve-exception",
  "void",
] as const;

export type Offer = (typeof offers)[number];

interface OfferFacts {
  standing: Pick<Standing, "status" | "authority" | "underReview" | "signedInError">;
  theory: readonly object[];
  /** The open one. */
  request: { state: RequestState; addressedToId: string } | null;
  version: { rule: { riskLevel: string } };
  signed: { signerId: string } | null;
  exceptionInForce: boolean;
}

/** What the actor is offered: nothing that its command would refuse for a reason known here. */
export function offersOn(actor: Actor, subject: Subject, record: OfferFacts): Offer[] {
  const { standing, request, signed } = record;
  const { staffId: ownerId, teamIds } = subject;
  const person = { ownerId, teamIds };
  const limitable =
    (isHeld(standing.status) || standing.status === "restricted") && maySuspend(actor, person).allowed;
  const waits = request?.state === "submitted" ? request : null;
  const highRisk = record.version.rule.riskLevel === "high";
  const open: Record<Offer, boolean> = {
    decide: waits !== null && mayDecide(actor, { ownerId, addressedToId: waits.addressedToId }).allowed,
    "record-practice": actor.staffId !== ownerId && mayRecordPractice(actor, { ownerId }).allowed,
    "record-theory": record.theory.length > 0 && mayRecordTheory(actor, subject).allowed,
    "grant-authority":
      standing.authority !== "not-needed" &&
      !standing.signedInError &&
      mayGrantEntitlement(actor, person).allowed,
    suspend: limitable,
    restrict: limitable,
    reinstate: standing.underReview !== null && mayLift(actor, ownerId).allowed,
    "approve-exception":
      highRisk &&
      !isHeld(standing.status) &&
      !record.exceptionInForce &&
      mayApproveException(actor, ownerId).allowed,
    void: signed !== null && mayVoid(actor, { ownerId, signerId: signed.signerId }).allowed,
  };
  return offers.filter((offer) => open[offer]);
}
