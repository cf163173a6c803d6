import "server-only";
import { sql } from "drizzle-orm";
import { callGlobal } from "@/db/global";

const patienceMs = 2_000;

/** Does the database answer within two seconds? */
export async function databaseAnswers(): Promise<boolean> {
  const tooLate = new Promise<false>((resolve) => setTimeout(resolve, patienceMs, false).unref());
  const answer = callGlobal(sql`select 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]);
}
