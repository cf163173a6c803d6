import { existsSync } from "node:fs";
import { join } from "node:path";
import { readEnv } from "@/lib/platform/env";
import { buildOrFail, isBuilt } from "./build";
import { migrate } from "./database";
import { endings } from "./ending";
import { root } from "./processes";
import { say, step } from "./progress";
import { serve } from "./serve";

const envFile = join(root, ".env");
const { atEnd, end } = endings();

try {
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const { migrationUrl, port } = readEnv();
  if (migrationUrl) await step("Migrating the database", () => migrate(migrationUrl));
  if (!isBuilt()) await step("Building the application", buildOrFail);
  const server = await serve({ port, env: { MIGRATION_URL: "" } });
  atEnd(server.stop);
  await server.ended;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
await end(1);
