import { readyDemoData } from "./demo-data";
import { openDatabase } from "./local-database";
import { say, step } from "./progress";

const database = await step("Starting PostgreSQL", openDatabase);
try {
  await readyDemoData(database);
  say("Ready: `npm run dev` serves with reloading, `npm run demo` as in production");
} finally {
  await database.stop();
}
