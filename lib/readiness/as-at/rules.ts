import { addDays, type IsoDate, londonDate } from "@/lib/platform/dates";

/** The day asked about, and until when facts may have been recorded; left out: all that is on record now. */
export interface AsAt {
  on: IsoDate;
  knownAt?: Date | undefined;
}

const hour = 3_600_000;

/** The last instant of a day in London: what had been recorded by then was known on that day. */
export function lastInstantOf(on: IsoDate): Date {
  const next = addDays(on, 1);
  const midnight = Date.parse(`${next}T00:00:00Z`);
  const begins = londonDate(new Date(midnight - hour)) === next ? midnight - hour : midnight;
  return new Date(begins - 1);
}
