import { beforeAll, describe, expect, test } from "vitest";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { correctPractice, recordPractice, recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { commentOnPractice } from "@/lib/evidence/practice/comments/commands";
import { getPractice, listPracticesToConfirm } from "@/lib/evidence/practice/queries";
import { withdrawPractice } from "@/lib/evidence/practice/withdrawals/commands";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aStaffMember } from "@/tests/factories/people";
import { aConfirmedPractice, aPractice, practiceFields } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let other: World;

beforeAll(async () => {
  world = await aWorld(database);
  other = await aWorld(database, { ods: "ZZB" });
});

const on = () => londonDate(world.at);

/** Everything that recording practice could write, to compare before and after a refusal. */
const written = async () => {
  const [row] = await database.superuser`select (select count(*) from practices) as practices,
    (select count(*) from practice_responses) as responses, (select count(*) from practice_withdrawals) as withdrawals,
    (select count(*) from practice_comments) as comments, (select count(*) from theory_completions) as theory,
    (select count(*) from audit_entries) as audited, (select count(*) from outbox) as outbox,
    (select count(*) from idempotency_keys) as keys`;
  return row;
};

const refuses = async (work: () => Promise<unknown>, expected: object) => {
  const before = await written();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await written()).toEqual(before);
};

const actions = (practiceId: string) =>
  database.superuser`select action from audit_entries where stream = ${`practice:${practiceId}`} order by seq`.then(
    (rows) => rows.map(({ action }) => action),
  );

describe("recording", () => {
  test("asks the observer to confirm, and nobody else", async () => {
    const id = await aPractice(world);
    const waiting = await listPracticesToConfirm(await actorOf(world.supervisor), on());
    expect(waiting.map((practice) => practice.id)).toContain(id);
    expect(await listPracticesToConfirm(await actorOf(world.secondSupervisor), on())).toEqual([]);
    const mails =
      await database.superuser`select to_staff_id from outbox where payload ->> 'practiceId' = ${id}`;
    expect(mails.map((mail) => mail.to_staff_id)).toEqual([world.supervisor.staffId]);
    expect(await actions(id)).toEqual(["practice.recorded"]);
  });

  test("keeps a draft from everybody else", async () => {
    const input = { ...practiceFields(world), submit: false };
    const { id } = await recordPractice(await contextOf(world.ap), input, aKey());
    expect((await getPractice(await actorOf(world.ap), id, on())).state).toBe("draft");
    const waiting = await listPracticesToConfirm(await actorOf(world.supervisor), on());
    expect(waiting.map((practice) => practice.id)).not.toContain(id);
    const seenBy = async (reader: typeof world.ap) => {
      const actor = await actorOf(reader);
      await expect(getPractice(actor, id, on())).rejects.toMatchObject({ code: "practice-not-found" });
      const record = await getCompetencyRecord(actor, world.ap.staffId, input.competencyId, on());
      expect(record.practices.map((practice) => practice.id)).not.toContain(id);
    };
    for (const reader of [world.supervisor, world.manager]) await seenBy(reader);
    await withdrawPractice(await contextOf(world.ap), { practiceId: id, reason: null }, aKey());
    for (const reader of [world.supervisor, world.manager]) await seenBy(reader);
    expect((await getPractice(await actorOf(world.ap), id, on())).state).toBe("withdrawn");
  });

  test("lets a draft leave open how it went, which is asked for when it is sent", async () => {
    const open = { ...practiceFields(world), outcome: null, submit: false };
    const ctx = await contextOf(world.ap);
    const { id: practiceId } = await recordPractice(ctx, open, aKey());
    expect(await getPractice(ctx.actor, practiceId, on())).toMatchObject({ state: "draft", outcome: null });
    const needed = { kind: "invalid", code: "outcome-needed", field: "outcome" };
    await refuses(() => recordPractice(ctx, { ...open, submit: true }, aKey()), needed);
    await refuses(() => correctPractice(ctx, { ...open, practiceId, submit: true }, aKey()), needed);
    const again = await correctPractice(ctx, { ...open, practiceId }, aKey());
    const sent = { ...open, practiceId: again.id, outcome: "achieved" as const, submit: true };
    const { id } = await correctPractice(ctx, sent, aKey());
    expect(await getPractice(ctx.actor, id, on())).toMatchObject({ state: "awaiting-confirmation" });
    const unsent = { ...sent, practiceId: id, outcome: null, submit: false };
    await refuses(() => correctPractice(ctx, unsent, aKey()), needed);
  });

  test("is refused without an outcome by the database itself", async () => {
    const id = await aPractice(world);
    const copy = database.superuser`insert into practices select (r).* from (select jsonb_populate_record(p,
      jsonb_build_object('id', ${aKey()}::text, 'outcome', null)) as r from practices p where id = ${id}) one`;
    await expect(copy).rejects.toThrow("practices_submitted_outcome_ck");
  });

  test.each([
    [
      "a day to come",
      () => ({ performedOn: addDays(on(), 1) }),
      { code: "performed-in-future", field: "performedOn" },
    ],
    ["no equipment where it matters", () => ({ equipmentId: null }), { code: "equipment-needed" }],
    ["oneself as the observer", () => ({ observerId: world.ap.staffId }), { code: "observer-is-owner" }],
    [
      "an observer on no register",
      () => ({ observerId: world.authoriser.staffId }),
      { code: "observer-not-eligible" },
    ],
    ["another trust's setting", () => ({ settingId: other.settingId }), { code: "setting-not-found" }],
    [
      "another trust's equipment",
      () => ({ equipmentId: other.equipmentId }),
      { code: "equipment-not-found" },
    ],
    [
      "another trust's competency",
      () => ({ competencyId: other.competency("NUC-QC-DAY") }),
      { kind: "not-found" },
    ],
    [
      "another trust's observer",
      () => ({ observerId: other.supervisor.staffId }),
      { code: "observer-not-eligible" },
    ],
  ])("is refused with %s", (_what, changes, expected) =>
    refuses(
      async () =>
        recordPractice(await contextOf(world.ap), { ...practiceFields(world), ...changes() }, aKey()),
      expected,
    ),
  );
});

