import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/platform/dates";
import { type HoldingEvent, holdingEventKinds, holdingOn } from "@/lib/sign-off/holding/rules";
import { type HoldingStatus, holdingStatus } from "@/lib/sign-off/holding/status/rules";

const start = "2024-02-20";
const learning = {
  started: true,
  practiceMet: false,
  theoryMet: false,
  prerequisitesMet: false,
  requestState: null,
};
const noticeDays = 5;

interface Plan {
  kind: HoldingEvent["kind"];
  day: number;
  lateBy: number;
  lasts: number | null;
  voids: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(...holdingEventKinds),
  day: fc.nat(40),
  lateBy: fc.nat(3),
  lasts: fc.option(fc.nat(20)),
  voids: fc.nat(6),
});

/** Events with ids e0, e1 …, each recorded at its own minute, so that their order is never a matter of chance. */
function history(plans: Plan[]): HoldingEvent[] {
  return plans.map(({ kind, day, lateBy, lasts, voids }, index) => {
    const on = addDays(start, day);
    const dated = (kind === "granted" || kind === "renewed") && lasts !== null;
    return {
      id: `e${index}`,
      kind,
      on,
      recordedAt: `${addDays(on, lateBy)}T10:${String(index).padStart(2, "0")}:00Z`,
      expiresOn: dated ? addDays(on, lasts) : null,
      voidsEventId: kind === "voided" ? `e${voids}` : undefined,
    };
  });
}

/** The model: walk the calendar day by day and, on each day, apply that day's events in the order recorded. */
function model(events: HoldingEvent[], on: string, knownAt: string | null): HoldingStatus {
  const known = events.filter((e) => knownAt === null || e.recordedAt <= knownAt);
  const gone = (e: HoldingEvent) => known.some((v) => v.kind === "voided" && v.voidsEventId === e.id);
  let held = false;
  let lastDay: string | null = null;
  let suspended = false;
  let restricted = false;
  let error = false;
  for (let day = start; day <= on; day = addDays(day, 1)) {
    const today = known.filter((e) => e.on === day).sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    for (const e of today) {
      if (gone(e)) {
        if (e.kind === "granted") error = true;
        continue;
      }
      if (e.kind === "granted" || e.kind === "renewed") {
        held = true;
        lastDay = e.expiresOn;
      }
      if (e.kind === "suspended") suspended = true;
      if (e.kind === "restricted") restricted = true;
      if (e.kind === "reinstated" && !suspended) restricted = false;
      if (e.kind === "reinstated") suspended = false;
      if (e.kind === "revoked") [held, suspended, restricted] = [false, false, false];
    }
  }
  if (suspended) return "suspended";
  if (!held) return error ? "voided" : "working-towards";
  if (lastDay === null) return restricted ? "restricted" : "competent";
  let left = -1;
  for (let day = on; day <= lastDay; day = addDays(day, 1)) left += 1;
  if (left < 0) return "expired";
  if (restricted) return "restricted";
  return left <= noticeDays ? "renewal-due" : "competent";
}

const plans = fc.array(plan, { maxLength: 7 });
const asAt = fc.record({ day: fc.nat(60), knownDay: fc.option(fc.nat(45)) });

test("the status is what walking the calendar gives, whatever order the rows come in", () => {
  fc.assert(
    fc.property(plans, asAt, fc.boolean(), (made, { day, knownDay }, reversed) => {
      const events = history(made);
      const on = addDays(start, day);
      const knownAt = knownDay === null ? null : `${addDays(start, knownDay)}T12:00:00Z`;
      const rows = reversed ? [...events].reverse() : events;
      expect(holdingStatus({ events: rows, noticeDays, learning }, { on, knownAt })).toBe(
        model(events, on, knownAt),
      );
    }),
    { numRuns: 2000 },
  );
});

test("what is recorded later changes nothing that was known before", () => {
  fc.assert(
    fc.property(plans, plans, asAt, (before, after, { day, knownDay }) => {
      const knownAt = `${addDays(start, knownDay ?? 20)}T23:00:00Z`;
      const events = history(before).filter((e) => e.recordedAt <= knownAt);
      const later = history(after)
        .filter((e) => e.recordedAt > knownAt)
        .map((e) => ({ ...e, id: `later-${e.id}` }));
      const when = { on: addDays(start, day), knownAt };
      expect(holdingOn([...events, ...later], when)).toEqual(holdingOn(events, when));
    }),
  );
});

test("voiding an event is the same as never having written it, but for the word", () => {
  fc.assert(
    fc.property(plans, fc.nat(6), fc.nat(60), (made, pick, day) => {
      const events = history(made).filter((e) => e.kind !== "voided");
      const target = events[pick % Math.max(events.length, 1)];
      fc.pre(target !== undefined);
      const voided: HoldingEvent = {
        id: "void",
        kind: "voided",
        on: addDays(start, 50),
        recordedAt: `${addDays(start, 50)}T00:00:00Z`,
        expiresOn: null,
        voidsEventId: target?.id,
      };
      const when = { on: addDays(start, day) };
      const { voided: _, ...withVoid } = holdingOn([...events, voided], when);
      const { voided: __, ...without } = holdingOn(
        events.filter((e) => e !== target),
        when,
      );
      expect(withVoid).toEqual(without);
    }),
  );
});
