import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import type { Actor } from "@/lib/auth/actor";

/** An authoriser's part of home: entitlements are granted from a person's record. */
export function AuthoriserHome({ actor }: { actor: Actor }) {
  return (
    <section aria-labelledby="authoriser-home">
      <h2 className="nhsuk-heading-m" id="authoriser-home">
        Entitlements
      </h2>
      <p>
        Being signed off shows ability. An IR(ME)R task counts once you have entitled the person for the
        employer and they have accepted it. You can never entitle yourself.
      </p>
      <ActionLink href={trustPath(actor, "authorities")}>See who waits to be entitled</ActionLink>
    </section>
  );
}
