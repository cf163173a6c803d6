import { describe, expect, test } from "vitest";
import { practiceInputFaults } from "@/lib/evidence/practice/input/rules";
import { assessPractice, type PracticeFact, practiceNotCounted } from "@/lib/evidence/rules";
import { practiceNeedSentence, practiceNeedTitle } from "@/lib/evidence/words";
import { aPractice, aRule } from "./practice-facts";

const on = (day: number, changes: Partial<PracticeFact> = {}) =>
  aPractice({ performedOn: `2026-05-${String(day).padStart(2, "0")}`, ...changes });

const missing = (rule: Parameters<typeof aRule>[0], practices: PracticeFact[]) =>
  assessPractice(aRule(rule), practices)
    .needs.filter(({ met }) => !met)
    .map(practiceNeedSentence);

describe("which kind of practice is missing", () => {
  const venepuncture = {
    performancesRequired: 10,
    directRequired: 8,
    indirectRequired: 2,
    minObservers: 2,
    minDays: 3,
  };

  test("several alike count one by one, but as one day and one person watching", () => {
    expect(missing(venepuncture, [on(1, { performances: 20 })])).toEqual([
      "2 more under indirect supervision",
      "1 more with a second person watching",
      "2 more on different days",
    ]);
  });

  test("nothing is missing once number, people, days and rising supervision are there", () => {
    const practices = [
      on(1, { performances: 4 }),
      on(2, { performances: 4, observerId: "watcher-b" }),
      on(3, { performances: 2, supervision: "indirect" }),
    ];
    expect(assessPractice(aRule(venepuncture), practices).met).toBe(true);
  });

  test("indirect ones before the direct number is reached do not count", () => {
    const early = [on(1, { supervision: "indirect", performances: 2 }), on(2, { performances: 8 })];
    expect(assessPractice(aRule(venepuncture), early).countedIds).toEqual([early[1]?.id]);
  });

  test("on one day the order of recording decides, then the id", () => {
    const indirect = on(1, { id: "b", supervision: "indirect", recordedAt: "2026-05-01T10:00:00.000Z" });
    const direct = on(1, { id: "a", recordedAt: "2026-05-01T10:00:00.000Z" });
    const rule = aRule({ performancesRequired: 2, directRequired: 1, indirectRequired: 1 });
    expect(assessPractice(rule, [indirect, direct]).countedIds).toEqual(["a", "b"]);
    const later = { ...direct, recordedAt: "2026-05-01T11:00:00.000Z" };
    expect(assessPractice(rule, [indirect, later]).countedIds).toEqual(["a"]);
  });

  test("where direct supervision is all that the law allows, indirect ones never count", () => {
    const practices = [on(1, { performances: 5 }), on(2, { supervision: "indirect" })];
    const progress = assessPractice(
      aRule({ performancesRequired: 5, directRequired: 5, directOnly: true }),
      practices,
    );
    expect(progress.countedIds).toEqual([practices[0]?.id]);
  });

  test("named settings: only they count, and each is needed", () => {
    const rule = {
      performancesRequired: 2,
      directRequired: 2,
      settingKinds: ["clinic" as const, "home" as const],
    };
    expect(missing(rule, [on(1, { performances: 3 })])).toEqual([
      "2 more",
      "2 more under direct supervision",
      "1 in a clinic",
      "1 in a home or care home",
    ]);
    expect(missing(rule, [on(1, { settingKind: "home", performances: 2 })])).toEqual(["1 in a clinic"]);
  });

  test("real ones count only after a simulated one was achieved, and it is never counted itself", () => {
    const real = on(2);
    const rule = aRule({ simulationFirst: true });
    expect(assessPractice(rule, [real]).met).toBe(false);
    expect(assessPractice(rule, [on(3, { simulated: true }), real]).countedIds).toEqual([]);
    expect(assessPractice(rule, [on(1, { simulated: true, outcome: "prompted" }), real]).met).toBe(false);
    expect(assessPractice(rule, [on(1, { simulated: true }), real]).countedIds).toEqual([real.id]);
  });

  test.each([["draft"], ["awaiting-confirmation"], ["not-confirmed"], ["lapsed"], ["withdrawn"]] as const)(
    "a practice that is %s does not count",
    (state) => {
      expect(assessPractice(aRule(), [on(1, { state })]).countedIds).toEqual([]);
    },
  );
});

