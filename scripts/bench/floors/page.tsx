import { TrustFrame } from "@/app/[ods]/trust-frame";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";

const nobody = "00000000-0000-7000-8000-000000000000";

const actor: Actor = {
  accountId: nobody,
  trustId: nobody,
  ods: "ZZB1",
  trustName: "Trust ZZB1",
  demo: true,
  staffId: nobody,
  name: "Amara Okafor",
  roles: [{ role: "assistant-practitioner", teamId: null }],
  teamIds: [],
  managedTeamIds: [],
  superviseeIds: [],
};

/** The first floor: the proxy and a signed-in page's layout around nothing; no session, no SQL. */
export default function FloorPage() {
  return (
    <TrustFrame actor={actor} trusts={1}>
      <PageHeading>Floor</PageHeading>
    </TrustFrame>
  );
}
