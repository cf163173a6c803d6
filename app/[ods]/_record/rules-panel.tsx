import { Details } from "@/components/ui/details";
import { InsetText } from "@/components/ui/inset-text";
import { SummaryList } from "@/components/ui/summary-list";
import {
  practiceRuleSentences,
  signersSentence,
  validitySentence,
} from "@/lib/competencies/practice-rule/words";
import type { CompetencyRule } from "@/lib/competencies/rules";
import { finalAssessmentWords, riskWords } from "@/lib/competencies/words";
import type { Standing } from "@/lib/sign-off/record/rules";
import { PracticeNeeds } from "./practice-needs";

interface Props {
  version: { rule: CompetencyRule; productDefaults: boolean };
  standing: Pick<Standing, "progress" | "awaiting">;
}

/** What the competency asks for in plain words, how far it is met, and which kind of practice is missing. */
export function RulesPanel({ version: { rule, productDefaults }, standing: { progress, awaiting } }: Props) {
  return (
    <>
      <PracticeNeeds progress={progress} awaiting={awaiting} />
      <Details summary="What this competency asks for">
        <h3 className="nhsuk-heading-s">Supervised practice</h3>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {practiceRuleSentences(rule.practice).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <h3 className="nhsuk-heading-s">Sign-off</h3>
        <SummaryList
          rows={[
            { key: "Final assessment", value: finalAssessmentWords[rule.finalAssessment] },
            { key: "Signed off by", value: signersSentence(rule) },
            { key: "Valid for", value: validitySentence(rule) },
            { key: "Risk", value: riskWords[rule.riskLevel] },
            ...authorityRows(rule),
          ]}
        />
      </Details>
      {productDefaults && <ProductDefaults />}
    </>
  );
}

/** Nobody at the trust has reviewed these numbers yet, and the screen says so. */
export function ProductDefaults() {
  return (
    <InsetText>
      <p>
        These numbers are product defaults, for clinical review. Your trust has not confirmed or changed them
        yet.
      </p>
    </InsetText>
  );
}

function authorityRows({ needsEntitlement, needsScopeExtension }: CompetencyRule) {
  const rows = [];
  if (needsEntitlement) {
    rows.push({ key: "Entitlement", value: "Counts once the employer has granted it (IR(ME)R)" });
  }
  if (needsScopeExtension) {
    rows.push({ key: "Scope extension", value: "Counts once the employer has granted it" });
  }
  return rows;
}
