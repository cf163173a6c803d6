import { trustPath } from "@/app/_server/addresses";
import type { Actor } from "@/lib/auth/actor";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { PracticeNeeds } from "../_record/practice-needs";
import { PracticeTable } from "../_record/practice-table";
import { PrerequisiteList, TheoryList } from "../_record/theory-list";

type Shown = Pick<CompetencyRecord, "version" | "practices" | "standing" | "theory" | "prerequisites">;

/** Everything that the supervisor sees with the request. Drafts stay with the person. */
export function WhatIsShown({ actor, record }: { actor: Actor; record: Shown }) {
  const practices = record.practices.filter(({ state }) => state !== "draft");
  return (
    <>
      <PracticeNeeds progress={record.standing.progress} awaiting={record.standing.awaiting} />
      {practices.length === 0 ? (
        <p>No practice is recorded.</p>
      ) : (
        <PracticeTable
          practices={practices}
          rule={record.version.rule.practice}
          usedUntil={record.standing.usedUntil}
          hrefOf={({ id }) => trustPath(actor, "practice", id)}
        />
      )}
      <h3 className="nhsuk-heading-s">Theory</h3>
      <TheoryList theory={record.theory} />
      <h3 className="nhsuk-heading-s">Asked for first</h3>
      <PrerequisiteList
        prerequisites={record.prerequisites}
        hrefOf={(id) => trustPath(actor, "competencies", id)}
      />
    </>
  );
}
