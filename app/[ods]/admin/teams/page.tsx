import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { listTeams } from "@/lib/people/places/queries";
import { maySetUpPeople } from "@/lib/people/policy";

interface Props {
  params: Promise<{ ods: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(maySetUpPeople(actor));
  const teams = await listTeams(actor);
  return (
    <>
      <BackLink href={trustPath(actor, "admin")}>Set-up</BackLink>
      <PageHeading>Requirements and cover</PageHeading>
      {teams.length === 0 && <EmptyState heading="Your trust has no teams yet" />}
      <ul className="nhsuk-list">
        {teams.map(({ id, name }) => (
          <li key={id}>
            <a href={trustPath(actor, "admin", "teams", id)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}, "Requirements and cover");
