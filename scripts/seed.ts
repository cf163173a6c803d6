import { writeFileSync } from "node:fs";
import { closeDatabase } from "@/db/client";
import { readEnv } from "@/lib/platform/env";
import { say } from "./progress";
import { seedDemo } from "./seed/demo";

const [anchor, record] = process.argv.slice(2);
const { databaseUrl, migrationUrl } = readEnv();
if (!anchor || !record || !migrationUrl) {
  throw new Error("Seeding needs an anchor date, a file for the log-ins, and MIGRATION_URL");
}

const result = await seedDemo({
  databaseUrl,
  ownerUrl: migrationUrl,
  anchor: new Date(anchor),
  onProgress: (text) => say(`  ${text}`),
});
writeFileSync(record, JSON.stringify(result, null, 2), { mode: 0o600 });
await closeDatabase();
