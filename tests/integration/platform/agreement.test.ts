import type postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { addDays, londonDate } from "@/lib/platform/dates";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { approveException } from "@/lib/sign-off/exception/commands";
import { suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { aKey, contextOf, daysAfter } from "@/tests/factories/context";
import {
  aConfirmedPractice,
  aProof,
  aRequest,
  decisionOn,
  gammaCamera,
  theoryDone,
} from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

/** A sign-off under an exception, suspended, reinstated and voided: a row behind every key that binds. */
beforeAll(async () => {
  world = await aWorld(database);
  await theoryDone(world, world.at);
  for (const day of [1, 2, 3]) await aConfirmedPractice(world, { at: daysAfter(day), performances: 2 });
  const at = daysAfter(4);
  const subject = { staffId: world.ap.staffId, competencyId: world.competency(gammaCamera) };
  const signer = await contextOf(world.supervisor, at);
  const manager = await contextOf(world.manager, at);
  const lead = await contextOf(world.lead, at);
  const reason = "Nobody else can watch";
  await approveException(lead, { ...subject, reason, lastDay: addDays(londonDate(at), 9) }, aKey());
  const granted = { ...subject, kind: "entitlement" as const, equipmentId: null, lastDay: null };
  const grant = { ...granted, validFrom: londonDate(at), document: "IRMER-1" };
  const { id: authorityId } = await grantAuthority(await contextOf(world.authoriser, at), grant, aKey());
  await acceptAuthority(await contextOf(world.ap, at), { authorityId }, aKey());
  const requestId = await aRequest(world, at);
  const decision = await decisionOn(requestId, world.supervisor, at);
  const { signatureId } = await decideSignOff(signer, decision, aProof(world.supervisor, at), aKey());
  const paused = await suspendHolding(manager, { ...subject, reason, incidentReference: null }, aKey());
  const lifted = { ...subject, seenEventId: paused.id, reason };
  await reinstateHolding(signer, lifted, aProof(world.supervisor, at), aKey());
  await voidSignOff(signer, { signatureId, reason }, aProof(world.supervisor, at), aKey());
});

interface Key {
  name: string;
  table: string;
  columns: string[];
}

/** Foreign keys that carry more than the trust and one identifier: the row referred to must agree in the rest. */
async function bindingKeys(): Promise<Key[]> {
  const rows = await database.superuser`select c.conname as name, r.relname as table,
      array(select a.attname::text from unnest(c.conkey) with ordinality k(number, position)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.position) as columns
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and cardinality(c.conkey) > case when c.confrelid = 'trusts'::regclass then 1 else 2 end
    order by c.conname`;
  return rows as unknown as Key[];
}

/** Another value of the same kind that this trust has. */
function another(column: string, value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (column === "competency_id") return world.competency("NUC-WB");
  const { manager, authoriser } = world;
  return value === manager.staffId ? authoriser.staffId : manager.staffId;
}

/**
 * Writes a copy of a row as the owner, with one column changed, where nothing but this key could refuse it; then
 * takes everything back. Answers with the constraint that refused, or null.
 */
async function copied(key: Key, change: string | null): Promise<string | null> {
  try {
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.trust_id', ${world.trustId}, true)`;
      await leaveOnly(tx, key);
      const referring = key.columns.slice(1).map((column) => `"${column}" is not null`);
      const [row] = await tx.unsafe(
        `select to_jsonb(t) as row from "${key.table}" t where ${referring.join(" and ")} limit 1`,
      );
      if (!row) throw new Error(`no row stands behind ${key.name}: the world of this test lacks one`);
      const fresh = change ? { [change]: another(change, row.row[change]) } : {};
      const copy = JSON.stringify({ ...row.row, id: aKey(), ...fresh });
      await tx`insert into ${tx(key.table)}
        select (jsonb_populate_record(null::${tx(key.table)}, ${copy}::text::jsonb)).*`;
      throw new Error("was taken");
    });
    return null;
  } catch (error) {
    if (error instanceof Error && error.message === "was taken") return null;
    const { constraint_name: name } = error as { constraint_name?: string };
    if (!name) throw error;
    return name;
  }
}

async function leaveOnly(tx: postgres.TransactionSql, { table, name }: Key): Promise<void> {
  const others = await tx`select conname from pg_constraint
    where conrelid = ${table}::regclass and contype in ('f', 'c') and conname <> ${name}`;
  for (const { conname } of others) await tx.unsafe(`alter table "${table}" drop constraint "${conname}"`);
  const unique = await tx`select i.indexrelid::regclass::text as index from pg_index i
    where i.indrelid = ${table}::regclass and i.indisunique
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { index } of unique) await tx.unsafe(`drop index ${index}`);
  await tx.unsafe(`alter table "${table}" disable trigger user`);
}

test("the keys that bind owner, observer, signer, signing event, decision and exception are there", async () => {
  expect((await bindingKeys()).map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "authority_acceptances_whose_fk",
      "holding_events_decision_fk",
      "holding_events_signature_fk",
      "holding_events_voids_whose_fk",
      "practice_responses_practice_fk",
      "sign_off_decisions_practice_whose_fk",
      "sign_off_decisions_request_fk",
      "sign_off_decisions_signature_fk",
      "signatures_event_fk",
      "signatures_exception_whose_fk",
      "signatures_trust_fk",
    ]),
  );
});

test("each refuses a row that disagrees in any of its columns, and takes one that agrees", async () => {
  for (const key of await bindingKeys()) {
    expect(await copied(key, null), key.name).toBeNull();
    const bound = key.columns.slice(key.name === "signatures_trust_fk" ? 1 : 2);
    expect(bound.length, key.name).toBeGreaterThan(0);
    for (const column of bound) expect(await copied(key, column), `${key.name}: ${column}`).toBe(key.name);
  }
});
