import { trustPath } from "@/app/_server/addresses";
import type { Actor } from "@/lib/auth/actor";
import { mayRecordPractice, mayRecordTheory } from "@/lib/evidence/policy";
import type { Subject } from "@/lib/people/policy";
import { isHeld } from "@/lib/sign-off/holding/rules";
import {
  mayApproveException,
  mayDecide,
  mayGrantEntitlement,
  mayLift,
  maySuspend,
  mayVoid,
} from "@/lib/sign-off/policy";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";

interface Props {
  actor: Actor;
  subject: Subject;
  record: CompetencyRecord;
}

/** What the actor may do with this record, by role; nothing at all where that is nothing. */
export function RecordActions(props: Props) {
  const offered = actionsFor(props).filter(({ may }) => may);
  if (offered.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-s">What you can do</h2>
      <ul className="nhsuk-list">
        {offered.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function actionsFor({ actor, subject, record }: Props) {
  const { standing, theory, request, own, version, signed } = record;
  const { status, authority } = standing;
  const { staffId, teamIds } = subject;
  const person = { ownerId: staffId, teamIds };
  const path = (...segments: string[]) => trustPath(actor, "people", staffId, ...segments);
  const here = (segment: string) => path("competencies", version.competencyId, segment);
  const query = new URLSearchParams({ competency: version.competencyId });
  const waits = request?.state === "submitted" ? request : null;
  const limitable = isHeld(status) || status === "restricted";
  const under = status === "suspended" || status === "restricted";
  return [
    {
      text: "Decide on the request for sign-off",
      href: trustPath(actor, "queue", "requests", waits?.id ?? ""),
      may: waits && mayDecide(actor, { ownerId: staffId, addressedToId: waits.addressedToId }).allowed,
    },
    {
      text: "Record practice that you watched",
      href: `${path("practice", "new")}?${query}`,
      may: !own && mayRecordPractice(actor, { ownerId: staffId }).allowed,
    },
    {
      text: "Record theory",
      href: here("theory"),
      may: theory.length > 0 && mayRecordTheory(actor, subject).allowed,
    },
    {
      text: "Grant authority",
      href: `${trustPath(actor, "authorities", "new")}?${new URLSearchParams({ person: staffId })}&${query}`,
      may: authority !== "not-needed" && mayGrantEntitlement(actor, person).allowed,
    },
    {
      text: "Suspend pending review",
      href: here("suspension"),
      may: limitable && maySuspend(actor, person).allowed,
    },
    {
      text: "Restrict to named limits",
      href: here("restriction"),
      may: limitable && maySuspend(actor, person).allowed,
    },
    {
      text: "Reinstate after reassessment",
      href: here("reinstatement"),
      may: under && mayLift(actor, staffId).allowed,
    },
    {
      text: "Approve an exception: nobody else can watch",
      href: `${trustPath(actor, "admin", "exceptions", "new")}?${new URLSearchParams({ person: staffId })}&${query}`,
      may:
        version.rule.riskLevel === "high" && !isHeld(status) && mayApproveException(actor, staffId).allowed,
    },
    {
      text: "Mark the sign-off as signed in error",
      href: trustPath(actor, "signatures", signed?.signatureId ?? "", "void"),
      may: signed && mayVoid(actor, { ownerId: staffId, signerId: signed.signerId }).allowed,
    },
  ];
}
