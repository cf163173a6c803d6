/**
 * Verifies the whole audit trail: `npm run audit:verify [address]`, of the embedded database without one. Prints the
 * first bad row and exits 1.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";
import { BadRow } from "@/lib/audit/bad-row";
import { copiesFile, sizeOf } from "@/lib/audit/copies";
import { readPublicKeys } from "@/lib/audit/keys";
import { verifyTrustIn } from "@/lib/audit/queries";
import { withConnection } from "./database";
import { withEmbedded } from "./local-database";

const address = process.argv[2] ?? process.env.MIGRATION_URL;
const dataDir = process.env.DATA_DIR || ".data";
const keys = readPublicKeys(process.env.AUDIT_KEY_FILE || join(dataDir, "audit-key.pem"));

try {
  if (address) await withConnection(address, verifyAll);
  else await withEmbedded(({ ownerUrl }) => withConnection(ownerUrl, verifyAll));
} catch (error) {
  console.error(error instanceof BadRow ? `Not as it was written: ${error.message}` : error);
  process.exit(error instanceof BadRow ? 1 : 2);
}

async function verifyAll(sql: postgres.Sql): Promise<void> {
  for (const trust of await listTrusts(sql)) await verifyOne(sql, trust);
  console.log(`Signed with ${[...keys.keys()].join(", ") || "no key yet"}`);
}

async function verifyOne(sql: postgres.Sql, trust: string): Promise<void> {
  const settledSize = await sizeOf(copiesFile(dataDir, trust));
  const counts = await sql.begin("isolation level repeatable read read only", (tx) =>
    verifyTrustIn(tx, trust, { dataDir, settledSize, keys }),
  );
  const { streams, entries, unsealed, checkpoints, uncopied } = counts;
  const late = uncopied > 0 ? "; the last checkpoint has no copy yet, the sealer's next run makes it" : "";
  console.log(
    `trust ${trust}: ${streams} records, ${entries} entries, ${checkpoints} checkpoints; unsealed: ${unsealed} entries${late}`,
  );
}

/** Trusts by the database and by the copies: one that vanished from the database is still looked for. */
async function listTrusts(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from trusts union select trust_id from audit_heads union select trust_id from audit_entries
    union select trust_id from audit_checkpoints union select trust_id from audit_leaves`;
  return [...new Set([...rows.map(({ id }) => id), ...copiedTrusts()])].sort();
}

function copiedTrusts(): string[] {
  try {
    return readdirSync(join(dataDir, "checkpoints"))
      .filter((name) => name.endsWith(".jsonl"))
      .map((name) => name.slice(0, -".jsonl".length));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return [];
  }
}
