import "server-only";
import { type Tx, withTrust } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import type { PracticeRule } from "@/lib/competencies/rules";
import { findObserverFaults, findPlaceFaults, isEntitled } from "@/lib/evidence/places/queries";
import { mayRecordPractice } from "@/lib/evidence/policy";
import type { DirectPracticeInput, PracticeDraftInput } from "@/lib/evidence/schema";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { Refusal, refuseAll } from "@/lib/platform/refusals";
import type { PracticeFacts } from "../twins/queries";
import { practiceInputFaults } from "./rules";

/** Practice as far as its form is filled in soundly. */
type PartOfPractice = Partial<PracticeFacts> & { staffId: string; submit: boolean };

/** Refuses practice of which something can't be recorded, with everything that is wrong, as far as it is known. */
export async function requireRecordable(
  tx: Tx,
  practice: PartOfPractice & { competencyId: string },
  { rule, today }: { rule: PracticeRule; today: IsoDate },
): Promise<void> {
  const on = practice.performedOn ?? today;
  const entitled = await isEntitled(tx, practice, on);
  const faults = practiceInputFaults(practice, { entitled, ownerId: practice.staffId, today, rule });
  refuseAll([
    ...faults.map((fault) => new Refusal("invalid", fault.code, {}, fault.field)),
    ...(await findPlaceFaults(tx, practice, on)),
    ...(await findObserverFaults(tx, practice.observerId, today)),
  ]);
}

/** The same of a form of one's own practice, of which something else is wrong. */
export function checkOwn(
  ctx: CommandContext,
  input: Partial<PracticeDraftInput>,
  submit: boolean,
): Promise<void> {
  return checkForm(ctx, { ...input, staffId: ctx.actor.staffId, submit });
}

/** The same of the form of practice that the actor watched. */
export async function checkWatched(
  ctx: CommandContext,
  { staffId, ...input }: Partial<DirectPracticeInput>,
): Promise<void> {
  if (staffId === undefined) return;
  await checkForm(ctx, { ...input, staffId, observerId: ctx.actor.staffId, submit: true });
}

/** Nothing is said to whoever may not record it. */
async function checkForm(ctx: CommandContext, practice: PartOfPractice): Promise<void> {
  const { staffId: ownerId, observerId, competencyId } = practice;
  authorise(mayRecordPractice(ctx.actor, { ownerId, observerId }));
  if (competencyId === undefined) return;
  const today = londonDate(ctx.now);
  await withTrust(ctx.actor, async (tx) => {
    const { rule } = await getCompetencyVersion(tx, competencyId, today);
    await requireRecordable(tx, { ...practice, competencyId }, { rule: rule.practice, today });
  });
}
