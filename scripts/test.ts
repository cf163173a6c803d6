import { build, isBuilt } from "./build";
import { ensureChromium } from "./chromium";
import { e2eStage } from "./e2e-stage";
import { say, seconds } from "./progress";
import { add, conclude, runStages, type Stage } from "./stage";
import { asResult, staticStages } from "./static-stages";
import { vitestStage } from "./vitest-stage";

if (process.argv.includes("--full")) process.env.FULL = "1";

const chromium = ensureChromium();
chromium.catch(() => {});

const buildStage: Stage = {
  name: "build",
  run: async () => asResult(isBuilt() ? { ok: true, output: "" } : await build()),
};

const before = await runStages(staticStages);
const [built, tested] = await Promise.all([
  runStages([buildStage]),
  runStages([vitestStage("unit"), vitestStage("integration")]),
]);
const journeys = await runStages([e2eStage(chromium)]);

say(`all stages in ${seconds(process.uptime() * 1000)}`);
conclude(add(before, built, tested, journeys));