describe("a stopped performance", () => {
  test("sets the count back to nought where the rule says so", () => {
    const rule = { performancesRequired: 3, directRequired: 3, stoppedResets: true };
    const before = on(1, { performances: 3 });
    const after = on(3);
    const progress = assessPractice(aRule(rule), [before, on(2, { outcome: "stopped" }), after]);
    expect(progress.countedIds).toEqual([after.id]);
  });

  test("elsewhere keeps what counted, but no more counts until one is repeated beside somebody", () => {
    const rule = aRule({ performancesRequired: 3, directRequired: 1, indirectRequired: 2 });
    const kept = on(1);
    const stopped = on(2, { outcome: "stopped" });
    const early = on(3, { supervision: "indirect" });
    const prompted = on(4, { outcome: "prompted" });
    const waiting = assessPractice(rule, [kept, stopped, early, prompted]);
    expect(waiting.countedIds).toEqual([kept.id]);
    expect(waiting.needs.at(-1)).toEqual({ code: "repeat-after-stop", needed: 1, have: 0, met: false });
    const repeat = on(5);
    const late = on(6, { supervision: "indirect" });
    const restored = assessPractice(rule, [kept, stopped, early, prompted, repeat, late]);
    expect(restored.countedIds).toEqual([kept.id, repeat.id, late.id]);
    expect(restored.needs.map(({ code }) => code)).not.toContain("repeat-after-stop");
  });

  test("does not stop the count when it was simulated, not confirmed, or withdrawn", () => {
    const rule = aRule({ stoppedResets: true });
    for (const harmless of [
      { simulated: true },
      { state: "withdrawn" as const },
      { state: "lapsed" as const },
    ]) {
      const stopped = on(2, { outcome: "stopped", ...harmless });
      expect(assessPractice(rule, [on(1), stopped]).met).toBe(true);
    }
  });
});

describe("in words", () => {
  const need = { needed: 3, have: 1, met: false } as const;
  test.each([
    [{ ...need, code: "days" }, "Different days", "2 more on different days"],
    [{ ...need, code: "days", have: 2 }, "Different days", "1 more on a different day"],
    [
      { ...need, code: "observers" },
      "Different people watching",
      "2 more, each with another person watching",
    ],
    [
      { ...need, code: "observers", have: 0, needed: 2 },
      "Different people watching",
      "Watched by 2 different people",
    ],
    [
      { ...need, code: "setting", settingKind: "remote", needed: 1, have: 0 },
      "By telephone or video",
      "1 by telephone or video",
    ],
    [{ ...need, code: "performances", have: 4, met: true }, "Performances", "Performances: 4, 3 needed"],
  ] as const)("%j", (given, title, sentence) => {
    expect(practiceNeedTitle(given)).toBe(title);
    expect(practiceNeedSentence(given)).toBe(sentence);
  });
});

