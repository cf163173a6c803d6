import { run, scriptArguments } from "./commands";
import type { Stage } from "./stage";
import { asResult } from "./static-stages";

/** PostgreSQL is killed under writers: `npm run test:faults`. */
export const faultsStage: Stage = {
  name: "faults",
  run: async () => asResult(await run(process.execPath, scriptArguments("faults"))),
};
