import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listReadinessTeams } from "@/lib/readiness/queries";
import { counted, FirstFew } from "./first-few";

const shown = 10;

/** For those who read records of teams: their teams, and where to look further. */
export async function ReaderHome({ actor }: { actor: Actor }) {
  const { rows, pages } = await listReadinessTeams(actor, londonDate(now()), 1);
  const more = pages > 1 || rows.length > shown;
  return (
    <section aria-labelledby="reader-home">
      <h2 className="nhsuk-heading-m" id="reader-home">
        Teams and people
      </h2>
      {rows.length === 0 ? (
        <EmptyState heading="There is no team whose readiness you may see today" />
      ) : (
        <FirstFew
          caption={
            more ? `The first ${Math.min(shown, rows.length)} teams` : counted(rows.length, "team", "teams")
          }
          columns={["Team", "Part of", "People today"]}
          items={rows.slice(0, shown).map(({ id, name, parentName, people }) => ({
            id,
            text: name,
            href: trustPath(actor, "teams", id, "readiness"),
            about: parentName ?? actor.trustName,
            detail: String(people),
          }))}
        />
      )}
      {more && <ActionLink href={trustPath(actor, "teams")}>See all teams</ActionLink>}
      <ActionLink href={trustPath(actor, "people")}>Find a person’s record</ActionLink>
    </section>
  );
}
