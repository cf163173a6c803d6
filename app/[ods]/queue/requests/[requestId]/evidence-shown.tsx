import { trustPath } from "@/app/_server/addresses";
import type { Actor } from "@/lib/auth/actor";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { formatDate } from "@/lib/platform/dates";
import type { DecisionPage } from "@/lib/sign-off/decision/queries";
import { PracticeTable } from "../../../_record/practice-table";
import { PrerequisiteList, TheoryList } from "../../../_record/theory-list";
import { Typed } from "../../../_record/typed";

/** All that the signature will rest on: practice with what was written about it, theory and prerequisites. */
export function EvidenceShown({ actor, page }: { actor: Actor; page: DecisionPage }) {
  const { practices, theory, prerequisites, version } = page.evidence;
  const isSeen = ({ observerId }: PracticeRow) => page.recordVisible || observerId === actor.staffId;
  const noted = practices.filter(({ note }) => note);
  return (
    <>
      <h2 className="nhsuk-heading-m">Evidence</h2>
      {practices.length > 0 ? (
        <PracticeTable
          practices={practices}
          rule={version.rule.practice}
          hrefOf={(practice) =>
            isSeen(practice) ? trustPath(actor, "queue", "practice", practice.id) : undefined
          }
        />
      ) : (
        <p>No practice is recorded since the last sign-off.</p>
      )}
      {noted.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">Notes on practice</h3>
          <ul className="nhsuk-list">
            {noted.map(({ id, performedOn, note }) => (
              <li key={id}>
                {formatDate(performedOn)}: <Typed>{note ?? ""}</Typed>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="nhsuk-heading-s">Theory</h3>
      <TheoryList theory={theory} />
      <h3 className="nhsuk-heading-s">Competencies asked for first</h3>
      <PrerequisiteList prerequisites={prerequisites} />
    </>
  );
}
