import { trustPath } from "@/app/_server/addresses";
import { refusalSentence } from "@/app/_server/words";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { DecisionPage } from "@/lib/sign-off/decision/queries";
import { outcomeWords } from "@/lib/sign-off/words";
import { type Outcome, outcomes } from "@/lib/sign-off/workflow";
import { DecisionForm } from "./decision-form";

interface Props {
  ods: string;
  actor: Actor;
  page: DecisionPage;
  /** `?decide=`; anything else means what the rules allow. */
  wanted: string | string[] | undefined;
}

/** The form for one outcome, with links to the others; words where the actor can't decide. */
export function Decide({ ods, actor, page, wanted }: Props) {
  const { mayDecide: may, checks, request } = page;
  if (!may.allowed) {
    const { code, params = {} } = may;
    return (
      <InsetText>
        <p>{refusalSentence({ kind: "forbidden", code, params })}.</p>
      </InsetText>
    );
  }
  if (checks.some(({ rule, met }) => rule <= 2 && !met)) {
    return (
      <InsetText>
        <p>You can’t decide on this request at present: the first rules say why, and what would change it.</p>
      </InsetText>
    );
  }
  const possible = outcomes.filter((outcome) => outcome !== "approve" || isApprovable(page));
  const outcome = possible.find((one) => one === wanted) ?? proposed(page, possible);
  if (!outcome) {
    return <OtherOutcomes path={trustPath(actor, "queue", "requests", request.id)} outcomes={possible} />;
  }
  return (
    <>
      <DecisionForm key={outcome} ods={ods} actor={actor} page={page} outcome={outcome} />
      <OtherOutcomes
        path={trustPath(actor, "queue", "requests", request.id)}
        outcomes={possible.filter((one) => one !== outcome)}
      />
    </>
  );
}

/** Nothing is proposed while practice waits for the signer's own answer: to return it would ask for what is there. */
function proposed({ toConfirm }: DecisionPage, [first]: readonly Outcome[]): Outcome | undefined {
  return first === "approve" || toConfirm.length === 0 ? first : undefined;
}

function OtherOutcomes({ path, outcomes: others }: { path: string; outcomes: readonly Outcome[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-s">Or decide otherwise</h2>
      <ul className="nhsuk-list">
        {others.map((outcome) => (
          <li key={outcome}>
            <a href={`${path}?decide=${outcome}#decision`}>{outcomeWords[outcome].choice}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Everything but the final assessment, which is named on the form itself. */
function isApprovable({ checks, candidates, evidence }: DecisionPage): boolean {
  const named = evidence.version.rule.finalAssessment === "professional-discussion" || candidates.length > 0;
  return named && checks.every(({ met }) => met);
}
