import { trustPath } from "@/app/_server/addresses";
import { Details } from "@/components/ui/details";

interface Props {
  ods: string;
  others: readonly { staffId: string; name: string }[];
}

/** Who is in the team too: supervisors most often, of whom it asks nothing itself. */
export function OthersInTeam({ ods, others }: Props) {
  if (others.length === 0) return null;
  return (
    <Details summary={`${others.length} more in this team, of whom nothing is asked`}>
      <ul className="nhsuk-list">
        {others.map(({ staffId, name }) => (
          <li key={staffId}>
            <a href={trustPath({ ods }, "people", staffId)}>{name}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
