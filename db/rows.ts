import "server-only";
import { eq } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { CommandContext } from "@/lib/auth/actor";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import type { Tx } from "./tenant";

type TenantTable = PgTable & { id: AnyPgColumn };
type FactTable = TenantTable & { validFrom: AnyPgColumn; validUntil: AnyPgColumn; supersedesId: AnyPgColumn };

interface Fact {
  id: string;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
  supersededAt: Date | null;
}

/** The columns that every recorded row begins with. */
export function newRow({ actor, now }: CommandContext) {
  return { trustId: actor.trustId, id: newId(now), recordedAt: now, recordedById: actor.staffId };
}

/** Refuses an identifier that the transaction's trust does not have. */
export async function requireRow(
  tx: Tx,
  table: TenantTable,
  id: string,
  code: string,
  field?: string,
): Promise<void> {
  const [row] = await tx.select({ id: table.id }).from(table).where(eq(table.id, id));
  if (!row) refuse("not-found", code, {}, field);
}

/** Writes a row's successor; a trigger closes the row, or refuses where somebody else was first. */
export async function supersede<T extends FactTable>(
  tx: Tx,
  ctx: CommandContext,
  table: T,
  row: T["$inferSelect"],
  changes: Partial<T["$inferInsert"]>,
): Promise<string> {
  const { id: supersedesId } = row as unknown as Fact;
  const written = newRow(ctx);
  const successor = { ...row, ...changes, ...written, supersedesId, supersededAt: null };
  await tx.insert(table).values(successor as T["$inferInsert"]);
  return written.id;
}

/** A fact that nothing has superseded. */
export async function getFact<T extends FactTable>(tx: Tx, table: T, id: string): Promise<T["$inferSelect"]> {
  const [found] = await tx
    .select()
    .from(table as PgTable)
    .where(eq(table.id, id));
  if (!found) refuse("not-found", "fact-not-found");
  if ((found as unknown as Fact).supersededAt) refuse("conflict", "fact-not-found");
  return found;
}

/** Ends a dated fact. `validUntil` is the first day on which it no longer holds: today, if left out. */
export async function endFact<T extends FactTable>(
  tx: Tx,
  ctx: CommandContext,
  table: T,
  { id, validUntil }: { id: string; validUntil?: IsoDate | null },
): Promise<{ id: string; before: T["$inferSelect"]; validUntil: IsoDate }> {
  const before = await getFact(tx, table, id);
  const fact = before as unknown as Fact;
  const until = validUntil ?? londonDate(ctx.now);
  if (fact.validUntil !== null && fact.validUntil <= until) refuse("conflict", "already-ended");
  if (until < fact.validFrom) refuse("invalid", "ends-before-it-begins", {}, "validUntil");
  const changes = { validUntil: until } as unknown as Partial<T["$inferInsert"]>;
  return { id: await supersede(tx, ctx, table, before, changes), before, validUntil: until };
}
