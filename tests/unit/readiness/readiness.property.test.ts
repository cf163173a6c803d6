import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftPatterns } from "@/lib/people/rules";
import { addDays, daysBetween } from "@/lib/platform/dates";
import type { CellFact, Readiness } from "@/lib/readiness/rules";
import { authorityStatuses } from "@/lib/sign-off/authority/rules";
import { holdingStatuses } from "@/lib/sign-off/holding/status/rules";
import { assessReadiness, type ListedFacts } from "@/tests/support/readiness";

const today = "2026-03-03";
/** For the model, within which "today" is a word. */
const now = today;
const staff = ["s1", "s2", "s3", "s4"];
const competencies = ["c1", "c2", "c3"];
const jobRoles = ["band 3", "band 4"];

const dated = fc
  .record({ from: fc.integer({ min: -3, max: 3 }), lasts: fc.option(fc.nat(4)) })
  .map(({ from, lasts }) => ({
    validFrom: addDays(today, from),
    validUntil: lasts === null ? null : addDays(today, from + lasts),
  }));

const requirement = fc.record({
  competencyId: fc.constantFrom(...competencies),
  jobRole: fc.option(fc.constantFrom(...jobRoles)),
  kind: fc.constantFrom("mandatory" as const, "optional" as const),
  dueDays: fc.nat(5),
  dates: dated,
});
const cover = fc.record({
  competencyId: fc.constantFrom(...competencies),
  shiftPattern: fc.constantFrom(...shiftPatterns),
  minimum: fc.nat(3),
  dates: dated,
});
const member = fc.record({
  jobRole: fc.option(fc.constantFrom(...jobRoles)),
  shiftPattern: fc.option(fc.constantFrom(...shiftPatterns)),
  dates: dated,
});
const cell = fc.record({
  status: fc.constantFrom(...holdingStatuses.filter((status) => status !== "voided")),
  authority: fc.constantFrom(...authorityStatuses),
  expiresOn: fc.option(fc.integer({ min: -5, max: 120 }).map((days) => addDays(today, days))),
});

function flat<T extends { dates: { validFrom: string; validUntil: string | null } }>({ dates, ...rest }: T) {
  return { ...rest, ...dates };
}

const facts: fc.Arbitrary<ListedFacts> = fc
  .record({
    requirements: fc.array(requirement, { maxLength: 6 }),
    covers: fc.array(cover, { maxLength: 5 }),
    people: fc.tuple(member, member, member, member),
    cells: fc.array(fc.option(cell), { minLength: 12, maxLength: 12 }),
  })
  .map((made) => ({
    requirements: made.requirements.map(flat),
    covers: made.covers.map(flat),
    people: made.people.map((one, index) => ({
      staffId: `s${index + 1}`,
      name: `Person ${index + 1}`,
      ...flat(one),
    })),
    cells: made.cells.flatMap((one, index): CellFact[] => {
      const staffId = staff[index % 4] ?? "";
      const competencyId = competencies[Math.floor(index / 4)] ?? "";
      return one ? [{ staffId, competencyId, ...one }] : [];
    }),
  }));

const inForce = (fact: { validFrom: string; validUntil: string | null }) =>
  daysBetween(fact.validFrom, today) >= 0 &&
  (fact.validUntil === null || daysBetween(today, fact.validUntil) > 0);

