import { describe, expect, test } from "vitest";
import { expiryOn, type HoldingEvent, lastSignedOffOn, openReview } from "@/lib/sign-off/holding/rules";
import {
  type HoldingFacts,
  type HoldingStatus,
  holdingStatus,
  type Learning,
  statusWithoutErrors,
} from "@/lib/sign-off/holding/status/rules";

const nothing: Learning = {
  started: false,
  practiceMet: false,
  theoryMet: false,
  prerequisitesMet: false,
  requestState: null,
};
const ready: Learning = {
  started: true,
  practiceMet: true,
  theoryMet: true,
  prerequisitesMet: true,
  requestState: null,
};

function event(kind: HoldingEvent["kind"], on: string, more: Partial<HoldingEvent> = {}): HoldingEvent {
  const expiresOn = kind === "granted" || kind === "renewed" ? expiryOn(on, 12) : null;
  return { id: `${kind}-${on}`, kind, on, recordedAt: `${on}T09:00:00Z`, expiresOn, ...more };
}

function statusOn(
  on: string,
  events: HoldingEvent[],
  more: Partial<HoldingFacts> = {},
  knownAt?: string,
): HoldingStatus {
  return holdingStatus(
    { events, noticeDays: 60, learning: nothing, ...more },
    { on, knownAt: knownAt ?? null },
  );
}

describe("the last valid day: months are added and clamped", () => {
  const cases: [string, number | null, string | null][] = [
    ["2025-05-14", 12, "2026-05-14"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 24, "2026-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2023-02-28", 12, "2024-02-28"],
    ["2025-08-31", 6, "2026-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2025-10-31", 1, "2025-11-30"],
    ["2025-12-31", 36, "2028-12-31"],
    ["2025-12-31", null, null],
  ];
  for (const [on, months, last] of cases) {
    test(`${on} and ${months} months: ${last}`, () => expect(expiryOn(on, months)).toBe(last));
  }
});

describe("the days around renewal and expiry", () => {
  const granted = [event("granted", "2024-02-29")];
  const cases: [string, HoldingStatus][] = [
    ["2024-02-28", "not-started"],
    ["2024-02-29", "competent"],
    ["2024-12-29", "competent"],
    ["2024-12-30", "renewal-due"],
    ["2025-02-28", "renewal-due"],
    ["2025-03-01", "expired"],
  ];
  for (const [on, status] of cases)
    test(`${on}: ${status}`, () => expect(statusOn(on, granted)).toBe(status));

  test("what does not expire is never due", () => {
    expect(statusOn("2099-01-01", [event("granted", "2024-02-29", { expiresOn: null })])).toBe("competent");
  });

  test("a renewal moves the last day, and leaves the past as it was", () => {
    const renewed = [...granted, event("renewed", "2025-01-15")];
    expect(statusOn("2025-01-14", renewed)).toBe("renewal-due");
    expect(statusOn("2025-01-15", renewed)).toBe("competent");
    expect(statusOn("2026-01-15", renewed)).toBe("renewal-due");
    expect(statusOn("2026-01-16", renewed)).toBe("expired");
  });
});

describe("before it is held", () => {
  const cases: [string, Partial<Learning>, HoldingStatus][] = [
    ["nothing recorded", {}, "not-started"],
    ["something recorded", { started: true }, "working-towards"],
    ["a draft alone, which is its owner’s", { requestState: "draft" }, "not-started"],
    [
      "practice met, theory missing",
      { started: true, practiceMet: true, prerequisitesMet: true },
      "working-towards",
    ],
    ["a prerequisite missing", { ...ready, prerequisitesMet: false }, "working-towards"],
    ["all met", ready, "ready-to-request"],
    ["all met, draft", { ...ready, requestState: "draft" }, "ready-to-request"],
    ["all met, and declined since", { ...ready, declined: true }, "working-towards"],
    ["declined before anything else is there", { declined: true }, "working-towards"],
    [
      "declined, and asked again",
      { ...ready, declined: true, requestState: "submitted" },
      "awaiting-decision",
    ],
    ["submitted", { ...ready, requestState: "submitted" }, "awaiting-decision"],
    ["returned with more to do", { started: true, requestState: "returned" }, "working-towards"],
  ];
  for (const [name, learning, status] of cases) {
    test(`${name}: ${status}`, () => {
      expect(statusOn("2025-06-01", [], { learning: { ...nothing, ...learning } })).toBe(status);
    });
  }

  test("an open request does not hide what is held", () => {
    const learning: Learning = { ...ready, requestState: "submitted" };
    expect(statusOn("2025-06-01", [event("granted", "2025-01-01")], { learning })).toBe("competent");
    expect(statusOn("2026-06-01", [event("granted", "2025-01-01")], { learning })).toBe("expired");
  });
});

