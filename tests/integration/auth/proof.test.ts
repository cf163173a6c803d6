import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { proveDemonstration, provePassword } from "@/lib/auth/proof";
import { findActor, openSession } from "@/lib/auth/sessions";
import { useDatabase } from "@/tests/support/database";
import { anAccount, aStaffMember, aTrust, later, now, password } from "./accounts";

const database = useDatabase();
let trusts = 0;
let token: string;
let actor: Actor;

async function signedIn(demo: boolean) {
  trusts += 1;
  const ods = `RP${trusts}`;
  const accountId = await anAccount(database);
  await aStaffMember(database, await aTrust(database, ods, demo), accountId);
  const session = await openSession(accountId, now);
  const found = await findActor(session.token, ods, now);
  if (!found) throw new Error("nobody is signed in");
  return { token: session.token, actor: found };
}

beforeEach(async () => {
  await database.superuser`truncate throttles`;
  ({ token, actor } = await signedIn(false));
});

const wrong = { kind: "invalid", code: "wrong-password", field: "password" };

describe("proof by password", () => {
  test("is for the staff member who signs, and of this moment", async () => {
    expect(await provePassword(token, actor, password, now)).toEqual({
      method: "password",
      provedAt: now,
      staffId: actor.staffId,
    });
  });

  test("needs the right password", async () => {
    await expect(provePassword(token, actor, "wrong", now)).rejects.toMatchObject(wrong);
    await expect(provePassword(token, actor, "", now)).rejects.toMatchObject(wrong);
  });

  test("needs a session of the same account, still good", async () => {
    const other = await signedIn(false);
    await expect(provePassword(other.token, actor, password, now)).rejects.toMatchObject(wrong);
    await expect(provePassword(token, actor, password, later(8 * 24 * 60))).rejects.toMatchObject(wrong);
  });

  test("pauses after 5 wrong tries", async () => {
    for (let count = 0; count < 5; count += 1) {
      await expect(provePassword(token, actor, "wrong", now)).rejects.toMatchObject(wrong);
    }
    await expect(provePassword(token, actor, password, now)).rejects.toMatchObject({
      code: "too-many-tries",
      field: "password",
    });
    expect(await provePassword(token, actor, password, later(1))).toMatchObject({ method: "password" });
  });
});

describe("proof for demonstration data", () => {
  test("is refused in a real trust", async () => {
    expect(() => proveDemonstration(actor, now)).toThrow(
      expect.objectContaining({ code: "demonstration-only" }),
    );
    const demo = await signedIn(true);
    expect(proveDemonstration(demo.actor, now)).toMatchObject({ method: "demonstration", provedAt: now });
  });
});
