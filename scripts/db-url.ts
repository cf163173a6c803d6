import { keptPasswords, prepareDatabase } from "./database";
import { startEmbedded } from "./embedded-postgres";
import { postgresDir } from "./local-database";

const server = await startEmbedded({ dir: postgresDir });
const addresses = await prepareDatabase(server.superuserUrl(), {
  database: "countersign",
  ...keptPasswords(postgresDir),
});
process.stdout.write(`${addresses.ownerUrl}\n`);
