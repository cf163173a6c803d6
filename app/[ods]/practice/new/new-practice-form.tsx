import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { BackLink } from "@/components/ui/back-link";
import { ButtonGroup } from "@/components/ui/button";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";
import { listLastUsed, listPracticeChoices } from "@/lib/evidence/practice/choices/queries";
import { missingKinds, proposePractice } from "@/lib/evidence/practice/rules";
import type { PracticeNeed } from "@/lib/evidence/rules";
import { practiceNeedsSentence } from "@/lib/evidence/words";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { PracticeFields } from "../_form/practice-fields";
import { newPractice } from "../_form/start";
import { recordAction } from "./actions";
import { AskToo } from "./ask-too";

/** One page: what is likely is filled in, how it went is asked first. */
export async function NewPracticeForm({ actor, competencyId }: { actor: Actor; competencyId: string }) {
  const on = londonDate(now());
  const [record, lists, lastUsed] = await Promise.all([
    getCompetencyRecord(actor, actor.staffId, competencyId, on),
    listPracticeChoices(actor, on),
    listLastUsed(actor),
  ]);
  const { version, standing } = record;
  const rule = version.rule.practice;
  const proposed = proposePractice({ id: competencyId, rule, progress: standing.progress }, lists, lastUsed);
  return (
    <>
      <BackLink href={trustPath(actor, "practice", "new")}>Choose another competency</BackLink>
      <PageHeading caption="Record supervised practice">{version.title}</PageHeading>
      <Missing needs={missingKinds(standing.progress)} />
      <ActionForm
        action={recordAction.bind(null, actor.ods)}
        checkedAs="practice"
        {...(await formStart(actor))}
      >
        <PracticeFields
          competencyId={competencyId}
          rule={rule}
          lists={lists}
          start={newPractice(proposed, on)}
        />
        <AskToo actor={actor} record={record} />
        <ButtonGroup>
          <SubmitButton name="intent" value="submit">
            Confirm and save
          </SubmitButton>
          <SubmitButton name="intent" value="draft" variant="secondary">
            Save as draft
          </SubmitButton>
        </ButtonGroup>
      </ActionForm>
    </>
  );
}

function Missing({ needs }: { needs: readonly PracticeNeed[] }) {
  if (needs.length === 0) return null;
  return (
    <InsetText>
      <p>Still missing: {practiceNeedsSentence(needs)}.</p>
    </InsetText>
  );
}
