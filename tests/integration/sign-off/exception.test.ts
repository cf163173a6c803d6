import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { giveRole } from "@/lib/people/roles/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import { remedySentence } from "@/lib/sign-off/decision/words";
import { approveException, endException } from "@/lib/sign-off/exception/commands";
import { listExceptions } from "@/lib/sign-off/exception/queries";
import { getSignature } from "@/lib/sign-off/signature/queries";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import {
  aConfirmedPractice,
  aProof,
  aRequest,
  decisionOn,
  gammaCamera,
  theoryDone,
} from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectEffect, expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let lead: CommandContext;
let at: Date;
let requestId: string;

const input = () => ({
  staffId: world.ap.staffId,
  competencyId: world.competency(gammaCamera),
  reason: "The second radiographer’s post is vacant",
  lastDay: addDays(londonDate(at), 30),
});
const approve = (ctx: CommandContext, key = aKey(), changes = {}) =>
  approveException(ctx, { ...input(), ...changes }, key);

/** All the practice that is asked for, and nobody but the signer watched. */
beforeAll(async () => {
  world = await aWorld(database);
  await theoryDone(world, world.at);
  for (const day of [1, 2, 3]) await aConfirmedPractice(world, { at: daysAfter(day), performances: 2 });
  at = daysAfter(4);
  lead = await contextOf(world.lead, at);
  requestId = await aRequest(world, at);
});

const decide = async () =>
  decideSignOff(
    await contextOf(world.supervisor, at),
    await decisionOn(requestId, world.supervisor, at),
    aProof(world.supervisor, at),
    aKey(),
  );
const ruleFour = async () => {
  const page = await getDecisionPage(await actorOf(world.supervisor, at), requestId, at);
  return page.checks.find(({ rule }) => rule === 4);
};

test("without one the decision is stopped, and the page names who can approve one", async () => {
  await expectRefused(database, decide, "practice-met");
  const check = await ruleFour();
  expect(check).toMatchObject({ met: false });
  expect(check && remedySentence(check)).toContain(world.lead.name);
});

describe("approving", () => {
  test("is refused to a supervisor, and changes nothing", async () => {
    const ctx = await contextOf(world.supervisor, at);
    await expectRefused(database, () => approve(ctx), "exception-not-yours");
  });
  test("is refused for oneself", () =>
    expectRefused(
      database,
      () => approve(lead, aKey(), { staffId: world.lead.staffId }),
      "exception-not-yours",
    ));
  test("is refused where the risk is not high", () =>
    expectRefused(
      database,
      () => approve(lead, aKey(), { competencyId: world.competency("NUC-WB") }),
      "exception-not-needed",
    ));
  test("is refused for a day that has passed", () =>
    expectRefused(
      database,
      () => approve(lead, aKey(), { lastDay: "2026-03-01" }),
      "exception-ends-too-soon",
    ));
  test("finds nobody from another trust", async () => {
    const other = await contextOf((await aSecondWorld(database)).lead, at);
    await expectRefused(database, () => approve(other), "staff-not-found");
  });

  test("is written once, audited once, and told to the person, however often it is sent", async () => {
    await expectEffect(database, lead, approve, {
      table: "observer_exceptions",
      action: "exception.approved",
    });
    const mails = await database.superuser`select to_staff_id from outbox where kind = 'exception.approved'`;
    expect(mails).toEqual([{ to_staff_id: world.ap.staffId }]);
    const { rows } = await listExceptions(lead.actor, londonDate(at));
    expect(rows).toMatchObject([{ name: world.ap.name, approvedByName: world.lead.name }]);
  });
  test("a second one on the same days is refused", () =>
    expectRefused(database, () => approve(lead), "exception-exists"));
});

test("the only observer may then sign, and the signature says under which exception", async () => {
  expect(await ruleFour()).toMatchObject({ met: true, params: { excepted: true } });
  const { signatureId } = await decide();
  const signature = await getSignature(await actorOf(world.ap, at), signatureId, londonDate(at));
  expect(signature).toMatchObject({
    exceptionReason: input().reason,
    exceptionApprovedByName: world.lead.name,
  });
});

describe("ending", () => {
  let exceptionId: string;
  beforeAll(async () => {
    const [held] = await database.superuser`select id from observer_exceptions`;
    exceptionId = String(held?.id);
  });
  const end = (ctx: CommandContext, key = aKey()) =>
    endException(ctx, { id: exceptionId, validUntil: londonDate(at) }, key);

  test("is refused to a supervisor, and changes nothing", async () => {
    const ctx = await contextOf(world.supervisor, at);
    await expectRefused(database, () => end(ctx), "exception-not-yours");
  });
  test("by another lead leaves the approver the approver, whom it does not let sign", async () => {
    await giveRole(lead, { staffId: world.manager.staffId, role: "lead", validFrom: londonDate(at) }, aKey());
    const other = await contextOf(world.manager, at);
    const tomorrow = londonDate(daysAfter(1, at));
    ({ id: exceptionId } = await endException(other, { id: exceptionId, validUntil: tomorrow }, aKey()));
    const { rows } = await listExceptions(lead.actor, londonDate(at));
    expect(rows).toMatchObject([{ approvedByName: world.lead.name, validUntil: tomorrow }]);
  });
  test("takes it out of force; what was signed under it stands", async () => {
    await expectEffect(database, lead, end, { table: "observer_exceptions", action: "exception.ended" });
    const { rows } = await listExceptions(lead.actor, londonDate(at));
    expect(rows).toEqual([]);
    const [signature] = await database.superuser`select exception_id from signatures`;
    expect(signature?.exception_id).not.toBeNull();
  });
  test("from another trust finds none", async () => {
    const other = await contextOf((await aSecondWorld(database, "ZZC")).lead, at);
    await expectRefused(database, () => end(other), "fact-not-found");
  });
});
