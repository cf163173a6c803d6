import "server-only";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { competencies, competencyVersions, signOffRequests, signOffSteps, staffMembers } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { RequestState } from "../workflow";
import { type StepRow, selectSteps } from "./steps/queries";

const owners = alias(staffMembers, "owners");
const addressees = alias(staffMembers, "addressees");

/** A request with the names beside it. */
export interface RequestRow {
  id: string;
  staffId: string;
  ownerName: string;
  competencyId: string;
  competencyVersionId: string;
  competencyCode: string;
  competencyTitle: string;
  state: RequestState;
  version: number;
  round: number;
  addressedToId: string;
  addressedToName: string;
  stateSince: string;
  createdAt: string;
}

/** Requests that match, longest waiting first. Scoped to the transaction's trust. */
export async function selectRequests(tx: Tx, where: SQL | undefined): Promise<RequestRow[]> {
  const rows = await tx
    .select({
      id: signOffRequests.id,
      staffId: signOffRequests.staffId,
      ownerName: owners.name,
      competencyId: signOffRequests.competencyId,
      competencyVersionId: signOffRequests.competencyVersionId,
      competencyCode: competencies.code,
      competencyTitle: competencyVersions.title,
      state: signOffRequests.state,
      version: signOffRequests.version,
      round: signOffRequests.round,
      addressedToId: signOffRequests.addressedToId,
      addressedToName: addressees.name,
      stateSince: signOffRequests.stateSince,
      createdAt: signOffRequests.createdAt,
    })
    .from(signOffRequests)
    .innerJoin(
      owners,
      and(eq(owners.trustId, signOffRequests.trustId), eq(owners.id, signOffRequests.staffId)),
    )
    .innerJoin(
      addressees,
      and(eq(addressees.trustId, signOffRequests.trustId), eq(addressees.id, signOffRequests.addressedToId)),
    )
    .innerJoin(
      competencies,
      and(
        eq(competencies.trustId, signOffRequests.trustId),
        eq(competencies.id, signOffRequests.competencyId),
      ),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, signOffRequests.trustId),
        eq(competencyVersions.id, signOffRequests.competencyVersionId),
      ),
    )
    .where(where)
    .orderBy(asc(signOffRequests.stateSince), asc(signOffRequests.id));
  return rows.map((row) => ({
    ...row,
    stateSince: row.stateSince.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }));
}

/** One request that the transaction's trust has; refuses "not-found" for any other. */
export async function getRequestIn(tx: Tx, id: string): Promise<RequestRow> {
  const [request] = await selectRequests(tx, eq(signOffRequests.id, id));
  if (!request) refuse("not-found", "request-not-found");
  return request;
}

/** One request that the actor may see: their own, addressed to them, or of a person whose record they may see. */
export async function getRequestFor(tx: Tx, actor: Actor, id: string, on: IsoDate): Promise<RequestRow> {
  const scope = or(
    visibleTo(actor, signOffRequests.staffId, on),
    eq(signOffRequests.addressedToId, actor.staffId),
  );
  const [request] = await selectRequests(tx, and(eq(signOffRequests.id, id), scope, sentOrOwn(actor)));
  if (!request) refuse("not-found", "request-not-found");
  return request;
}

/** A request that was never sent is its owner's alone: no query about somebody else may find it. */
export function sentOrOwn({ staffId }: Pick<Actor, "staffId">): SQL | undefined {
  return or(
    eq(signOffRequests.staffId, staffId),
    sql`exists (select 1 from ${signOffSteps} sent where sent.trust_id = ${signOffRequests.trustId}
      and sent.request_id = ${signOffRequests.id} and sent.step = 'submit')`,
  );
}

/** The open request of a person for a competency, if there is one. */
export async function findOpenRequest(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
): Promise<RequestRow | null> {
  const [open] = await selectRequests(
    tx,
    and(
      eq(signOffRequests.staffId, staffId),
      eq(signOffRequests.competencyId, competencyId),
      inArray(signOffRequests.state, ["draft", "submitted", "returned"]),
    ),
  );
  return open ?? null;
}

/** The actor's own request with its steps, latest first. Refuses "not-found" for anybody else's. */
export function getOwnRequest(actor: Actor, id: string): Promise<{ request: RequestRow; steps: StepRow[] }> {
  return withTrust(actor, async (tx) => {
    const request = await getRequestIn(tx, id);
    if (request.staffId !== actor.staffId) refuse("not-found", "request-not-found");
    return { request, steps: await selectSteps(tx, [request.id]) };
  });
}
