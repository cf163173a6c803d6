import { withTrust } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { proveDemonstration } from "@/lib/auth/proof";
import { approveAssessor } from "@/lib/competencies/assessors/commands";
import { adoptFramework } from "@/lib/competencies/frameworks/commands";
import { setCover, setRequirement } from "@/lib/competencies/requirements/commands";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { correctPractice, recordPractice, recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { commentOnPractice } from "@/lib/evidence/practice/comments/commands";
import { withdrawPractice } from "@/lib/evidence/practice/withdrawals/commands";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { addEquipment, addJobRole, addSetting, addSite, addTeam } from "@/lib/people/places/commands";
import { clearConditions } from "@/lib/people/registrations/clearances/commands";
import { recordRegistration, recordRegistrationCheck } from "@/lib/people/registrations/commands";
import { giveRole } from "@/lib/people/roles/commands";
import { addStaffMember, startMembership } from "@/lib/people/staff/commands";
import { startSupervision } from "@/lib/people/supervision/commands";
import { londonDate } from "@/lib/platform/dates";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { gatherEvidence } from "@/lib/sign-off/decision/evidence/queries";
import { approveException } from "@/lib/sign-off/exception/commands";
import { restrictHolding, suspendHolding } from "@/lib/sign-off/holding/commands";
import { findOpenReview } from "@/lib/sign-off/holding/queries";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import {
  requestSignOff,
  resubmitSignOff,
  takeOverRequest,
  withdrawRequest,
} from "@/lib/sign-off/request/commands";
import { draftRequest } from "@/lib/sign-off/request/draft/commands";
import type { CommandName, Inputs } from "./plan/planned";

type Command<Input> = (ctx: CommandContext, input: Input, key: string) => Promise<{ id: string }>;

/** Signs what is there at that moment, as the page would have shown it. */
const decide: Command<Inputs["decideSignOff"]> = async (ctx, { staffId, competencyId, ...input }, key) => {
  const subject = { staffId, competencyId };
  const { hash } = await withTrust(ctx.actor, (tx) => gatherEvidence(tx, subject, londonDate(ctx.now)));
  const proof = proveDemonstration(ctx.actor, ctx.now);
  return decideSignOff(ctx, { ...input, seenEvidenceHash: hash }, proof, key);
};

const reinstate: Command<Inputs["reinstateHolding"]> = async (ctx, input, key) => {
  const review = await withTrust(ctx.actor, (tx) => findOpenReview(tx, input, londonDate(ctx.now)));
  const seenEventId = review?.id ?? "";
  return reinstateHolding(ctx, { ...input, seenEventId }, proveDemonstration(ctx.actor, ctx.now), key);
};

const voidLatest: Command<Inputs["voidSignOff"]> = async (ctx, { staffId, competencyId, reason }, key) => {
  const { signed } = await getCompetencyRecord(ctx.actor, staffId, competencyId, londonDate(ctx.now));
  const proof = proveDemonstration(ctx.actor, ctx.now);
  return voidSignOff(ctx, { signatureId: signed?.signatureId ?? "", reason }, proof, key);
};

/** The product's commands by the names that the plan uses. */
export const commands: { [Name in CommandName]: Command<Inputs[Name]> } = {
  addSite,
  addSetting,
  addEquipment,
  addTeam,
  addJobRole,
  addStaffMember,
  startMembership,
  giveRole,
  startSupervision,
  recordRegistration,
  recordRegistrationCheck,
  clearConditions,
  adoptFramework,
  setRequirement,
  setCover,
  approveAssessor,
  recordTheory,
  recordPractice,
  correctPractice,
  recordWatchedPractice,
  answerPractice,
  withdrawPractice,
  commentOnPractice,
  requestSignOff,
  resubmitSignOff,
  withdrawRequest,
  takeOverRequest,
  decideSignOff: decide,
  suspendHolding,
  restrictHolding,
  reinstateHolding: reinstate,
  voidSignOff: voidLatest,
  approveException,
  draftRequest,
  grantAuthority,
  acceptAuthority,
};
