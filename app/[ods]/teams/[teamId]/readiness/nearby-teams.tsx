import { trustPath } from "@/app/_server/addresses";
import type { TeamName } from "@/lib/readiness/queries";
import { withQuery } from "../as-at";

interface Props {
  actor: { ods: string };
  parent: TeamName | null;
  subTeams: readonly TeamName[];
  /** Keeps the day. */
  query: Record<string, string | undefined>;
}

/** The team above and those below, whose people this page leaves to their own. */
export function NearbyTeams({ actor, parent, subTeams, query }: Props) {
  const teams = [
    ...(parent ? [{ ...parent, place: "above" }] : []),
    ...subTeams.map((team) => ({ ...team, place: "below" })),
  ];
  if (teams.length === 0) return null;
  return (
    <section aria-labelledby="nearby">
      <h2 className="nhsuk-heading-m" id="nearby">
        Teams above and below
      </h2>
      <ul className="nhsuk-list">
        {teams.map(({ id, name, place }) => (
          <li key={id}>
            <a href={withQuery(trustPath(actor, "teams", id, "readiness"), query)}>{name}</a>, {place} this
            team
          </li>
        ))}
      </ul>
    </section>
  );
}
