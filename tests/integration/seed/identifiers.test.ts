import { describe, expect, test } from "vitest";
import { withConnection } from "@/scripts/database";
import { bootstrapDemo } from "@/scripts/seed/bootstrap";
import { Names } from "@/scripts/seed/names";
import { planDemo } from "@/scripts/seed/plan/plan";
import { runPlan } from "@/scripts/seed/run-plan";
import { keepIdsSteady, withSteadyIds } from "@/scripts/seed/steady-ids";
import { type TestDatabase, useDatabase } from "../../support/database";

const tables = [
  "accounts",
  "practices",
  "sign_off_requests",
  "signatures",
  "holding_events",
  "outbox",
  "supervisions",
];
const seen: string[] = [];

/** Everybody, and the histories of one team. */
async function seedPart({ urls, superuser }: TestDatabase, lanes: number): Promise<string> {
  const whole = planDemo(new Date("2026-03-02T09:00:00Z"));
  const [histories, ...before] = whole.phases.toReversed();
  if (!histories) throw new Error("nothing is planned");
  const plan = {
    ...whole,
    phases: [...before.toReversed(), { ...histories, streams: histories.streams.slice(0, 9) }],
  };
  const names = new Names();
  keepIdsSteady();
  await withConnection(urls.owner, (owner) =>
    withSteadyIds("bootstrap", new Date(plan.beganAt), () =>
      bootstrapDemo(owner, plan, names, "no password"),
    ),
  );
  await runPlan(plan, names, () => {}, lanes);
  const ids: unknown[] = [];
  for (const table of tables) ids.push(await superuser`select id from ${superuser(table)} order by id`);
  return JSON.stringify(ids);
}

describe.each([8, 3])("the demonstration, %i histories at once", (lanes) => {
  const database = useDatabase();
  test("has the same identifiers", async () => {
    seen.push(await seedPart(database, lanes));
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]?.length).toBeGreaterThan(10_000);
  }, 300_000);
});
