import { addDays, type IsoDate } from "@/lib/platform/dates";

/** For how long what was declined or not confirmed stays in sight of its owner. */
const newsDays = 28;

/** The first day whose news are still in sight. */
export function newsSince(on: IsoDate): IsoDate {
  return addDays(on, -newsDays);
}
