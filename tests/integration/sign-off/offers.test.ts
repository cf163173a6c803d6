import { beforeAll, describe, expect, test } from "vitest";
import { sqlState } from "@/db/errors";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { recordPractice, recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { getSubjectOf } from "@/lib/people/directory/queries";
import { londonDate } from "@/lib/platform/dates";
import { Refusal } from "@/lib/platform/refusals";
import { grantAuthority } from "@/lib/sign-off/authority/commands";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { approveException } from "@/lib/sign-off/exception/commands";
import { restrictHolding, suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { type Offer, offers, offersOn } from "@/lib/sign-off/record/offers/rules";
import { type CompetencyRecord, getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { requestSignOff, resubmitSignOff } from "@/lib/sign-off/request/commands";
import { draftRequest, sendDraft } from "@/lib/sign-off/request/draft/commands";
import { canAsk, canSend } from "@/lib/sign-off/request/rules";
import { aKey, contextOf, daysAfter } from "@/tests/factories/context";
import {
  aCompleteEvidence,
  aHolding,
  aProof,
  aRequest,
  decisionOn,
  gammaCamera,
  practiceFields,
} from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const readers = ["ap", "supervisor", "secondSupervisor", "manager", "authoriser", "lead"] as const;
const permitted = "permitted";
const stopped = "ZZ001";

/** Whatever passes all its rules comes to its audit entry, and is stopped there: the state stays as it was. */
beforeAll(async () => {
  await database.superuser.unsafe(`create table probing (on_now boolean not null);
    insert into probing values (false);
    create function stop_at_audit() returns trigger language plpgsql security definer as $$
      begin
        if (select on_now from public.probing) then raise exception 'permitted' using errcode = '${stopped}'; end if;
        return new;
      end $$;
    create trigger stop_at_audit before insert on audit_entries for each row execute function stop_at_audit();`);
});

async function probing<T>(work: () => Promise<T>): Promise<T> {
  await database.superuser`update probing set on_now = true`;
  try {
    return await work();
  } finally {
    await database.superuser`update probing set on_now = false`;
  }
}

/** The code that it is refused with; "permitted" where no rule refuses it. */
async function answerTo(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (sqlState(error) === stopped) return permitted;
    throw error;
  }
  throw new Error("nothing stopped it");
}

interface Shown {
  world: World;
  at: Date;
  ctx: CommandContext;
  record: CompetencyRecord;
}

const why = "Two near misses at night";

/** What the form behind each link sends. */
const commands: Record<Offer, (shown: Shown) => Promise<unknown>> = {
  decide: async ({ world, ctx, record, at }) => {
    const signer = readerOf(world, ctx.actor);
    const { requestId, seenVersion, seenEvidenceHash } = await decisionOn(
      record.request?.id ?? "",
      signer,
      at,
    );
    const decision = { requestId, seenVersion, seenEvidenceHash, outcome: "return" as const, missing: why };
    return decideSignOff(ctx, decision, aProof(signer, at), aKey());
  },
  "record-practice": ({ world, ctx, at }) => {
    const { observerId: _, submit: __, ...fields } = practiceFields(world, { at });
    return recordWatchedPractice(ctx, { ...fields, staffId: world.ap.staffId }, aKey());
  },
  "record-theory": ({ ctx, record, world, at }) =>
    recordTheory(
      ctx,
      { staffId: world.ap.staffId, theoryItemId: record.theory[0]?.id ?? "", completedOn: londonDate(at) },
      aKey(),
    ),
  "grant-authority": ({ ctx, world, at }) =>
    grantAuthority(
      ctx,
      {
        ...subjectOf(world),
        kind: "entitlement",
        equipmentId: null,
        document: "ENT-7",
        validFrom: londonDate(at),
        lastDay: null,
      },
      aKey(),
    ),
  suspend: ({ ctx, world }) =>
    suspendHolding(ctx, { ...subjectOf(world), reason: why, incidentReference: null }, aKey()),
  restrict: ({ ctx, world }) =>
    restrictHolding(
      ctx,
      {
        ...subjectOf(world),
        siteId: null,
        equipmentId: null,
        supervision: "direct",
        limits: null,
        reason: why,
        incidentReference: null,
      },
      aKey(),
    ),
  reinstate: async ({ ctx, world, record, at }) => {
    const kind = record.standing.underReview;
    const [seen] = await database.superuser`select id from holding_events
      where trust_id = ${world.trustId} and kind = ${kind} order by recorded_at desc limit 1`;
    const input = { ...subjectOf(world), seenEventId: String(seen?.id), reason: why };
    return reinstateHolding(ctx, input, aProof(readerOf(world, ctx.actor), at), aKey());
  },
  "approve-exception": ({ ctx, world, at }) =>
    approveException(ctx, { ...subjectOf(world), reason: why, lastDay: londonDate(at) }, aKey()),
  void: ({ ctx, world, record, at }) => {
    const input = { signatureId: record.signed?.signatureId ?? "", reason: why };
    return voidSignOff(ctx, input, aProof(readerOf(world, ctx.actor), at), aKey());
  },
};

function subjectOf(world: World) {
  return { staffId: world.ap.staffId, competencyId: world.competency(gammaCamera) };
}

function readerOf(world: World, { staffId }: Actor) {
  const reader = readers.map((name) => world[name]).find((person) => person.staffId === staffId);
  if (!reader) throw new Error("nobody of this world");
  return reader;
}

/** Brings the gamma camera's daily checks of one person into a state; answers with the instant to look at it. */
const states: Record<string, (world: World) => Promise<Date>> = {
  "nothing recorded": async ({ at }) => at,
  "everything there": async (world) => (await aCompleteEvidence(world)).at,
  "asked for": async (world) => {
    const { at } = await aCompleteEvidence(world);
    await aRequest(world, at);
    return at;
  },
  returned: (world) => decided(world, { outcome: "return", missing: why }),
  declined: (world) => decided(world, { outcome: "decline", reason: why }),
  drafted: async (world) => {
    const { at } = await aCompleteEvidence(world);
    const input = { ...subjectOf(world), supervisorId: world.supervisor.staffId, note: null };
    await draftRequest(await contextOf(world.ap, at), input, aKey());
    return at;
  },
  held: async (world) => (await aHolding(world)).at,
  "renewal due": async (world) => daysAfter(320, (await aHolding(world)).at),
  expired: async (world) => daysAfter(400, (await aHolding(world)).at),
  suspended: (world) => limited(world, "suspend"),
  restricted: (world) => limited(world, "restrict"),
  "asked again, then suspended": async (world) => {
    const { at } = await aHolding(world);
    const due = daysAfter(320, at);
    await aRequest(world, due);
    await givenBy(world, "supervisor", due, "suspend");
    return due;
  },
  "returned, then suspended": async (world) => {
    const due = daysAfter(320, (await aHolding(world)).at);
    await decide(world, await aRequest(world, due), due, { outcome: "return", missing: why });
    await givenBy(world, "supervisor", due, "suspend");
    return due;
  },
  "restricted, then voided": async (world) => {
    const at = await limited(world, "restrict");
    await givenBy(world, "lead", at, "void");
    return at;
  },
  "restricted, then expired": async (world) => daysAfter(400, await limited(world, "restrict")),
  voided: async (world) => {
    const { at } = await aHolding(world);
    await givenBy(world, "supervisor", at, "void");
    return at;
  },
  "with an exception in force": async (world) => {
    await givenBy(world, "lead", world.at, "approve-exception");
    return world.at;
  },
};

type Decided = { outcome: "return"; missing: string } | { outcome: "decline"; reason: string };

async function decided(world: World, decision: Decided): Promise<Date> {
  const { at } = await aCompleteEvidence(world);
  await decide(world, await aRequest(world, at), at, decision);
  return at;
}

async function decide(world: World, id: string, at: Date, decision: Decided): Promise<void> {
  const { requestId, seenVersion, seenEvidenceHash } = await decisionOn(id, world.supervisor, at);
  const input = { requestId, seenVersion, seenEvidenceHash, ...decision };
  const ctx = await contextOf(world.supervisor, at);
  await decideSignOff(ctx, input, aProof(world.supervisor, at), aKey());
}

async function limited(world: World, offer: "suspend" | "restrict"): Promise<Date> {
  const { at } = await aHolding(world);
  await givenBy(world, "manager", at, offer);
  return at;
}

async function givenBy(
  world: World,
  reader: (typeof readers)[number],
  at: Date,
  offer: Offer,
): Promise<void> {
  await commands[offer](await shownTo(world, reader, at));
}

async function shownTo(world: World, reader: (typeof readers)[number], at: Date): Promise<Shown> {
  const ctx = await contextOf(world[reader], at);
  const { staffId, competencyId } = subjectOf(world);
  const record = await getCompetencyRecord(ctx.actor, staffId, competencyId, londonDate(at));
  return { world, at, ctx, record };
}

/** What the person is offered on their own page, and what it sends. */
async function ownOffers({ world, at, ctx, record }: Shown): Promise<[string, () => Promise<unknown>][]> {
  const supervisorId = record.supervisors[0]?.id ?? "";
  const { competencyId } = subjectOf(world);
  const { request } = record;
  const ask = { competencyId, supervisorId, note: null };
  const sent = { requestId: request?.id ?? "", seenVersion: request?.version ?? 0, supervisorId, note: null };
  const all: [string, boolean, () => Promise<unknown>][] = [
    ["practise", true, () => recordPractice(ctx, practiceFields(world, { at }), aKey())],
    ["ask", canAsk(record), () => requestSignOff(ctx, ask, aKey())],
    [
      "answer the return",
      request?.state === "returned" && canSend(record),
      () => resubmitSignOff(ctx, sent, aKey()),
    ],
    ["send the draft", request?.state === "draft" && canSend(record), () => sendDraft(ctx, sent, aKey())],
  ];
  return all.filter(([, offered]) => offered).map(([name, , command]) => [name, command]);
}

const seen = new Set<string>();

describe("what is offered on a record is permitted", () => {
  for (const [number, [state, build]] of Object.entries(states).entries()) {
    test(state, async () => {
      const world = await aWorld(database, { ods: `Z${String(number).padStart(2, "0")}` });
      const at = await build(world);
      const answers: [string, string, string][] = [];
      const given: Shown[] = [];
      for (const reader of readers) given.push(await shownTo(world, reader, at));
      await probing(async () => {
        for (const shown of given) {
          const subject = await getSubjectOf(shown.ctx.actor, world.ap.staffId, londonDate(at));
          for (const offer of offersOn(shown.ctx.actor, subject, shown.record)) {
            answers.push([shown.ctx.actor.name, offer, await answerTo(commands[offer](shown))]);
          }
        }
        const [own] = given;
        for (const [name, command] of own ? await ownOffers(own) : []) {
          answers.push(["own", name, await answerTo(command())]);
        }
      });
      for (const [, offer] of answers) seen.add(offer);
      expect(answers.filter(([, , answer]) => answer !== permitted)).toEqual([]);
    });
  }

  test("every offer was made somewhere", () => {
    expect(seen).toEqual(new Set([...offers, "practise", "ask", "answer the return", "send the draft"]));
  });

  test("a refusal is seen: the control", async () => {
    const world = await aWorld(database, { ods: "Z99" });
    const shown = await shownTo(world, "supervisor", world.at);
    expect(await probing(() => answerTo(commands.suspend(shown)))).toBe("nothing-to-suspend");
  });
});