describe("suspension and restriction", () => {
  const granted = event("granted", "2025-01-01");

  test("suspension lasts until reinstated, and outranks expiry", () => {
    const events = [granted, event("suspended", "2025-03-01"), event("reinstated", "2025-04-01")];
    expect(statusOn("2025-02-28", events)).toBe("competent");
    expect(statusOn("2025-03-01", events)).toBe("suspended");
    expect(statusOn("2025-04-01", events)).toBe("competent");
    expect(statusOn("2026-06-01", events.slice(0, 2))).toBe("suspended");
  });

  test("a restriction lasts until reinstated, through a renewal, and gives way to expiry", () => {
    const events = [granted, event("restricted", "2025-03-01"), event("renewed", "2025-12-01")];
    expect(statusOn("2025-12-02", events)).toBe("restricted");
    expect(statusOn("2026-12-02", events)).toBe("expired");
    expect(statusOn("2026-01-01", [...events, event("reinstated", "2025-12-31")])).toBe("competent");
  });

  test("a restriction never loosens a suspension", () => {
    const events = [granted, event("suspended", "2025-03-01"), event("restricted", "2025-03-02")];
    expect(statusOn("2025-03-03", events)).toBe("suspended");
  });

  test("a reinstatement lifts the suspension that its signer saw, and leaves the restriction beneath", () => {
    const events = [granted, event("restricted", "2025-03-01"), event("suspended", "2025-03-02")];
    const lifted = [...events, event("reinstated", "2025-04-01")];
    expect(openReview(events, { on: "2025-03-05" })?.kind).toBe("suspended");
    expect(statusOn("2025-04-02", lifted)).toBe("restricted");
    expect(openReview(lifted, { on: "2025-04-02" })?.kind).toBe("restricted");
    expect(statusOn("2025-05-02", [...lifted, event("reinstated", "2025-05-01")])).toBe("competent");
  });

  test("a new grant does not lift a suspension; a revocation ends both", () => {
    const suspended = [granted, event("suspended", "2025-03-01")];
    expect(statusOn("2025-05-01", [...suspended, event("granted", "2025-04-01")])).toBe("suspended");
    const revoked = [...suspended, event("revoked", "2025-04-01")];
    expect(statusOn("2025-04-02", revoked, { learning: { ...nothing, started: true } })).toBe(
      "working-towards",
    );
    expect(statusOn("2025-05-01", [...revoked, event("granted", "2025-05-01")])).toBe("competent");
  });
});

describe("signed in error", () => {
  const first = event("granted", "2024-01-10");
  const wrong = event("granted", "2025-03-01");
  const voided = event("voided", "2025-03-09", { voidsEventId: wrong.id });

  test("the earlier sign-off shows through", () => {
    expect(statusOn("2025-03-10", [first, wrong])).toBe("competent");
    expect(statusOn("2025-03-10", [first, wrong, voided])).toBe("expired");
  });

  test("with nothing before it reads as voided, from its first day, until the person asks again", () => {
    const events = [wrong, voided];
    expect(statusOn("2025-02-28", events)).toBe("not-started");
    expect(statusOn("2025-03-02", events)).toBe("voided");
    expect(statusOn("2025-03-10", events, { learning: ready })).toBe("voided");
    expect(statusOn("2025-03-10", events, { learning: { ...ready, requestState: "submitted" } })).toBe(
      "awaiting-decision",
    );
  });

  test("a renewal stands by itself: voiding what it renewed takes nothing from it", () => {
    expect(statusOn("2025-06-02", [wrong, event("renewed", "2025-06-01"), voided])).toBe("competent");
  });

  test("a suspension outlives the void, and can still be lifted", () => {
    const events = [wrong, event("suspended", "2025-03-05"), voided];
    expect(statusOn("2025-03-10", events)).toBe("suspended");
    expect(openReview(events, { on: "2025-03-10" })?.kind).toBe("suspended");
    expect(statusOn("2025-03-12", [...events, event("granted", "2025-03-11")])).toBe("suspended");
    expect(statusOn("2025-03-12", [...events, event("reinstated", "2025-03-11")])).toBe("voided");
  });

  test("beside other people it reads as if it had never been signed", () => {
    const reads = (learning: Learning, events = [wrong, voided]) =>
      statusWithoutErrors({ events, noticeDays: 0, learning }, { on: "2025-03-10" });
    expect(reads(nothing)).toBe("not-started");
    expect(reads({ ...nothing, started: true })).toBe("working-towards");
    expect(reads(ready)).toBe("ready-to-request");
    expect(reads(nothing, [first, wrong, voided])).toBe("expired");
  });

  test("it uses up no practice, not even before the day on which the error was found", () => {
    expect(lastSignedOffOn([first, wrong, voided], { on: "2025-03-05" })).toBe("2024-01-10");
  });

  test("as it was known at the time, it was held", () => {
    expect(statusOn("2025-03-05", [wrong, voided], {}, "2025-03-05T12:00:00Z")).toBe("competent");
    expect(statusOn("2025-03-05", [wrong, voided], {}, "2025-03-09T08:59:59Z")).toBe("competent");
    expect(statusOn("2025-03-05", [wrong, voided], {}, "2025-03-09T09:00:00Z")).toBe("voided");
  });

  test("a suspension of the wrong person is undone as if it had never been", () => {
    const slip = event("suspended", "2025-03-02");
    const undone = event("voided", "2025-03-03", { voidsEventId: slip.id });
    expect(statusOn("2025-03-02", [wrong, slip, undone])).toBe("competent");
  });
});
