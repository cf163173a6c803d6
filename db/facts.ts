import { and, gt, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { IsoDate } from "@/lib/platform/dates";

interface DatedColumns {
  validFrom: AnyPgColumn;
  validUntil: AnyPgColumn;
}

interface KnownColumns {
  recordedAt: AnyPgColumn;
  supersededAt: AnyPgColumn;
}

/** Rows as they were known at an instant; left out, as they are known now: nothing has superseded them. */
export function known(table: KnownColumns, knownAt?: Date): SQL | undefined {
  if (!knownAt) return isNull(table.supersededAt);
  return and(lte(table.recordedAt, knownAt), or(isNull(table.supersededAt), gt(table.supersededAt, knownAt)));
}

/** Dated facts in force on a day, as known at an instant. */
export function inForce(table: DatedColumns & KnownColumns, on: IsoDate, knownAt?: Date): SQL | undefined {
  return and(
    known(table, knownAt),
    lte(table.validFrom, on),
    or(isNull(table.validUntil), gt(table.validUntil, on)),
  );
}

/** Dated facts that hold on any day from the first on, up to but not including the second (null: for ever). */
export function overlaps(
  table: DatedColumns & KnownColumns,
  from: IsoDate,
  until: IsoDate | null = null,
): SQL | undefined {
  return and(
    known(table),
    or(isNull(table.validUntil), and(gt(table.validUntil, from), gt(table.validUntil, table.validFrom))),
    until === null ? undefined : lt(table.validFrom, until),
  );
}
