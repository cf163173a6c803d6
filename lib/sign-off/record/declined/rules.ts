import { addDays, type IsoDate } from "@/lib/platform/dates";

/** For how long a declined request stays in sight of its owner. */
const newsDays = 28;

/** The first day whose declined requests are still in sight. */
export function declinedSince(on: IsoDate): IsoDate {
  return addDays(on, -newsDays);
}
