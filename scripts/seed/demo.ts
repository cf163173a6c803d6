import { personas } from "@/db/seed/demo/personas";
import { hashPassword } from "@/lib/auth/password";
import { readEnv } from "@/lib/platform/env";
import { withConnection } from "../database";
import { bootstrapDemo } from "./bootstrap";
import { Names } from "./names";
import { trustOf } from "./plan/people";
import { planDemo } from "./plan/plan";
import type { DemoPlan } from "./plan/planned";
import { runPlan } from "./run-plan";
import { keepIdsSteady, withSteadyIds } from "./steady-ids";

/** Of every demonstration log-in. It opens invented data alone. */
const password = "demonstration only";

export interface DemoLogin {
  name: string;
  role: string;
  trust: string;
  email: string;
}

export interface DemoSeed {
  /** The application's address, which its environment has to name too. */
  databaseUrl: string;
  ownerUrl: string;
  /** The day on which the demonstration is to be of the present. */
  anchor: Date;
  onProgress?: (text: string) => void;
}

/** Fills an empty, migrated database with two invented trusts, through the product's own commands. */
export async function seedDemo({
  databaseUrl,
  ownerUrl,
  anchor,
  onProgress = () => {},
}: DemoSeed): Promise<{ logins: DemoLogin[]; password: string }> {
  if (readEnv().databaseUrl !== databaseUrl) throw new Error("DATABASE_URL names another database");
  const plan = planDemo(anchor);
  const names = new Names();
  keepIdsSteady();
  const passwordHash = await hashPassword(password);
  await withConnection(ownerUrl, (owner) =>
    withSteadyIds(`${plan.anchor} bootstrap`, new Date(plan.beganAt), () =>
      bootstrapDemo(owner, plan, names, passwordHash),
    ),
  );
  const count = await runPlan(plan, names, onProgress);
  onProgress(`${plan.people.length} people, ${count} commands`);
  return { logins: loginsOf(plan), password };
}

function loginsOf(plan: DemoPlan): DemoLogin[] {
  return personas.map(({ key, name, label, trust, also }) => ({
    name,
    role: label,
    trust: [trust, ...(also ? [also.trust] : [])].map((one) => trustOf(one).name).join(" and "),
    email: plan.people.find((person) => person.key === key)?.email ?? "",
  }));
}
