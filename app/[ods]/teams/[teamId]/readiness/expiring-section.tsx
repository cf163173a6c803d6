import { CardGrid, StatCard } from "@/components/ui/card";
import type { Names } from "@/lib/readiness/attention/words";
import type { Readiness } from "@/lib/readiness/rules";
import { ExpiringTable } from "../expiring-table";
import { namedExpiring } from "../named-expiring";

const shown = 10;

interface Props {
  ods: string;
  expiring: Readiness["expiring"];
  names: Names;
  /** The whole list of what runs out within so many days. */
  hrefOf: (days: "30" | "60" | "90") => string;
}

/** How many sign-offs run out within 30, 60 and 90 days, and the first of them. */
export function ExpiringSection({ ods, expiring, names, hrefOf }: Props) {
  const { within30, within60, within90 } = expiring;
  const counts = [
    { days: "30", number: within30.length },
    { days: "60", number: within60.length },
    { days: "90", number: within90.length },
  ] as const;
  return (
    <>
      <CardGrid narrow>
        {counts.map(({ days, number }) => (
          <li key={days}>
            <StatCard number={number} label={`within ${days} days`} href={hrefOf(days)} />
          </li>
        ))}
      </CardGrid>
      {within90.length > 0 && (
        <ExpiringTable
          caption={
            within90.length > shown ? `The first ${shown} to run out` : "All that run out within 90 days"
          }
          expiring={namedExpiring(ods, within90.slice(0, shown), names)}
        />
      )}
    </>
  );
}
