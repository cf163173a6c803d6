import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { listWaitingForAuthority, type WaitingForAuthority } from "@/lib/sign-off/authority/waiting/queries";
import { counted, FirstFew } from "./first-few";

/** An authoriser's part of home: who is signed off and waits for them, longest first. */
export async function AuthoriserHome({ actor }: { actor: Actor }) {
  const { toGrant, toAccept, first } = await listWaitingForAuthority(actor, londonDate(now()));
  const path = trustPath(actor, "authorities");
  return (
    <section aria-labelledby="authoriser-home">
      <h2 className="nhsuk-heading-m" id="authoriser-home">
        Entitlements to grant
      </h2>
      {toGrant === 0 ? (
        <EmptyState heading="Nobody waits for you to entitle them" />
      ) : (
        <FirstFew
          caption={`${counted(toGrant, "sign-off waits", "sign-offs wait")} for authority, longest first`}
          columns={["Competency", "Person", "Signed off"]}
          items={first.map((one) => itemOf(actor, one))}
        />
      )}
      {toAccept > 0 && (
        <p>{counted(toAccept, "authority waits", "authorities wait")} for the person to accept.</p>
      )}
      <ActionLink href={path}>See everybody who is signed off and not yet entitled</ActionLink>
    </section>
  );
}

function itemOf(actor: Actor, waiting: WaitingForAuthority) {
  const { staffId, personName, competencyId, competencyTitle, signedOffOn } = waiting;
  const query = new URLSearchParams({ person: staffId, competency: competencyId });
  return {
    id: `${staffId}/${competencyId}`,
    text: competencyTitle,
    href: `${trustPath(actor, "authorities", "new")}?${query}`,
    about: personName,
    detail: formatDate(signedOffOn),
  };
}
