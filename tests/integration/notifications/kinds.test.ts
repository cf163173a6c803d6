import { beforeAll, describe, expect, test } from "vitest";
import { notificationKinds } from "@/lib/notifications/kinds";
import { aKey } from "@/tests/factories/context";
import { aWorld, type World } from "@/tests/factories/world";
import { expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";
import { type Told, toldCases } from "./told-cases";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await aWorld(database);
});

let worlds = 0;
const another = () => {
  worlds += 1;
  return aWorld(database, { ods: `ZY${worlds}` });
};

/** A kind that has no command yet. Whoever writes it proves it here. */
const notMadeYet = ["holding.revoked"];

test("each kind is proved here or has no command yet", () => {
  expect([...Object.keys(toldCases), ...notMadeYet].sort()).toEqual([...notificationKinds].sort());
});

describe.each(Object.entries(toldCases))("%s", (kind, given) => {
  let told: Told;
  beforeAll(async () => {
    told = await given(world, another);
  });

  const written = () => database.superuser`select to_staff_id, xmin::text as transaction, id from outbox
    where kind = ${kind}`;

  test("is written once, in the transaction of its command, to whom it concerns", async () => {
    const before = await written();
    const key = aKey();
    await told.command(key);
    await told.command(key);
    const known = new Set(before.map(({ id }) => id));
    const added = (await written()).filter(({ id }) => !known.has(id));
    expect(added).toHaveLength(1);
    expect(added[0]?.to_staff_id).toBe(told.to);
    const audited = await database.superuser`select xmin::text as transaction from audit_entries`;
    expect(audited.map(({ transaction }) => transaction)).toContain(added[0]?.transaction);
  });

  test("is not written when the command is refused", async () => {
    const refused = told.refused ?? told.command;
    await expectRefused(database, () => refused(aKey()), expect.any(String));
  });
});
