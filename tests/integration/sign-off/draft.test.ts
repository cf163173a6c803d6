import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { londonDate } from "@/lib/platform/dates";
import { getTeamReadiness } from "@/lib/readiness/queries";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import { listQueue } from "@/lib/sign-off/queue/queries";
import { getCompetencyRecord, listRecord } from "@/lib/sign-off/record/queries";
import { requestSignOff, withdrawRequest } from "@/lib/sign-off/request/commands";
import { draftRequest, redraftRequest, sendDraft } from "@/lib/sign-off/request/draft/commands";
import { getOwnRequest } from "@/lib/sign-off/request/queries";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import { gammaCamera } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectEffect, expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const at = daysAfter(1);
let world: World;
let ap: CommandContext;
let draftId: string;

beforeAll(async () => {
  world = await aWorld(database);
  ap = await contextOf(world.ap, at);
});

const note = "When you are back from leave";
const input = () => ({
  competencyId: world.competency(gammaCamera),
  supervisorId: world.supervisor.staffId,
  note,
});
const table = "sign_off_requests";
const mails = async () => (await database.superuser`select 1 from outbox where kind like 'sign_off%'`).length;
const draft = (ctx: CommandContext, key: string) => draftRequest(ctx, input(), key);

/** Everything that others may read about the person, as text. */
async function seenBy(reader: Person): Promise<string> {
  const actor = await actorOf(reader, at);
  const on = londonDate(at);
  const parts = [
    await getCompetencyRecord(actor, world.ap.staffId, input().competencyId, on),
    await listRecord(actor, world.ap.staffId, on),
    await listQueue(actor, on),
  ];
  return JSON.stringify(parts);
}

describe("a request that is saved for later", () => {
  test("names a supervisor of the person, or changes nothing", () =>
    expectRefused(
      database,
      () => draftRequest(ap, { ...input(), supervisorId: world.manager.staffId }, aKey()),
      "not-your-supervisor",
    ));
  test("finds no competency of another trust", async () => {
    const other = await contextOf((await aSecondWorld(database)).lead, at);
    await expectRefused(database, () => draft(other, aKey()), "competency-not-found");
  });
  test("is written once, audited, and told to nobody", async () => {
    const row = await expectEffect(database, ap, draft, { table, action: "sign_off.drafted" });
    expect(row).toMatchObject({ state: "draft", version: 1 });
    draftId = String(row.id);
    expect(await mails()).toBe(0);
  });
  test("is one a competency", () => expectRefused(database, () => draft(ap, aKey()), "request-open"));

  test("is its owner's alone: no queue, record or page of anybody else's tells of it", async () => {
    for (const reader of [world.supervisor, world.manager, world.lead]) {
      const seen = await seenBy(reader);
      expect(seen).not.toContain(draftId);
      expect(seen).not.toContain(note);
      expect(seen).not.toContain("draft");
      const actor = await actorOf(reader, at);
      await expect(getDecisionPage(actor, draftId, at)).rejects.toMatchObject({ kind: "not-found" });
      await expect(getOwnRequest(actor, draftId)).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await seenBy(world.ap)).toContain(draftId);
    const own = await getOwnRequest(ap.actor, draftId);
    expect(own.steps).toMatchObject([{ step: "draft", note }]);
  });

  test("leaves readiness and status as they were", async () => {
    const actor = await actorOf(world.manager, at);
    const page = await getTeamReadiness(actor, world.teamId, londonDate(at));
    expect(JSON.stringify(page)).not.toContain("draft");
    const record = await getCompetencyRecord(
      ap.actor,
      world.ap.staffId,
      input().competencyId,
      londonDate(at),
    );
    expect(record.standing.status).toBe("not-started");
  });

  test("is saved again only by its owner, and as it was seen", async () => {
    const again = { requestId: draftId, seenVersion: 1, supervisorId: world.secondSupervisor.staffId, note };
    const other = await contextOf(world.supervisor, at);
    await expectRefused(database, () => redraftRequest(other, again, aKey()), "request-not-found");
    await expectRefused(
      database,
      () => redraftRequest(ap, { ...again, seenVersion: 9 }, aKey()),
      "request-changed",
    );
    const save = (ctx: CommandContext, key: string) => redraftRequest(ctx, again, key);
    const row = await expectEffect(database, ap, save, { table, action: "sign_off.drafted" });
    expect(row).toMatchObject({
      state: "draft",
      version: 2,
      addressed_to_id: world.secondSupervisor.staffId,
    });
    expect(await mails()).toBe(0);
  });

  test("is sent, and from then on is a request like any other, without what was drafted", async () => {
    const send = (ctx: CommandContext, key: string) =>
      sendDraft(
        ctx,
        { requestId: draftId, seenVersion: 2, supervisorId: world.supervisor.staffId, note: null },
        key,
      );
    const other = await contextOf(world.supervisor, at);
    await expectRefused(database, () => send(other, aKey()), "request-not-found");
    const row = await expectEffect(database, ap, send, { table, action: "sign_off.requested" });
    expect(row).toMatchObject({ state: "submitted", version: 3, round: 1 });
    expect(await mails()).toBe(1);
    const page = await getDecisionPage(await actorOf(world.supervisor, at), draftId, at);
    expect(page.steps).toMatchObject([{ step: "submit", note: null }]);
    expect(await seenBy(world.supervisor)).not.toContain(note);
    await expectRefused(database, () => send(ap, aKey()), "draft-sent");
  });
});

test("a draft that is withdrawn was never heard of by anybody else", async () => {
  await withdrawRequest(ap, { requestId: draftId, seenVersion: 3 }, aKey());
  const told = await mails();
  const { id } = await draft(ap, aKey());
  await withdrawRequest(ap, { requestId: id, seenVersion: 1 }, aKey());
  expect(await mails()).toBe(told);
  expect(await seenBy(world.supervisor)).not.toContain(id);
  expect(await seenBy(world.ap)).toContain(note);
});

test("asking where a draft is open sends the draft", async () => {
  const { id } = await draft(ap, aKey());
  const asked = await requestSignOff(ap, { ...input(), note: null }, aKey());
  expect(asked.id).toBe(id);
  expect((await getOwnRequest(ap.actor, id)).request.state).toBe("submitted");
});
