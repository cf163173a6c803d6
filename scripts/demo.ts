import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { appEnvironment } from "./app-environment";
import { buildOrFail, isBuilt } from "./build";
import { type DemoLogins, readyDemoData } from "./demo-data";
import { removeEmbedded } from "./embedded-postgres";
import { endings } from "./ending";
import { dataDir, openDatabase, postgresDir } from "./local-database";
import { freePort } from "./processes";
import { say, seconds, step } from "./progress";
import { demoLock, takeRunLock } from "./run-lock";
import { serve } from "./serve";

const options = process.argv.slice(2);
const mode = options.includes("--dev") ? "dev" : "start";
const { atEnd, end, isEnding } = endings();

try {
  await demonstrate();
} catch (error) {
  if (!isEnding()) say(error instanceof Error ? error.message : String(error));
  await end(1);
}

async function demonstrate(): Promise<void> {
  atEnd(takeRunLock(join(dataDir, demoLock), "demo"));
  if (options.includes("--reset")) await step("Removing the old data", reset);

  const database = await step("Starting PostgreSQL", openDatabase);
  atEnd(database.stop);
  const logins = await readyDemoData(database);

  if (mode === "start" && !isBuilt()) await step("Building the application", buildOrFail);
  const port = await freePort(Number(process.env.PORT) || 3000);
  const logFile = join(dataDir, "server.log");
  const env = { LOG_LEVEL: "warn", ...appEnvironment(database.appUrl, port, dataDir) };
  const server = await step("Starting the application", () =>
    serve({ port, env, mode, host: "127.0.0.1", logFile }),
  );
  atEnd(server.stop);

  announce(port, logins);
  await server.ended;
  if (!isEnding()) throw new Error(`The application ended by itself; its log is ${logFile}`);
}

function announce(port: number, { logins, password }: DemoLogins): void {
  const rows = logins.map(({ role, name, trust, email }) => [role, name, trust, email]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`,
  );
  say(["", "Log-ins, all people invented:", ...table, `  Password of each: ${password}`].join("\n"));
  say(
    `\nCountersign is at http://localhost:${port} (after ${seconds(process.uptime() * 1000)}). Ctrl-C stops it.`,
  );
}

async function reset(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Error("--reset empties the embedded database alone: empty your own with `drop database`");
  }
  await removeEmbedded(postgresDir);
  for (const name of readdirSync(dataDir)) {
    if (name !== demoLock) rmSync(join(dataDir, name), { recursive: true });
  }
}
