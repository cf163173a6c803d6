import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/refusals";
import { aKey } from "@/tests/factories/context";
import type { TestDatabase } from "./database";

export type Command = (ctx: CommandContext, key: string) => Promise<{ id: string }>;

export interface CommandCase {
  table: string;
  action: string;
  /** Makes what the command needs, then the command itself. */
  given: () => Promise<Command>;
  /** What another trust's lead is told. Left out where the command names no row of this trust, and so can find none. */
  elsewhere?: string;
}

interface Contexts {
  lead: CommandContext;
  /** The lead of another trust. */
  stranger: CommandContext;
  ap: CommandContext;
}

/** The four proofs of each command that a lead alone may give: refusal, another trust, effect, audit. */
export function proveLeadCommands(
  database: TestDatabase,
  contexts: Contexts,
  cases: Record<string, CommandCase>,
): void {
  describe.each(Object.entries(cases))("%s", (_, { table, action, given, elsewhere }) => {
    let command: Command;
    beforeAll(async () => {
      command = await given();
    });

    test("is refused to anybody but a lead, and then changes nothing", async () => {
      const leadOnly = expect.stringMatching(/-lead-only$/);
      const refusal = await expectRefused(database, () => command(contexts.ap, aKey()), leadOnly);
      expect(refusal.kind).toBe("forbidden");
    });

    if (elsewhere) {
      test("finds nothing from another trust", async () => {
        const refusal = await expectRefused(database, () => command(contexts.stranger, aKey()), elsewhere);
        expect(refusal.kind).toBe("not-found");
      });
    }

    test("writes one row and one audit entry, however often it is sent, for its own trust alone", async () => {
      const row = await expectEffect(database, contexts.lead, command, { table, action });
      const seen = await database.app.begin(async (tx) => {
        await tx`select set_config('app.trust_id', ${contexts.stranger.actor.trustId}, true)`;
        return tx`select 1 from ${tx(table)} where id = ${String(row.id)}`;
      });
      expect(seen).toHaveLength(0);
    });
  });
}

/** The refusal that the work ends in; anything else fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    () => new Error("was not refused"),
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refusal)) throw outcome;
  return outcome;
}

/** A refusal with this code, which leaves every row of every table as it was. */
export async function expectRefused(
  database: TestDatabase,
  work: () => Promise<unknown>,
  code: string,
): Promise<Refusal> {
  const before = await everything(database);
  const refusal = await refusalOf(work());
  expect(refusal.code).toEqual(code);
  expect(await everything(database)).toEqual(before);
  return refusal;
}

/** The command's row is there once, also when the form is sent twice, and one audit entry tells of it. */
export async function expectEffect(
  database: TestDatabase,
  ctx: CommandContext,
  command: Command,
  { table, action }: { table: string; action: string },
): Promise<Record<string, unknown>> {
  const key = aKey();
  const entries = () => database.superuser`select stream from audit_entries where action = ${action}
    and trust_id = ${ctx.actor.trustId} and actor_id = ${ctx.actor.staffId}`;
  const told = (await entries()).length;
  const { id } = await command(ctx, key);
  expect(await command(ctx, key)).toEqual({ id });
  const rows = await database.superuser`select * from ${database.superuser(table)} where id = ${id}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.trust_id).toBe(ctx.actor.trustId);
  expect(await entries()).toHaveLength(told + 1);
  return rows[0] as Record<string, unknown>;
}

/** A fingerprint of each table, so that any change of any row is seen. */
export async function everything({ superuser }: TestDatabase): Promise<Record<string, string>> {
  const tables = await superuser`select tablename from pg_tables
    where schemaname = 'public' and tablename not in ('sessions', 'throttles')`;
  const prints: Record<string, string> = {};
  for (const { tablename } of tables) {
    const [row] = await superuser`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
      from ${superuser(tablename)} t`;
    prints[tablename] = row?.print;
  }
  return prints;
}
