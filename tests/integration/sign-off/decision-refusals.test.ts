import { beforeAll, describe, expect, test } from "vitest";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aCompleteEvidence, aProof, aRequest, decisionOn } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

const count = async (table: string) => {
  const [row] =
    await database.superuser`select count(*)::int as n from ${database.superuser(table)} where trust_id = ${world.trustId}`;
  return row?.n;
};

const tables = [
  "sign_off_decisions",
  "signatures",
  "signing_events",
  "holding_events",
  "sign_off_steps",
  "outbox",
  "audit_entries",
  "idempotency_keys",
];
const everything = async () =>
  Promise.all([
    ...tables.map(count),
    database.superuser`select state, version from sign_off_requests where trust_id = ${world.trustId} order by id`,
  ]);

describe("a refusal changes nothing", () => {
  let at: Date;
  let requestId: string;
  beforeAll(async () => {
    world = await aWorld(database);
    ({ at } = await aCompleteEvidence(world));
    requestId = await aRequest(world, at);
  });

  const refused = async (work: () => Promise<unknown>, expected: object) => {
    const before = await everything();
    await expect(work()).rejects.toMatchObject(expected);
    expect(await everything()).toEqual(before);
  };
  const decide = async (changes: object, signer = world.supervisor, when = at) =>
    decideSignOff(
      await contextOf(signer, when),
      { ...(await decisionOn(requestId, signer, when)), ...changes } as never,
      aProof(signer, when),
      aKey(),
    );

  test("without a final assessment", () =>
    refused(() => decide({ assessmentPracticeId: null }), { code: "final-assessment" }));
  test("with evidence that is not what was seen", () =>
    refused(() => decide({ seenEvidenceHash: "0".repeat(64) }), { code: "evidence-as-seen" }));
  test("on a version that is not what was seen", () =>
    refused(() => decide({ seenVersion: 7 }), { code: "request-as-seen" }));
  test("by the person themselves", () =>
    refused(
      async () =>
        decideSignOff(
          await contextOf(world.ap, at),
          { ...(await decisionOn(requestId, world.supervisor, at)) },
          aProof(world.ap, at),
          aKey(),
        ),
      { code: "own-sign-off" },
    ));
  test("by a manager who does not supervise them", () =>
    refused(
      async () =>
        decideSignOff(
          await contextOf(world.manager, at),
          { ...(await decisionOn(requestId, world.supervisor, at)) },
          aProof(world.manager, at),
          aKey(),
        ),
      { code: "not-supervisor" },
    ));
  test("on a proof that is older than five minutes", () =>
    refused(
      async () =>
        decideSignOff(
          await contextOf(world.supervisor, at),
          await decisionOn(requestId, world.supervisor, at),
          aProof(world.supervisor, new Date(at.getTime() - 301_000)),
          aKey(),
        ),
      { code: "proof-expired" },
    ));
  test("on somebody else's proof", () =>
    refused(
      async () =>
        decideSignOff(
          await contextOf(world.supervisor, at),
          await decisionOn(requestId, world.supervisor, at),
          aProof(world.secondSupervisor, at),
          aKey(),
        ),
      { code: "proof-of-another" },
    ));
  test("by a registrant whose check is due", () =>
    refused(() => decide({}, world.supervisor, daysAfter(800, world.at)), {
      code: "signer-registered",
      params: { standing: "check-due" },
    }));
  test("from another trust, where the request does not exist", async () => {
    const other = await aWorld(database, { ods: "ZZOTHER" });
    const decision = await decisionOn(requestId, world.supervisor, at);
    await refused(
      async () =>
        decideSignOff(await contextOf(other.supervisor, at), decision, aProof(other.supervisor, at), aKey()),
      { kind: "not-found" },
    );
  });
});
