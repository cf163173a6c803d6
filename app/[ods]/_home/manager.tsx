import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { namesIn } from "@/lib/readiness/attention/words";
import { listManagedReadiness } from "@/lib/readiness/queries";
import { AttentionList } from "../teams/[teamId]/readiness/attention-list";

const shown = 5;

/** A manager's or deputy's part of home: what needs attention today, team by team. */
export async function ManagerHome({ actor }: { actor: Actor }) {
  const teams = await listManagedReadiness(actor, londonDate(now()), shown);
  return (
    <section aria-labelledby="manager-home">
      <h2 className="nhsuk-heading-m" id="manager-home">
        Your teams today
      </h2>
      {teams.length === 0 && <EmptyState heading="You lead no team today" />}
      {teams.map((team) => {
        const path = trustPath(actor, "teams", team.team.id, "readiness");
        return (
          <section key={team.team.id} aria-labelledby={`team-${team.team.id}`}>
            <h3 className="nhsuk-heading-s" id={`team-${team.team.id}`}>
              <a href={path}>{team.team.name}</a>
            </h3>
            {team.columns.length === 0 ? (
              <p>Nothing is asked of this team yet.</p>
            ) : (
              <AttentionList readiness={team.readiness} names={namesIn(team)} path={path} />
            )}
          </section>
        );
      })}
      {actor.managedTeamIds.length > shown && (
        <ActionLink href={trustPath(actor, "teams")}>All {actor.managedTeamIds.length} teams</ActionLink>
      )}
    </section>
  );
}
