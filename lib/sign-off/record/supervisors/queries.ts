import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { signOffRequests, signOffSteps } from "@/db/schema";
import { jsonRows, statement, together } from "@/db/statement";
import type { Tx } from "@/db/tenant";
import { registrationsOf } from "@/lib/people/queries";
import { mayRegistrationSign } from "@/lib/people/rules";
import { type Named, supervisorRows } from "@/lib/people/supervision/queries";
import type { IsoDate } from "@/lib/platform/dates";
import type { AskedFact, SupervisorFact } from "../assess/rules";

interface Given {
  staffId: string;
  on: IsoDate;
}

/** Whom the person asked for a sign-off of what, and when: each time that a request was sent. */
export function askedOf(staffId: string) {
  return jsonRows(
    {
      competencyId: signOffRequests.competencyId,
      supervisorId: signOffSteps.addressedToId,
      at: signOffSteps.takenAt,
    },
    sql`from ${signOffSteps} join ${signOffRequests} on ${and(
      eq(signOffRequests.trustId, signOffSteps.trustId),
      eq(signOffRequests.id, signOffSteps.requestId),
    )} where ${and(eq(signOffRequests.staffId, staffId), eq(signOffSteps.step, "submit"))}`,
    sql`${signOffSteps.takenAt}`,
  );
}

const supervisorsNow = statement((given: Given) =>
  together({ supervisors: supervisorRows(given), asked: askedOf(given.staffId) }),
);

/** Who supervises the person on the day, whether a check of the register holds them up, and what was asked of whom. */
export async function selectSupervisors(
  tx: Tx,
  given: Given,
): Promise<{ supervisors: SupervisorFact[]; asked: AskedFact[] }> {
  const read = await supervisorsNow(tx, given);
  return { supervisors: await withChecks(tx, read, given.on), asked: lastAskedOf(read.asked) };
}

interface Asked {
  competencyId: string;
  supervisorId: string;
  at: string;
}

/** In the order of asking, so that the last of each competency stays. */
export function lastAskedOf(asked: readonly Asked[]): AskedFact[] {
  return [...new Map(asked.map(({ competencyId, at }) => [competencyId, { competencyId, at }])).values()];
}

/** Whether a check of the register holds each of them up, and when the person last asked them. */
export async function withChecks(
  tx: Tx,
  { supervisors, asked }: { supervisors: readonly Named[]; asked: readonly Asked[] },
  on: IsoDate,
): Promise<SupervisorFact[]> {
  const entries = await registrationsOf(
    tx,
    supervisors.map(({ id }) => id),
    on,
  );
  const lastAsked = new Map(asked.map(({ supervisorId, at }) => [supervisorId, at]));
  return supervisors.map(({ id, name }) => ({
    id,
    name,
    checkDue: !entries.some((entry) => entry.staffId === id && mayRegistrationSign(entry.standing)),
    lastAskedAt: lastAsked.get(id) ?? null,
  }));
}
