import { conclude, runStages } from "./stage";
import { staticStages } from "./static-stages";
import { vitestStage } from "./vitest-stage";

conclude(await runStages([...staticStages, vitestStage("unit")]));
