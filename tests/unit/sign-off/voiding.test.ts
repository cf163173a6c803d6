import { describe, expect, test } from "vitest";
import type { HoldingEvent } from "@/lib/sign-off/holding/rules";
import { isHeldWithout } from "@/lib/sign-off/holding/voiding/rules";

const event = (id: string, kind: HoldingEvent["kind"], on: string, more: Partial<HoldingEvent> = {}) => ({
  id,
  kind,
  on,
  recordedAt: `${on}T09:00:00.000Z`,
  expiresOn: null,
  ...more,
});
const granted = event("granted", "granted", "2026-01-10", { expiresOn: "2027-01-10" });
const renewed = event("renewed", "renewed", "2026-12-01", { expiresOn: "2027-12-01" });

describe("what is held without a sign-off that is voided", () => {
  const cases: [string, HoldingEvent[], string, string, boolean][] = [
    ["the only one", [granted], "granted", "2026-02-01", false],
    ["the renewed one, while its renewal stands", [granted, renewed], "granted", "2026-12-02", true],
    ["a renewal, on the last day of what it renewed", [granted, renewed], "renewed", "2027-01-10", true],
    ["a renewal, the day after", [granted, renewed], "renewed", "2027-01-11", false],
    [
      "one whose other was voided before",
      [granted, renewed, event("void", "voided", "2026-12-02", { voidsEventId: "granted" })],
      "renewed",
      "2026-12-03",
      false,
    ],
    [
      "a renewal under a suspension, which is no other sign-off",
      [granted, renewed, event("s", "suspended", "2026-12-02")],
      "renewed",
      "2026-12-03",
      true,
    ],
  ];
  test.each(cases)("%s", (_, events, voidedId, on, held) => {
    expect(isHeldWithout(events, voidedId, on)).toBe(held);
  });
});
