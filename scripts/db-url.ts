import { startEmbedded } from "./embedded-postgres";
import { postgresDir, prepareEmbedded } from "./local-database";

const { ownerUrl } = await prepareEmbedded(await startEmbedded({ dir: postgresDir }));
process.stdout.write(`${ownerUrl}\n`);
