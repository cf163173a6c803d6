import { beforeAll, describe, expect, test } from "vitest";
import { authOptions } from "@/lib/auth/next-auth";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import {
  closeAllSessions,
  closeSession,
  findAccount,
  findActor,
  findEntry,
  listTrusts,
  openSession,
} from "@/lib/auth/sessions";
import { env } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";
import { anAccount, aStaffMember, aTrust, later, now } from "./accounts";

const database = useDatabase();
const hours = 60;
const days = 24 * hours;
let accountId: string;
let staffId: string;

beforeAll(async () => {
  accountId = await anAccount(database, { email: "ann@example.test" });
  staffId = await aStaffMember(database, await aTrust(database, "RX1"), accountId);
  await aStaffMember(database, await aTrust(database, "RX2"), accountId, { endedOn: "2026-02-01" });
  await aTrust(database, "RX3");
});

describe("a session", () => {
  test("says who acts, with the trust's code in either case", async () => {
    const { token } = await openSession(accountId, now);
    const actor = await findActor(token, "rx1", now);
    expect(actor).toMatchObject({ accountId, staffId, ods: "RX1", demo: true, roles: [], teamIds: [] });
    expect(await findActor(token, "RX1", now)).toEqual(actor);
    expect(await findEntry(token, "RX1", now)).toEqual({ actor, trusts: 1 });
  });

  test("reaches no trust that the person has left or never joined", async () => {
    const { token } = await openSession(accountId, now);
    for (const ods of ["RX2", "RX3", "RX9", ""]) expect(await findActor(token, ods, now)).toBeNull();
    expect(await listTrusts(token, now)).toEqual([
      { ods: "RX1", name: "Trust RX1", staffName: "Ann Example" },
    ]);
  });

  test("is stored by its hash alone", async () => {
    const { token } = await openSession(accountId, now);
    const [row] = await database.superuser`select count(*)::int as found from sessions s
      where s::text like ${`%${token}%`} or s.token_hash = convert_to(${token}, 'UTF8')`;
    expect(row?.found).toBe(0);
  });

  test("ends at once when it is closed", async () => {
    const [closed, open] = [await openSession(accountId, now), await openSession(accountId, now)];
    await closeSession(closed.token);
    expect(await findActor(closed.token, "RX1", now)).toBeNull();
    expect(await findActor(open.token, "RX1", now)).not.toBeNull();
  });

  test("ends everywhere, and for nobody else", async () => {
    const others = await openSession(await anAccount(database), now);
    const mine = [await openSession(accountId, now), await openSession(accountId, now)];
    expect(await closeAllSessions(mine[0]?.token ?? "")).toBeGreaterThanOrEqual(2);
    for (const { token } of mine) expect(await findAccount(token, now)).toBeNull();
    expect(await findAccount(others.token, now)).not.toBeNull();
  });

  test("ends after 20 idle hours, and not before", async () => {
    const { token } = await openSession(accountId, now);
    expect(await findAccount(token, later(20 * hours - 1))).not.toBeNull();
    expect(await findAccount(token, later(2 * 20 * hours - 2))).not.toBeNull();
    expect(await findAccount(token, later(3 * 20 * hours))).toBeNull();
  });

  test("ends after 7 days, however much it is used", async () => {
    const { token } = await openSession(accountId, now);
    for (let hour = 10; hour < 7 * 24; hour += 10) {
      expect(await findAccount(token, later(hour * hours))).not.toBeNull();
    }
    expect(await findAccount(token, later(7 * days))).toBeNull();
  });

  test("ends at the next request when the account is disabled", async () => {
    const account = await anAccount(database);
    const { token } = await openSession(account, now);
    await database.superuser`update accounts set disabled_at = ${now} where id = ${account}`;
    expect(await findAccount(token, now)).toBeNull();
  });

  test.each(["", "nonsense", "0".repeat(10_000), "' or true --"])("is not %j", async (token) => {
    expect(await findActor(token, "RX1", now)).toBeNull();
    expect(await closeAllSessions(token)).toBe(0);
  });

  test("can't be read, made or moved by the application's role past the functions", async () => {
    await expect(database.app`select * from sessions`).rejects.toMatchObject({ code: "42501" });
    await expect(database.app`update sessions set expires_at = ${later(99 * days)}`).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("next-auth", () => {
  const adapter = () => authOptions().adapter;

  test("answers from the same rows", async () => {
    const { token, expiresAt } = await openSession(accountId, new Date());
    expect(await adapter()?.getSessionAndUser?.(token)).toMatchObject({
      session: { userId: accountId, expires: expiresAt },
      user: { email: "ann@example.test" },
    });
    await adapter()?.deleteSession?.(token);
    expect(await findAccount(token, new Date())).toBeNull();
    expect(await adapter()?.getSessionAndUser?.(token)).toBeNull();
  });

  test("reads the cookie that our pages write", () => {
    const { name, options } = authOptions().cookies?.sessionToken ?? {};
    expect(name).toBe(sessionCookieName(env().nextauthUrl));
    expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
    expect(options).not.toHaveProperty("domain");
  });

  test("can't make a session last longer", async () => {
    const { token, expiresAt } = await openSession(accountId, new Date());
    await adapter()?.updateSession?.({ sessionToken: token, expires: new Date("2099-01-01") });
    expect((await findAccount(token, new Date()))?.expiresAt).toEqual(expiresAt);
  });
});
