import { beforeAll, describe, expect, test } from "vitest";
import { recordPractice } from "@/lib/evidence/practice/commands";
import { checkOwn, checkWatched } from "@/lib/evidence/practice/input/queries";
import { addDays, londonDate } from "@/lib/platform/dates";
import { Refusal } from "@/lib/platform/refusals";
import { aKey, contextOf } from "@/tests/factories/context";
import { aStaffMember } from "@/tests/factories/people";
import { practiceFields } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let elsewhere: World;

beforeAll(async () => {
  world = await aWorld(database);
  elsewhere = await aWorld(database, { ods: "ZZB" });
});

/** Each field that is refused, and why. */
async function mistakesOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return {};
  if (!(error instanceof Refusal)) throw error;
  return Object.fromEntries([error, ...error.others].map(({ field, code }) => [field ?? "form", code]));
}

const tomorrow = () => addDays(londonDate(world.at), 1);

describe("practice with several mistakes", () => {
  test("is refused with all of them at once, and nothing is saved", async () => {
    const wrong = {
      ...practiceFields(world),
      outcome: null,
      performedOn: tomorrow(),
      settingId: elsewhere.settingId,
      equipmentId: elsewhere.equipmentId,
      supervision: "indirect" as const,
      note: "All wrong",
    };
    const ctx = await contextOf(world.ap);
    expect(await mistakesOf(recordPractice(ctx, wrong, aKey()))).toEqual({
      outcome: "outcome-needed",
      performedOn: "performed-in-future",
      settingId: "setting-not-found",
      equipmentId: "equipment-not-found",
      supervision: "direct-only",
    });
    const [row] = await database.superuser`select count(*)::int from practices where note = 'All wrong'`;
    expect(row?.count).toBe(0);
  });

  test("of which some are the schema's: the rules are asked of the other fields", async () => {
    const ctx = await contextOf(world.ap);
    const { outcome: _, note: __, submit: ___, ...sound } = practiceFields(world);
    const input = { ...sound, performedOn: tomorrow(), equipmentId: null };
    expect(await mistakesOf(checkOwn(ctx, input, true))).toEqual({
      performedOn: "performed-in-future",
      equipmentId: "equipment-needed",
    });
    expect(await mistakesOf(checkOwn(ctx, { ...input, performedOn: undefined }, true))).toEqual({
      equipmentId: "equipment-needed",
    });
    expect(await mistakesOf(checkOwn(ctx, { ...sound, outcome: null }, true))).toEqual({
      outcome: "outcome-needed",
    });
    expect(await mistakesOf(checkOwn(ctx, { ...sound, outcome: null }, false))).toEqual({});
    expect(await mistakesOf(checkOwn(ctx, { performedOn: tomorrow() }, true))).toEqual({});
  });

  test("of somebody else's, is told to whoever supervises them, and to nobody else", async () => {
    const { observerId: _, outcome: __, submit: ___, ...sound } = practiceFields(world);
    const input = { ...sound, staffId: world.ap.staffId, performedOn: tomorrow() };
    const supervisor = await contextOf(world.supervisor);
    expect(await mistakesOf(checkWatched(supervisor, input))).toEqual({ performedOn: "performed-in-future" });
    const lead = await contextOf(world.lead);
    const stranger = await aStaffMember(database.owner, lead, { roles: [{ role: "supervisor" }] });
    expect(await mistakesOf(checkWatched(await contextOf(stranger), input))).toEqual({
      form: "practice-not-yours-to-record",
    });
  });

  test("an observer whom nobody has found to be registered is among them", async () => {
    const ctx = await contextOf(world.ap);
    const { note: _, submit: __, ...sound } = practiceFields(world);
    const input = { ...sound, observerId: elsewhere.supervisor.staffId, performedOn: tomorrow() };
    expect(await mistakesOf(checkOwn(ctx, input, true))).toEqual({
      performedOn: "performed-in-future",
      observerId: "observer-not-eligible",
    });
  });
});
