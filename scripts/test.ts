import { build, isBuilt } from "./build";
import { ensureChromium } from "./chromium";
import { compatibilityStage } from "./compatibility-stage";
import { e2eStages } from "./e2e-stage";
import { faultsStage } from "./faults-stage";
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

const { demo, journeys } = e2eStages(chromium);
const before = await runStages(staticStages);
const beside = await Promise.all([
  runStages([buildStage, demo, faultsStage]),
  runStages([vitestStage("unit"), vitestStage("integration"), compatibilityStage(chromium)]),
]);
const after = await runStages([journeys]);

say(`all stages in ${seconds(process.uptime() * 1000)}`);
conclude(add(before, ...beside, after));