/** The model asks every question again of all the facts, one person and one competency at a time. */
function model({ requirements, covers, people, cells }: ListedFacts): Readiness {
  const asked = [...requirements.filter(inForce), ...covers.filter(inForce)].map((one) => one.competencyId);
  const competencyIds = asked.filter((id, index) => asked.indexOf(id) === index);
  const factOf = (staffId: string, id: string) =>
    cells.find((c) => c.staffId === staffId && c.competencyId === id);
  const able = (c: CellFact | undefined) =>
    (c?.status === "competent" || c?.status === "renewal-due") &&
    (c.authority === "not-needed" || c.authority === "entitled");
  const team = people.filter(inForce);
  const rows = team.map(({ staffId, name, jobRole, validFrom }) => ({
    staffId,
    name,
    cells: competencyIds.map((id) => {
      const applying = requirements.filter(
        (r) => inForce(r) && r.competencyId === id && (r.jobRole === null || r.jobRole === jobRole),
      );
      const kinds = applying.map((r) => r.kind);
      const required = kinds.includes("mandatory") ? ("mandatory" as const) : (kinds[0] ?? null);
      const fact = factOf(staffId, id);
      const status = fact?.status ?? "not-started";
      const training = ["working-towards", "ready-to-request", "awaiting-decision"].includes(status);
      const today = able(fact) ? (status === "competent" ? ("current" as const) : ("due" as const)) : null;
      const late = applying
        .filter((r) => r.kind === "mandatory")
        .map((r) => Math.min(daysBetween(r.validFrom, now), daysBetween(validFrom, now)) - r.dueDays)
        .filter((days) => days > 0);
      const overdue = late.length > 0 && (status === "not-started" || training);
      const word = today ?? (training ? ("training" as const) : ("not current" as const));
      return {
        competencyId: id,
        required,
        word: required === null && status === "not-started" ? null : word,
        status,
        authority: fact?.authority ?? ("not-needed" as const),
        expiresOn: fact?.expiresOn ?? null,
        overdueSince: overdue ? addDays(now, 1 - Math.max(...late)) : null,
      };
    }),
  }));
  const within = (days: number) =>
    rows
      .flatMap((row) =>
        row.cells.map(({ status, competencyId, expiresOn }) => ({
          staffId: row.staffId,
          status,
          competencyId,
          expiresOn,
        })),
      )
      .flatMap(({ status, expiresOn, ...rest }) =>
        (status === "competent" || status === "renewal-due") &&
        expiresOn !== null &&
        daysBetween(today, expiresOn) <= days
          ? [{ ...rest, expiresOn }]
          : [],
      )
      .sort((a, b) => daysBetween(b.expiresOn, a.expiresOn));
  return {
    competencyIds,
    rows,
    cover: covers.filter(inForce).map(({ competencyId, shiftPattern, minimum }) => {
      const holders = team
        .filter((m) => able(factOf(m.staffId, competencyId)))
        .filter((m) => [null, "any", shiftPattern].includes(m.shiftPattern) || shiftPattern === "any")
        .map((m) => m.staffId);
      return {
        competencyId,
        shiftPattern,
        minimum,
        holders,
        short: holders.length < minimum,
        singleHolder: holders.length === 1,
        onOtherShifts: team.filter((m) => able(factOf(m.staffId, competencyId))).length - holders.length,
      };
    }),
    expiring: { within30: within(30), within60: within(60), within90: within(90) },
  };
}

test("readiness is what asking every question one by one gives", () => {
  fc.assert(
    fc.property(facts, (made) => {
      expect(assessReadiness(made, today)).toEqual(model(made));
    }),
    { numRuns: 1000 },
  );
});

test("one more holder never makes cover shorter, and a suspension never longer", () => {
  fc.assert(
    fc.property(facts, fc.nat(11), (made, pick) => {
      const chosen = made.cells[pick % Math.max(made.cells.length, 1)];
      fc.pre(chosen !== undefined);
      const as = (status: CellFact["status"]) =>
        assessReadiness(
          {
            ...made,
            cells: made.cells.map((c) => (c === chosen ? { ...c, status, authority: "not-needed" } : c)),
          },
          today,
        ).cover.map(({ holders }) => holders.length);
      const [held, suspended, now] = [as("competent"), as("suspended"), assessReadiness(made, today).cover];
      now.forEach(({ holders }, index) => {
        expect(held[index]).toBeGreaterThanOrEqual(holders.length);
        expect(suspended[index]).toBeLessThanOrEqual(holders.length);
      });
    }),
  );
});

test("40 people and 30 competencies take under 5 ms", () => {
  const always = { validFrom: "2020-01-01", validUntil: null };
  const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
  const people = Array.from({ length: 40 }, (_, index) => ({
    staffId: `s${index}`,
    name: `Person ${index}`,
    jobRole: "band 4",
    shiftPattern: null,
    ...always,
  }));
  const large: ListedFacts = {
    people,
    requirements: ids.map((competencyId) => ({
      competencyId,
      jobRole: "band 4",
      kind: "mandatory",
      dueDays: 30,
      ...always,
    })),
    covers: ids.map((competencyId) => ({ competencyId, shiftPattern: "any", minimum: 2, ...always })),
    cells: people.flatMap(({ staffId }) =>
      ids.map(
        (competencyId): CellFact => ({
          staffId,
          competencyId,
          status: "competent",
          authority: "not-needed",
          expiresOn: "2026-04-01",
        }),
      ),
    ),
  };
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    assessReadiness(large, today);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[0]).toBeLessThan(5);
});
