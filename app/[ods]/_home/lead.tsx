import { trustPath } from "@/app/_server/addresses";
import { CardGrid, NavCard } from "@/components/ui/card";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { LeadWaiting } from "./lead-waiting";

/** The education lead's part of home: what they keep in order. */
export function LeadHome({ actor }: { actor: Actor }) {
  const places = [
    {
      segment: "registrations",
      heading: "Registrations",
      text: "Record the checks of the registers that are due",
    },
    { segment: "assessors", heading: "Assessors", text: "Approve who may assess what" },
    {
      segment: "exceptions",
      heading: "Exceptions",
      text: "Where a small team has nobody else to watch a high-risk competency",
    },
    { segment: "frameworks", heading: "Frameworks", text: "Adopt the frameworks that your trust works to" },
    { segment: "teams", heading: "Requirements and cover", text: "Say what each team asks and needs" },
  ];
  return (
    <section aria-labelledby="lead-home">
      <h2 className="nhsuk-heading-m" id="lead-home">
        Waiting for the education lead
      </h2>
      <LeadWaiting actor={actor} on={londonDate(now())} />
      <h2 className="nhsuk-heading-m">Set-up</h2>
      <CardGrid>
        {places.map(({ segment, heading, text }) => (
          <li key={segment}>
            <NavCard heading={heading} href={trustPath(actor, "admin", segment)}>
              {text}
            </NavCard>
          </li>
        ))}
      </CardGrid>
    </section>
  );
}