describe("what bars a practice from being recorded", () => {
  const input = {
    performedOn: "2026-05-14",
    observerId: "watcher-a",
    equipmentId: null,
    supervision: "direct",
    simulated: false,
    outcome: "achieved",
    submit: true,
  } as const;
  const given = { ownerId: "owner", entitled: false, today: "2026-05-14", rule: aRule() };

  test("today and the past are fine", () => {
    expect(practiceInputFaults(input, given)).toEqual([]);
  });

  test.each([
    [{ ...input, performedOn: "2026-05-15" }, given, "performed-in-future", "performedOn"],
    [{ ...input, outcome: null }, given, "outcome-needed", "outcome"],
    [{ ...input, observerId: "owner" }, given, "observer-is-owner", "observerId"],
    [input, { ...given, rule: aRule({ equipmentSpecific: true }) }, "equipment-needed", "equipmentId"],
    [
      { ...input, supervision: "indirect" },
      { ...given, rule: aRule({ directOnly: true }) },
      "direct-only",
      "supervision",
    ],
  ] as const)("%j", (typed, about, code, field) => {
    expect(practiceInputFaults(typed, about)).toEqual([{ code, field }]);
  });

  test("a draft may leave open how it went", () => {
    expect(practiceInputFaults({ ...input, outcome: null, submit: false }, given)).toEqual([]);
  });

  test("once entitled, or simulated, an IR(ME)R task may be practised under indirect supervision", () => {
    const about = { ...given, rule: aRule({ directOnly: true }) };
    const indirect = { ...input, supervision: "indirect" } as const;
    expect(practiceInputFaults(indirect, { ...about, entitled: true })).toEqual([]);
    expect(practiceInputFaults({ ...indirect, simulated: true }, about)).toEqual([]);
  });

  test("equipment that is named satisfies a rule that asks for it", () => {
    const about = { ...given, rule: aRule({ equipmentSpecific: true }) };
    expect(practiceInputFaults({ ...input, equipmentId: "camera-1" }, about)).toEqual([]);
  });

  test("everything that is wrong is said at once, in the order of the form", () => {
    const rule = aRule({ equipmentSpecific: true, directOnly: true });
    const wrong = { performedOn: "2026-05-15", observerId: "owner", supervision: "indirect" } as const;
    const all = practiceInputFaults({ ...input, ...wrong, outcome: null }, { ...given, rule });
    const fields = ["outcome", "performedOn", "equipmentId", "supervision", "observerId"];
    expect(all.map(({ field }) => field)).toEqual(fields);
  });

  test("of what is not known nothing is said", () => {
    const rule = aRule({ equipmentSpecific: true, directOnly: true });
    expect(practiceInputFaults({ submit: true }, { ...given, rule })).toEqual([]);
    expect(practiceInputFaults({ submit: true, supervision: "indirect" }, { ...given, rule })).toEqual([]);
  });
});

describe("why practice does not count", () => {
  const why = (
    rule: Parameters<typeof aRule>[0],
    practices: PracticeFact[],
    usedUntil: string | null = null,
  ) => [...practiceNotCounted(aRule(rule), practices, usedUntil)].map(([id, reason]) => `${id}: ${reason}`);
  const rising = { performancesRequired: 2, directRequired: 1, indirectRequired: 1 };
  const indirect = { supervision: "indirect" as const };
  const stopped = { outcome: "stopped" as const };

  test("what counts is not named", () => expect(why({}, [on(1)])).toEqual([]));
  test("its own state or outcome comes first", () => {
    expect(why({}, [on(1, { id: "a", state: "not-confirmed", simulated: true })])).toEqual([
      "a: not-confirmed",
    ]);
    expect(why({}, [on(1, { id: "a", outcome: "prompted" })])).toEqual(["a: prompted"]);
    expect(why({}, [on(1, { id: "a", simulated: true })])).toEqual(["a: simulated"]);
  });
  test("then the rule", () => {
    expect(why({ simulationFirst: true }, [on(1, { id: "a" })])).toEqual(["a: before-simulation"]);
    expect(why({ settingKinds: ["home"] }, [on(1, { id: "a" })])).toEqual(["a: elsewhere"]);
    expect(why({ directOnly: true }, [on(1, { id: "a", ...indirect })])).toEqual(["a: not-entitled"]);
    expect(why(rising, [on(1, { id: "a", ...indirect }), on(2)])).toEqual(["a: too-early"]);
  });
  test("a stop, and what it did to others", () => {
    const line = [on(1, { id: "a" }), on(2, { id: "b", ...stopped }), on(3, { id: "c", ...indirect })];
    expect(why(rising, line)).toEqual(["b: stopped", "c: not-repeated"]);
    expect(why({ ...rising, stoppedResets: true }, line).sort()).toEqual([
      "a: started-again",
      "b: stopped",
      "c: too-early",
    ]);
  });
  test("what was used for the last sign-off", () =>
    expect(why({}, [on(1, { id: "a" }), on(2, { id: "b" })], "2026-05-01")).toEqual(["a: used"]));
});
