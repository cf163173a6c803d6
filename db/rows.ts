import "server-only";
import { eq } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { CommandContext } from "@/lib/auth/actor";
import { type IsoDate, laterOf, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import type { Tx } from "./tenant";

type TenantTable = PgTable & { id: AnyPgColumn };

interface Fact {
  id: string;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
  supersededAt: Date | null;
}

type FactTable = TenantTable & { $inferSelect: Fact; $inferInsert: Partial<Fact> };

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
  const written = newRow(ctx);
  const successor = { ...row, ...changes, ...written, supersedesId: row.id, supersededAt: null };
  await tx.insert(table as PgTable).values(successor);
  return written.id;
}

/** A fact that nothing has superseded. */
export async function getFact<T extends FactTable>(tx: Tx, table: T, id: string): Promise<T["$inferSelect"]> {
  const rows = await tx
    .select()
    .from(table as PgTable)
    .where(eq(table.id, id));
  const [found] = rows as T["$inferSelect"][];
  if (!found) refuse("not-found", "fact-not-found");
  if (found.supersededAt) refuse("conflict", "fact-not-found");
  return found;
}

/**
 * Ends a dated fact. `validUntil` is the first day on which it no longer holds; left out, today, or the day on which
 * it would have begun. `besides` changes in its successor too.
 */
export async function endFact<T extends FactTable>(
  tx: Tx,
  ctx: CommandContext,
  table: T,
  { id, validUntil }: { id: string; validUntil?: IsoDate | null },
  besides: Partial<T["$inferInsert"]> = {},
): Promise<{ id: string; before: T["$inferSelect"]; validUntil: IsoDate }> {
  const before = await getFact(tx, table, id);
  const until = validUntil ?? laterOf(londonDate(ctx.now), before.validFrom);
  if (before.validUntil !== null && before.validUntil <= until) refuse("conflict", "already-ended");
  if (until < before.validFrom) refuse("invalid", "ends-before-it-begins", {}, "validUntil");
  const changes = { ...besides, validUntil: until };
  return { id: await supersede(tx, ctx, table, before, changes), before, validUntil: until };
}
