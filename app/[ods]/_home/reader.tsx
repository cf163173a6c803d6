import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import type { Actor } from "@/lib/auth/actor";

/** For those who read records of teams: where to look. */
export function ReaderHome({ actor }: { actor: Actor }) {
  return (
    <section aria-labelledby="reader-home">
      <h2 className="nhsuk-heading-m" id="reader-home">
        Teams and people
      </h2>
      <ActionLink href={trustPath(actor, "teams")}>
        Who can do what in each team, today or on any day
      </ActionLink>
      <ActionLink href={trustPath(actor, "people")}>Find a person’s record</ActionLink>
    </section>
  );
}