describe("the observer's answer", () => {
  test("confirms, keeps the registration as it stood, and tells the person", async () => {
    const id = await aConfirmedPractice(world);
    expect((await getPractice(await actorOf(world.ap), id, on())).state).toBe("confirmed");
    const [answer] = await database.superuser`select * from practice_responses where practice_id = ${id}`;
    expect(answer?.registrations).toMatchObject([{ body: "HCPC", standing: "current" }]);
    expect(await actions(id)).toEqual(["practice.recorded", "practice.confirmed"]);
  });

  test("is given once: of two at the same time one is told", async () => {
    const practiceId = await aPractice(world);
    const ctx = await contextOf(world.supervisor);
    const answers = await Promise.allSettled([
      answerPractice(ctx, { practiceId, answer: "confirm", reason: null }, aKey()),
      answerPractice(ctx, { practiceId, answer: "refuse", reason: "I was not there" }, aKey()),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("and a correction at the same time: never both", async () => {
    for (let round = 0; round < 10; round += 1) {
      const practiceId = await aPractice(world);
      const [observer, owner] = [await contextOf(world.supervisor), await contextOf(world.ap)];
      const correction = { ...practiceFields(world), performances: 3, practiceId };
      await Promise.allSettled([
        answerPractice(observer, { practiceId, answer: "confirm", reason: null }, aKey()),
        correctPractice(owner, correction, aKey()),
      ]);
      const [row] = await database.superuser`select superseded_at is not null as corrected,
        exists (select 1 from practice_responses r where r.practice_id = p.id) as answered from practices p where id = ${practiceId}`;
      expect(row?.corrected).not.toBe(row?.answered);
    }
  });

  test("after the trust's limit still stands, marked late", async () => {
    const practiceId = await aPractice(world);
    const at = daysAfter(40);
    await answerPractice(
      await contextOf(world.supervisor, at),
      { practiceId, answer: "confirm", reason: null },
      aKey(),
    );
    expect(await getPractice(await actorOf(world.ap, at), practiceId, londonDate(at))).toMatchObject({
      state: "confirmed",
      answerLate: true,
    });
  });

  test("is refused to everybody else", async () => {
    const practiceId = await aPractice(world);
    const input = { practiceId, answer: "confirm" as const, reason: null };
    for (const person of [world.secondSupervisor, world.manager, world.lead, other.supervisor]) {
      await refuses(async () => answerPractice(await contextOf(person), input, aKey()), {
        kind: "not-found",
      });
    }
    await refuses(async () => answerPractice(await contextOf(world.ap), input, aKey()), {
      code: "own-practice",
    });
  });
});

describe("afterwards", () => {
  test("confirmed practice can't be corrected, and its owner can't withdraw it", async () => {
    const practiceId = await aConfirmedPractice(world);
    const correction = { ...practiceFields(world), practiceId };
    await refuses(async () => correctPractice(await contextOf(world.ap), correction, aKey()), {
      kind: "conflict",
    });
    await refuses(
      async () => withdrawPractice(await contextOf(world.ap), { practiceId, reason: "A slip" }, aKey()),
      { code: "own-confirmed-practice" },
    );
  });

  test("its observer withdraws it with a reason, and the person is told", async () => {
    const practiceId = await aConfirmedPractice(world);
    const observer = await contextOf(world.supervisor);
    await refuses(() => withdrawPractice(observer, { practiceId, reason: null }, aKey()), {
      code: "reason-needed",
    });
    await withdrawPractice(observer, { practiceId, reason: "It was another person" }, aKey());
    expect((await getPractice(await actorOf(world.ap), practiceId, on())).state).toBe("withdrawn");
    expect(await actions(practiceId)).toEqual([
      "practice.recorded",
      "practice.confirmed",
      "practice.withdrawn",
    ]);
  });

  test("its owner comments, and nobody else does", async () => {
    const practiceId = await aConfirmedPractice(world);
    const input = { practiceId, text: "The camera had been serviced that morning" };
    await commentOnPractice(await contextOf(world.ap), input, aKey());
    await refuses(async () => commentOnPractice(await contextOf(world.supervisor), input, aKey()), {
      kind: "not-found",
    });
    await refuses(async () => commentOnPractice(await contextOf(other.ap), input, aKey()), {
      kind: "not-found",
    });
  });

  test("other people of the trust, and other trusts, don't see it", async () => {
    const id = await aConfirmedPractice(world);
    const lead = await contextOf(world.lead);
    const colleague = await aStaffMember(database.owner, lead, {
      post: { teamId: world.teamId, jobRoleId: world.apRoleId },
      roles: [{ role: "assistant-practitioner" }],
    });
    for (const person of [colleague, other.lead, other.supervisor]) {
      await expect(getPractice(await actorOf(person), id, on())).rejects.toMatchObject({ kind: "not-found" });
    }
    for (const person of [world.ap, world.supervisor, world.manager, world.lead]) {
      expect((await getPractice(await actorOf(person), id, on())).id).toBe(id);
    }
  });
});

test("a supervisor records what they watched, confirmed in one", async () => {
  const { observerId: _observer, submit: _submit, ...fields } = practiceFields(world);
  const input = { ...fields, staffId: world.ap.staffId };
  const { id } = await recordWatchedPractice(await contextOf(world.supervisor), input, aKey());
  expect(await getPractice(await actorOf(world.ap), id, on())).toMatchObject({
    state: "confirmed",
    observerName: "Bryn Calder",
  });
  await refuses(async () => recordWatchedPractice(await contextOf(world.manager), input, aKey()), {
    kind: "forbidden",
  });
});

test("theory is recorded by whoever teaches, never by the learner", async () => {
  const [item] =
    await database.superuser`select id from theory_items where trust_id = ${world.trustId} limit 1`;
  const input = { staffId: world.ap.staffId, theoryItemId: item?.id as string, completedOn: on() };
  await recordTheory(await contextOf(world.supervisor), input, aKey());
  await refuses(async () => recordTheory(await contextOf(world.ap), input, aKey()), { code: "own-theory" });
  await refuses(async () => recordTheory(await contextOf(world.manager), input, aKey()), {
    kind: "forbidden",
  });
  await refuses(async () => recordTheory(await contextOf(other.supervisor), input, aKey()), {
    kind: "not-found",
  });
});
