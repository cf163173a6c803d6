import { trustPath } from "@/app/_server/addresses";
import type { Actor } from "@/lib/auth/actor";
import type { Subject } from "@/lib/people/policy";
import { type Offer, offersOn } from "@/lib/sign-off/record/offers/rules";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";

interface Props {
  actor: Actor;
  subject: Subject;
  record: CompetencyRecord;
}

/** What the actor may do with this record, by role; nothing at all where that is nothing. */
export function RecordActions(props: Props) {
  const { actor, subject, record } = props;
  const offered = offersOn(actor, subject, record);
  if (offered.length === 0) return null;
  const links = linksOf(props);
  return (
    <>
      <h2 className="nhsuk-heading-s">What you can do</h2>
      <ul className="nhsuk-list">
        {offered.map((offer) => (
          <li key={offer}>
            <a href={links[offer].href}>{links[offer].text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function linksOf({
  actor,
  subject: { staffId },
  record,
}: Props): Record<Offer, { text: string; href: string }> {
  const { request, version, signed } = record;
  const path = (...segments: string[]) => trustPath(actor, "people", staffId, ...segments);
  const here = (segment: string) => path("competencies", version.competencyId, segment);
  const competency = new URLSearchParams({ competency: version.competencyId });
  const both = new URLSearchParams({ person: staffId, competency: version.competencyId });
  return {
    decide: {
      text: "Decide on the request for sign-off",
      href: trustPath(actor, "queue", "requests", request?.id ?? ""),
    },
    "record-practice": {
      text: "Record practice that you watched",
      href: `${path("practice", "new")}?${competency}`,
    },
    "record-theory": { text: "Record theory", href: here("theory") },
    "grant-authority": { text: "Grant authority", href: `${trustPath(actor, "authorities", "new")}?${both}` },
    suspend: { text: "Suspend pending review", href: here("suspension") },
    restrict: { text: "Restrict to named limits", href: here("restriction") },
    reinstate: { text: "Reinstate after reassessment", href: here("reinstatement") },
    "approve-exception": {
      text: "Approve an exception: nobody else can watch",
      href: `${trustPath(actor, "admin", "exceptions", "new")}?${both}`,
    },
    void: {
      text: "Mark the sign-off as signed in error",
      href: trustPath(actor, "signatures", signed?.signatureId ?? "", "void"),
    },
  };
}
