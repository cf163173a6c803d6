import { beforeEach, describe, expect, test } from "vitest";
import { rememberAccount } from "@/lib/auth/device";
import { listDemoAccounts, proveAccount, proveDemoAccount } from "@/lib/auth/sign-in";
import type { Refusal } from "@/lib/platform/refusals";
import { useDatabase } from "@/tests/support/database";
import { anAccount, aStaffMember, aTrust, later, now, password } from "./accounts";

const database = useDatabase();
const home = "192.0.2.1";

beforeEach(async () => {
  await database.superuser`truncate throttles`;
});

function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => Promise.reject(new Error("was not refused")),
    (error: Refusal) => error,
  );
}

const tried = (email: string, typed: string, at = now, address = home, device: string | null = null) =>
  proveAccount({ email, password: typed }, { address, device }, at);

describe("signing in with a password", () => {
  test("finds the account, however the address is written", async () => {
    const accountId = await anAccount(database, { email: "ann@example.test" });
    expect(await tried(" Ann@Example.TEST ", password)).toBe(accountId);
  });

  test("has one answer for everything that is wrong", async () => {
    await anAccount(database, { email: "wrong@example.test" });
    await anAccount(database, { email: "disabled@example.test", disabledAt: now });
    await anAccount(database, { email: "none@example.test", password: null });
    const answers = await Promise.all([
      refusalOf(tried("wrong@example.test", "wrong")),
      refusalOf(tried("disabled@example.test", password)),
      refusalOf(tried("none@example.test", "")),
      refusalOf(tried("unknown@example.test", password)),
    ]);
    for (const { kind, code, params, field } of answers) {
      expect({ kind, code, params, field }).toEqual({
        kind: "invalid",
        code: "wrong-sign-in",
        params: {},
        field: undefined,
      });
    }
  });

  test("takes as long for an unknown account as for a wrong password", async () => {
    await anAccount(database, { email: "timed@example.test" });
    const took = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 15; round += 1) {
      await database.superuser`truncate throttles`;
      took.known.push(await milliseconds(() => refusalOf(tried("timed@example.test", "wrong"))));
      took.unknown.push(await milliseconds(() => refusalOf(tried("nobody@example.test", "wrong"))));
    }
    const [known, unknown] = [median(took.known), median(took.unknown)];
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.7);
  });

  test("pauses after 5 wrong tries, for an unknown account too, and lets the right one in afterwards", async () => {
    const accountId = await anAccount(database, { email: "paused@example.test" });
    for (const email of ["paused@example.test", "unknown@example.test"]) {
      for (let count = 0; count < 5; count += 1) {
        expect((await refusalOf(tried(email, "wrong"))).code).toBe("wrong-sign-in");
      }
      expect(await refusalOf(tried(email, password))).toMatchObject({
        kind: "rule",
        code: "too-many-tries",
        params: { seconds: 2 },
      });
    }
    expect(await tried("paused@example.test", password, later(1))).toBe(accountId);
    expect((await refusalOf(tried("paused@example.test", "wrong", later(1)))).code).toBe("wrong-sign-in");
  });

  test("lets at most 5 of a volley of guesses through", async () => {
    await anAccount(database, { email: "volley@example.test" });
    const guesses = Array.from({ length: 60 }, (_, index) =>
      refusalOf(tried("volley@example.test", `${index}`)),
    );
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === "wrong-sign-in")).toHaveLength(5);
    expect(codes.filter((code) => code === "too-many-tries")).toHaveLength(55);
  });

  test("pauses an address that tries one account after another", async () => {
    for (let count = 0; count < 30; count += 1) await refusalOf(tried(`spray${count}@example.test`, "wrong"));
    expect((await refusalOf(tried("another@example.test", "wrong"))).code).toBe("too-many-tries");
    expect((await refusalOf(tried("another@example.test", "wrong", now, "192.0.2.2"))).code).toBe(
      "wrong-sign-in",
    );
  });

  test("lets at most 30 of a volley over many accounts from one address through", async () => {
    const guesses = Array.from({ length: 60 }, (_, index) =>
      refusalOf(tried(`sprayed${index}@example.test`, "wrong")),
    );
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === "wrong-sign-in")).toHaveLength(30);
    expect(codes.filter((code) => code === "too-many-tries")).toHaveLength(30);
  });

  test("lets at most 10 guesses at one account through, from however many addresses", async () => {
    await anAccount(database, { email: "hunted@example.test" });
    const guesses = Array.from({ length: 60 }, (_, index) =>
      refusalOf(tried("hunted@example.test", "wrong", now, `198.51.100.${index}`)),
    );
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === "wrong-sign-in")).toHaveLength(10);
  });

  test("a rush of right passwords from one address is let in, all of it", async () => {
    const emails = Array.from({ length: 40 }, (_, index) => `rush${index}@example.test`);
    await Promise.all(emails.map((email) => anAccount(database, { email })));
    const signedIn = await Promise.all(emails.map((email) => tried(email, password)));
    expect(new Set(signedIn).size).toBe(40);
  });

  test("a stranger's guesses don't slow the owner down in a browser they have used", async () => {
    const email = "owner@example.test";
    const accountId = await anAccount(database, { email });
    const device = rememberAccount(null, email, now);
    for (let count = 0; count < 40; count += 1) {
      await refusalOf(tried(email, "wrong", now, `203.0.113.${count}`));
      await refusalOf(tried(email, "wrong", now, home));
    }
    expect((await refusalOf(tried(email, password))).code).toBe("too-many-tries");
    expect(await tried(email, password, now, home, device)).toBe(accountId);
  });

  test("a known browser has its own 5 tries, and none for other accounts", async () => {
    const email = "careless@example.test";
    await anAccount(database, { email });
    const device = rememberAccount(null, email, now);
    const codes: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      codes.push((await refusalOf(tried(email, "wrong", now, home, device))).code);
    }
    expect(codes.at(4)).toBe("wrong-sign-in");
    expect(codes.at(5)).toBe("too-many-tries");
    for (let count = 0; count < 10; count += 1) {
      await refusalOf(tried("other@example.test", "wrong", now, `203.0.113.${count}`, device));
    }
    expect((await refusalOf(tried("other@example.test", "wrong", now, home, device))).code).toBe(
      "too-many-tries",
    );
  });

  test("keeps neither e-mail addresses nor network addresses in its counts", async () => {
    await refusalOf(tried("counted@example.test", "wrong"));
    const rows = await database.superuser`select key_hash from throttles`;
    expect(rows).toHaveLength(3);
    for (const { key_hash } of rows) expect(key_hash).toHaveLength(32);
  });
});

describe("demonstration buttons", () => {
  test("sign in to accounts of demonstration trusts alone", async () => {
    const demo = await aTrust(database, "RD1", true);
    const real = await aTrust(database, "RR1", false);
    const offered = await anAccount(database, { email: "demo@example.test", demoLabel: "Supervisor" });
    const reachesReal = await anAccount(database, { demoLabel: "Manager" });
    const unlabelled = await anAccount(database);
    await aStaffMember(database, demo, offered);
    await aStaffMember(database, demo, reachesReal);
    await aStaffMember(database, real, reachesReal);
    await aStaffMember(database, demo, unlabelled);

    expect(await listDemoAccounts()).toEqual([
      {
        accountId: offered,
        email: "demo@example.test",
        label: "Supervisor",
        staffName: "Ann Example",
        trustName: "Trust RD1",
      },
    ]);
    expect(await proveDemoAccount(offered)).toBe(offered);
    for (const other of [reachesReal, unlabelled, "nonsense"]) {
      expect((await refusalOf(proveDemoAccount(other))).code).toBe("not-a-demonstration-account");
    }
  });
});

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
