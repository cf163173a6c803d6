import { beforeAll, expect, test } from "vitest";
import { recordRegistrationCheck } from "@/lib/people/registrations/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { Refusal } from "@/lib/platform/refusals";
import { aKey, contextOf } from "@/tests/factories/context";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await aWorld(database);
});

test("a senseless check of a registration is refused with all that is wrong, and nothing is saved", async () => {
  const [registration] = await database.superuser`select id from registrations limit 1`;
  const checks = () => database.superuser`select count(*)::int from registration_checks`;
  const before = await checks();
  const today = londonDate(world.at);
  const check = recordRegistrationCheck(
    await contextOf(world.lead),
    {
      registrationId: registration?.id,
      outcome: "conditions",
      nextCheckDueOn: today,
      conditions: null,
      effectiveOn: addDays(today, 1),
    },
    aKey(),
  );
  const error = await check.catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) throw error;
  const fields = [error, ...error.others].map(({ field }) => field);
  expect(fields.sort()).toEqual(["conditions", "effectiveOn", "nextCheckDueOn"]);
  expect(await checks()).toEqual(before);
});
