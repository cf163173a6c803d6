import fc from "fast-check";
import { expect, test } from "vitest";
import type { PracticeRule } from "@/lib/competencies/rules";
import {
  assessPractice,
  type PracticeFact,
  type PracticeNeed,
  practiceNotCounted,
  practiceOutcomes,
} from "@/lib/evidence/rules";
import { practiceStates } from "@/lib/evidence/workflow";
import { aPractice, fewSettings } from "./practice-facts";
import { modelAwaitsRepeat, modelCountedIds } from "./practice-model";

const rules: fc.Arbitrary<PracticeRule> = fc
  .record({
    minObservers: fc.integer({ min: 1, max: 2 }),
    minDays: fc.integer({ min: 1, max: 3 }),
    settingKinds: fc.subarray(fewSettings),
    directRequired: fc.integer({ min: 1, max: 4 }),
    indirectRequired: fc.integer({ min: 0, max: 3 }),
    stoppedResets: fc.boolean(),
    simulationFirst: fc.boolean(),
    directOnly: fc.boolean(),
    equipmentSpecific: fc.boolean(),
  })
  .map((rule) => ({ ...rule, performancesRequired: rule.directRequired + rule.indirectRequired }));

const practice = fc.record({
  performedOn: fc.constantFrom("2026-05-13", "2026-05-14", "2026-05-15"),
  recordedAt: fc.constantFrom("2026-05-16T08:00:00.000Z", "2026-05-16T09:00:00.000Z"),
  settingKind: fc.constantFrom(...fewSettings),
  supervision: fc.constantFrom("direct" as const, "indirect" as const),
  performances: fc.integer({ min: 1, max: 3 }),
  simulated: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  outcome: fc.oneof(
    { weight: 3, arbitrary: fc.constant("achieved" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...practiceOutcomes) },
  ),
  observerId: fc.constantFrom("watcher-a", "watcher-b"),
  state: fc.oneof(
    { weight: 5, arbitrary: fc.constant("confirmed" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...practiceStates) },
  ),
});
const practices = fc
  .array(practice, { maxLength: 10 })
  .map((all) => all.map((changes, place) => aPractice({ ...changes, id: `p${place}` })));

const runs = { numRuns: 2000 };

test("counts what a brute-force reading of the rule counts, and needs what is then missing", () => {
  fc.assert(
    fc.property(rules, practices, (rule, facts) => {
      const { met, needs, countedIds } = assessPractice(rule, facts);
      expect(countedIds).toEqual(modelCountedIds(rule, facts));
      const counted = facts.filter(({ id }) => countedIds.includes(id));
      const total = (some: PracticeFact[]) => some.reduce((sum, { performances }) => sum + performances, 0);
      expect(have(needs, "performances")).toBe(total(counted));
      expect(have(needs, "direct")).toBe(total(counted.filter((p) => p.supervision === "direct")));
      if (rule.minDays > 1) expect(have(needs, "days")).toBe(new Set(counted.map((p) => p.performedOn)).size);
      if (rule.minObservers > 1) {
        expect(have(needs, "observers")).toBe(new Set(counted.map((p) => p.observerId)).size);
      }
      expect(needs.filter(({ code }) => code === "setting").map(({ settingKind }) => settingKind)).toEqual(
        rule.settingKinds,
      );
      expect(needs.some(({ code }) => code === "repeat-after-stop")).toBe(modelAwaitsRepeat(rule, facts));
      expect(met).toBe(needs.every((need) => need.have >= need.needed && need.met));
    }),
    runs,
  );
});

test("does not depend on the order in which practice is read", () => {
  const shuffled = practices.chain((facts) =>
    fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
  );
  fc.assert(
    fc.property(rules, shuffled, (rule, [facts, others]) => {
      expect(assessPractice(rule, others)).toEqual(assessPractice(rule, facts));
    }),
    runs,
  );
});

test("one more achieved under direct supervision in an accepted setting never lowers a count", () => {
  fc.assert(
    fc.property(rules, practices, practice, (rule, facts, extra) => {
      const settingKind = rule.settingKinds[0] ?? extra.settingKind;
      const good = aPractice({
        ...extra,
        id: "extra",
        settingKind,
        supervision: "direct",
        simulated: false,
        outcome: "achieved",
        state: "confirmed",
      });
      const before = assessPractice(rule, facts);
      const after = assessPractice(rule, [...facts, good]);
      for (const was of before.needs.filter(({ code }) => code !== "repeat-after-stop")) {
        expect(same(after.needs, was)?.have).toBeGreaterThanOrEqual(was.have);
      }
      if (before.met) expect(after.met).toBe(true);
    }),
    runs,
  );
});

test("what is not confirmed, or is only simulated or prompted, counts for nothing by itself", () => {
  fc.assert(
    fc.property(rules, practices, (rule, facts) => {
      const idle = facts.map((fact) => ({ ...fact, outcome: "prompted" as const }));
      expect(assessPractice(rule, idle).countedIds).toEqual([]);
      const counted = assessPractice(rule, facts).countedIds;
      const confirmed = facts.filter(({ state }) => state === "confirmed");
      expect(assessPractice(rule, confirmed).countedIds).toEqual(counted);
    }),
    runs,
  );
});

test("a stopped performance after all others never raises a count, and never leaves the rule met", () => {
  fc.assert(
    fc.property(rules, practices, (rule, facts) => {
      const stopped = aPractice({ id: "z", performedOn: "2026-06-01", outcome: "stopped" });
      const before = assessPractice(rule, facts);
      const after = assessPractice(rule, [...facts, stopped]);
      expect(after.met).toBe(false);
      expect(after.countedIds).toEqual(rule.stoppedResets ? [] : before.countedIds);
    }),
    runs,
  );
});

function have(needs: PracticeNeed[], code: PracticeNeed["code"]): number | undefined {
  return needs.find((need) => need.code === code)?.have;
}

function same(needs: PracticeNeed[], wanted: PracticeNeed): PracticeNeed | undefined {
  return needs.find(({ code, settingKind }) => code === wanted.code && settingKind === wanted.settingKind);
}

test("what does not count is exactly the rest, each with a reason", () => {
  const days = fc.constantFrom(null, "2026-05-12", "2026-05-13", "2026-05-15");
  fc.assert(
    fc.property(rules, practices, days, (rule, facts, usedUntil) => {
      const left = practiceNotCounted(rule, facts, usedUntil);
      const since = facts.filter(({ performedOn }) => usedUntil === null || performedOn > usedUntil);
      const counted = new Set(modelCountedIds(rule, since));
      expect(new Set(left.keys())).toEqual(
        new Set(facts.map(({ id }) => id).filter((id) => !counted.has(id))),
      );
    }),
    runs,
  );
});
