import { describe, expect, test } from "vitest";
import { aims } from "@/db/seed/demo/aims";
import { personas } from "@/db/seed/demo/personas";
import { demoTeams } from "@/db/seed/demo/teams";
import { demoTrusts } from "@/db/seed/demo/trusts";
import { registrationNumberFault } from "@/lib/people/registration-numbers";
import { registrationBodies } from "@/lib/people/rules";
import { planAims } from "@/scripts/seed/plan/careers";
import { planDemo } from "@/scripts/seed/plan/plan";
import { isLearner } from "@/scripts/seed/plan/supervision";

const anchor = new Date("2026-03-02T09:00:00Z");
const plan = planDemo(anchor);
const commands = plan.phases.flatMap(({ streams }) => streams.flat());

describe("the demonstration's plan", () => {
  test("is the same for the same anchor, and another for another", () => {
    expect(planDemo(anchor)).toEqual(plan);
    expect(planDemo(new Date("2026-03-03T09:00:00Z"))).not.toEqual(plan);
  });

  test.each(["2024-02-29", "2025-12-31", "2026-03-29", "2026-10-25", "2027-01-01"])(
    "can be made for %s",
    (day) => {
      const other = planDemo(new Date(`${day}T12:00:00Z`));
      const all = other.phases.flatMap(({ streams }) => streams.flat());
      expect(all.length).toBeLessThan(5000);
      expect(all.filter(({ at }) => at.slice(0, 10) >= day || at < other.beganAt)).toEqual([]);
    },
  );

  test("has about 200 people in two trusts, and at most 8,000 commands", () => {
    expect(plan.people.length).toBeGreaterThan(190);
    expect(plan.people.length).toBeLessThan(215);
    expect(new Set(plan.people.map(({ trust }) => trust)).size).toBe(2);
    expect(commands.length).toBeLessThan(8000);
  });

  test("has half of the practice confirmed by the other person hours to days after it was recorded", () => {
    const recorded = new Map<string, string>(
      commands.flatMap(({ as, at }) => (as ? [[`@${as}`, at] as const] : [])),
    );
    const confirmed = commands.flatMap((command) =>
      command.name === "answerPractice" && command.input.answer === "confirm" ? [command] : [],
    );
    const hours = confirmed.map(
      ({ at, input }) => (Date.parse(at) - Date.parse(recorded.get(input.practiceId) ?? "")) / 3_600_000,
    );
    expect(Math.min(...hours)).toBeGreaterThan(1);
    expect(Math.max(...hours)).toBeGreaterThan(48);
    expect(Math.max(...hours)).toBeLessThan(96);
    const watched = commands.filter(({ name }) => name === "recordWatchedPractice");
    expect(Math.abs(confirmed.length - watched.length)).toBeLessThan(100);
    expect(commands.filter(({ at }) => at.slice(11) < "08:00" || at.slice(11) > "18:00")).toEqual([]);
  });

  test("goes back over two years, and each stream is in the order of time", () => {
    const learning = plan.phases.at(-1)?.streams ?? [];
    for (const stream of learning) {
      const times = stream.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
    }
    const first =
      learning
        .flat()
        .map(({ at }) => at)
        .sort()[0] ?? "";
    expect(first < "2024-03-02").toBe(true);
  });

  test("aims at everything that there is", () => {
    const planned = demoTeams.flatMap((team) => {
      const learners = plan.people.filter((person) => person.team === team.code && isLearner(person));
      return [...planAims(team, learners).values()].flatMap((own) => [...own.values()]);
    });
    expect(aims.filter((aim) => !planned.includes(aim))).toEqual([]);
  });

  test("keeps the sign-off of the first persona one performance short, within reach of five minutes", () => {
    const own = commands.filter(({ as }) => as?.startsWith("practice:nm-assistant/NUC-QC-DAY/"));
    const performances = own.map(({ input }) => ("performances" in input ? input.performances : 0));
    expect(performances.reduce((sum, one) => sum + one, 0)).toBe(4);
    const watchers = new Set(
      own.map((one) => ("observerId" in one.input ? one.input.observerId : `@staff:${one.by}`)),
    );
    expect(watchers).toEqual(new Set(["@staff:nm-radiographer", "@staff:NM/RAD/2"]));
  });
});

describe("its people", () => {
  test("have names and addresses of their own", () => {
    const keys = plan.people.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const twice = personas.filter(({ also }) => also).length;
    expect(new Set(plan.people.map(({ email }) => email)).size).toBe(plan.people.length - twice);
    expect(new Set(plan.people.map(({ name }) => name)).size).toBe(plan.people.length - twice);
    expect(plan.people.every(({ email }) => /^[a-z.-]+@[a-z]+\.example$/.test(email))).toBe(true);
  });

  test("have registration numbers of a sound form that no register gives out", () => {
    for (const { registration } of plan.people) {
      if (!registration) continue;
      const { profession, number } = registration;
      const bodies = registrationBodies.filter(
        (body) => registrationNumberFault(body, profession, number) === null,
      );
      expect(bodies, `${profession} ${number}`).toHaveLength(1);
      expect(number).toMatch(/^(99Z\d{4}Z|[A-Z]{2,3}99\d{4})$/);
    }
  });

  test("work for trusts whose codes ODS has not given out", () => {
    expect(demoTrusts.every(({ ods }) => /^DEM[A-Z0-9]+$/.test(ods))).toBe(true);
  });
});
