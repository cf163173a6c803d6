import { type SQL, sql } from "drizzle-orm";

/** The number of all rows that match, beside each row of a page. */
export const total: SQL<number> = sql<number>`(count(*) over ())::integer`;
