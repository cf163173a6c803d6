import { beforeAll, describe, expect, test } from "vitest";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { aKey, contextOf } from "@/tests/factories/context";
import { aCompleteEvidence, aProof, aRequest, decisionOn, gammaCamera } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let at: Date;

beforeAll(async () => {
  world = await aWorld(database);
  ({ at } = await aCompleteEvidence(world));
});

const counts = async () => {
  const [row] = await database.superuser`select
    (select count(*)::int from sign_off_requests) as requests, (select count(*)::int from sign_off_steps) as steps,
    (select count(*)::int from outbox where kind like 'sign_off%') as mails,
    (select count(*)::int from audit_entries where action like 'sign_off%') as audited`;
  return row;
};

describe("once means once", () => {
  const input = () => ({
    competencyId: world.competency(gammaCamera),
    supervisorId: world.supervisor.staffId,
    note: null,
  });
  let key: string;
  let id: string;

  test("fifty times the same form makes one request, one audit entry and one mail", async () => {
    key = aKey();
    const ctx = await contextOf(world.ap, at);
    const answers = await Promise.all(Array.from({ length: 50 }, () => requestSignOff(ctx, input(), key)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    id = answers[0]?.id ?? "";
    expect(await counts()).toEqual({ requests: 1, steps: 1, mails: 1, audited: 1 });
  });

  test("the same key with something else in the form is refused, and names what was saved", async () => {
    const other = { ...input(), note: "Please look today" };
    const again = requestSignOff(await contextOf(world.ap, at), other, key);
    await expect(again).rejects.toMatchObject({ code: "already-saved", params: { id } });
    expect(await counts()).toEqual({ requests: 1, steps: 1, mails: 1, audited: 1 });
  });

  test("another form while the request is open is refused, also when both are sent at once", async () => {
    const ctx = await contextOf(world.ap, at);
    await expect(requestSignOff(ctx, input(), aKey())).rejects.toMatchObject({ code: "request-open" });
    expect(await counts()).toEqual({ requests: 1, steps: 1, mails: 1, audited: 1 });
  });
});

describe("two supervisors deciding at once", () => {
  const rounds = process.env.FULL === "1" ? 200 : 20;

  test(`one wins and the other is told, ${rounds} times`, async () => {
    const [first] = await database.superuser`select id from sign_off_requests`;
    const signers = [world.supervisor, world.secondSupervisor];
    let requestId = first?.id as string;
    for (let round = 0; round < rounds; round += 1) {
      const tries = await Promise.all(
        signers.map(async (signer) => {
          const {
            assessmentNote: _n,
            assessmentPracticeId: _p,
            ...seen
          } = await decisionOn(requestId, signer, at);
          return {
            signer,
            ctx: await contextOf(signer, at),
            input: { ...seen, outcome: "decline" as const, reason: "Not now" },
          };
        }),
      );
      const results = await Promise.allSettled(
        tries.map(({ signer, ctx, input }) => decideSignOff(ctx, input, aProof(signer, at), aKey())),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const lost = results.find((result) => result.status === "rejected");
      expect(["request-changed", "request-as-seen", "step-not-possible"]).toContain(lost?.reason.code);
      requestId = await aRequest(world, at);
    }
    const [row] = await database.superuser`select (select count(*)::int from sign_off_decisions) as decisions,
      (select count(*)::int from signatures) as signatures, (select count(*)::int from audit_entries where action = 'sign_off.declined') as audited`;
    expect(row).toEqual({ decisions: rounds, signatures: rounds, audited: rounds });
  }, 120_000);
});
