import { Radios } from "@/components/forms/radios";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { outcomeText } from "@/lib/evidence/words";
import { formatDate } from "@/lib/platform/dates";
import type { DecisionPage } from "@/lib/sign-off/decision/queries";
import { remedyWords } from "@/lib/sign-off/decision/words";

/** The final assessment is part of the decision: practice that the signer confirmed themselves, or a discussion. */
export function FinalAssessmentField({ page: { evidence, candidates } }: { page: DecisionPage }) {
  if (evidence.version.rule.finalAssessment === "professional-discussion") {
    return (
      <Textarea
        name="assessmentNote"
        label="Final assessment: what you discussed, and what it showed"
        hint="Give no patient details"
      />
    );
  }
  const [latest] = candidates;
  if (!latest) {
    return (
      <InsetText>
        <p>
          You have not confirmed any practice that could be the final assessment.{" "}
          {remedyWords["name-watched-practice"]({})}.
        </p>
      </InsetText>
    );
  }
  return (
    <Radios
      name="assessmentPracticeId"
      legend="Final assessment: which practice that you watched?"
      hint="Practice that counts, and that you confirmed yourself"
      options={candidates.map((practice) => ({
        value: practice.id,
        label: `${formatDate(practice.performedOn)}, ${practice.settingName}`,
        hint: described(practice),
      }))}
      defaultValue={latest.id}
    />
  );
}

function described({ supervision, outcome, equipmentName, performances }: PracticeRow): string {
  const many = performances > 1 ? `${performances} alike` : null;
  const watched = supervision === "direct" ? "direct supervision" : "indirect supervision";
  return [outcomeText(outcome), watched, many, equipmentName].filter(Boolean).join(", ");
}
