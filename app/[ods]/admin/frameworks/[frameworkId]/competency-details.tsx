import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import type { getFramework } from "@/lib/competencies/frameworks/queries";
import {
  practiceRuleSentences,
  signersSentence,
  validitySentence,
} from "@/lib/competencies/practice-rule/words";
import { finalAssessmentWords, riskWords } from "@/lib/competencies/words";

type Competency = Awaited<ReturnType<typeof getFramework>>["competencies"][number];

/** One competency of a framework version and everything that it asks. */
export function CompetencyDetails({ competency }: { competency: Competency }) {
  const { code, title, description, rule, theory, prerequisites, productDefaults } = competency;
  return (
    <Details summary={`${code} ${title}`}>
      <p>{description}</p>
      <SummaryList
        rows={[
          { key: "Supervised practice", value: <Lines lines={practiceRuleSentences(rule.practice)} /> },
          { key: "Theory first", value: <Lines lines={theory.map(({ name }) => name)} /> },
          ...(prerequisites.length > 0
            ? [{ key: "Builds on", value: <Lines lines={prerequisites.map((one) => one.title)} /> }]
            : []),
          { key: "Final assessment", value: finalAssessmentWords[rule.finalAssessment] },
          { key: "Signed off by", value: signersSentence(rule) },
          { key: "Valid for", value: validitySentence(rule) },
          { key: "Risk", value: riskWords[rule.riskLevel] },
          ...(rule.needsEntitlement
            ? [{ key: "Entitlement", value: "Counts once the employer has entitled the person (IR(ME)R)" }]
            : []),
        ]}
      />
      {productDefaults && <p>Product default, not yet clinically reviewed.</p>}
    </Details>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="nhsuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
