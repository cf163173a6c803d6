import type { IsoDate } from "@/lib/platform/dates";
import { type HoldingEvent, holdingOn } from "../rules";

/** Does the person still hold the competency on the day, by another sign-off that is in date, once this one is voided? */
export function isHeldWithout(events: readonly HoldingEvent[], voidedId: string, on: IsoDate): boolean {
  const { restsOn } = holdingOn(
    events.filter(({ id }) => id !== voidedId),
    { on },
  );
  return restsOn !== null && (restsOn.expiresOn === null || on <= restsOn.expiresOn);
}
