import { describe, expect, test } from "vitest";
import type { HoldingEvent } from "@/lib/sign-off/holding/rules";
import { assess, type RecordFacts } from "@/lib/sign-off/record/assess/rules";
import { aPractice, aRule } from "./a-decision";

const on = "2026-06-01";
const competencyId = "daily-checks";
const version = {
  competencyId,
  versionId: "v1",
  rule: aRule({ needsEntitlement: false }),
  theory: [],
  prerequisites: [],
};

function practice(id: string, performedOn: string, observerId = "owen") {
  return {
    ...aPractice({ id, performedOn, observerId, recordedAt: `${performedOn}T12:00:00Z` }),
    competencyId,
    observerName: "Owen Price",
  };
}

function supervisor(id: string, lastAskedAt: string | null = null) {
  return { id, name: `${id} by name`, checkDue: false, lastAskedAt };
}

const complete = [practice("p1", "2026-05-01"), practice("p2", "2026-05-02", "ada")];

function request(
  state: "submitted" | "declined" | "draft" | "withdrawn",
  stateSince: string,
  addressedToId = "owen",
) {
  return {
    id: `${state}-${stateSince}`,
    competencyId,
    competencyVersionId: "v1",
    state,
    addressedToId,
    stateSince,
  };
}

function standing(facts: Partial<RecordFacts>) {
  const nothing: RecordFacts = {
    practices: complete,
    done: new Map(),
    events: [],
    grants: [],
    requests: [],
    supervisors: [supervisor("owen"), supervisor("ada")],
    asked: [],
    reasons: new Map(),
  };
  return assess(version, { ...nothing, ...facts }, on).standing;
}

describe("whom the next step names", () => {
  test("the supervisor whom the form proposes: asked last, also for another competency", () => {
    const supervisors = [supervisor("owen"), supervisor("ada", "2026-04-01T09:00:00Z")];
    expect(standing({ supervisors }).nextStep).toMatchObject({
      code: "ask",
      params: { name: "ada by name" },
    });
  });
  test("whoever the open request is addressed to", () => {
    const supervisors = [supervisor("owen"), supervisor("ada", "2026-04-01T09:00:00Z")];
    const requests = [request("submitted", "2026-05-10T09:00:00Z")];
    expect(standing({ supervisors, requests }).nextStep).toMatchObject({
      code: "decide",
      params: { name: "owen by name" },
    });
  });
});

describe("after a decline", () => {
  const asked = [{ competencyId, at: "2026-05-09T09:00:00Z" }];
  const requests = [request("declined", "2026-05-10T09:00:00Z")];
  const declined = { requests, asked };

  test("everything is there, and still it is not ready to ask", () => {
    expect(standing(declined)).toMatchObject({
      status: "working-towards",
      complete: true,
      nextStep: { code: "answer-decline", params: { name: "owen by name" } },
    });
  });
  test("for as long as nothing has changed, not for a month", () => {
    const old = { requests: [request("declined", "2025-06-10T09:00:00Z")], asked: [] };
    const practices = [practice("p1", "2025-06-01"), practice("p2", "2025-06-02", "ada")];
    expect(standing({ ...old, practices }).status).toBe("working-towards");
  });
  test("ready again with practice recorded and confirmed since", () => {
    const since = practice("p3", "2026-05-12");
    expect(standing({ ...declined, practices: [...complete, since] })).toMatchObject({
      status: "ready-to-request",
      nextStep: { code: "ask" },
    });
  });
  test("not with practice that nobody has confirmed", () => {
    const since = { ...practice("p3", "2026-05-12"), state: "awaiting-confirmation" as const };
    expect(standing({ ...declined, practices: [...complete, since] }).status).toBe("working-towards");
  });
  test("not with practice that the signer had seen", () => {
    const seen = { ...practice("p3", "2026-05-10"), recordedAt: "2026-05-10T08:00:00Z" };
    expect(standing({ ...declined, practices: [...complete, seen] }).status).toBe("working-towards");
  });
  test("a new request takes its place, also once it is withdrawn", () => {
    const again = [{ competencyId, at: "2026-05-11T09:00:00Z" }];
    const sent = [...requests, request("submitted", "2026-05-11T09:00:00Z")];
    expect(standing({ requests: sent, asked: again }).status).toBe("awaiting-decision");
    const taken = [...requests, request("withdrawn", "2026-05-12T09:00:00Z")];
    expect(standing({ requests: taken, asked: again }).status).toBe("ready-to-request");
  });
  test("a draft that nobody has seen changes no status, and is the next step", () => {
    const drafted = [...requests, request("draft", "2026-05-11T09:00:00Z")];
    expect(standing({ ...declined, requests: drafted })).toMatchObject({
      status: "working-towards",
      nextStep: { code: "submit-draft" },
    });
  });
  test("a draft that was withdrawn unsent leaves the decline standing", () => {
    const dropped = [...requests, request("withdrawn", "2026-05-11T09:00:00Z")];
    expect(standing({ ...declined, requests: dropped }).status).toBe("working-towards");
  });
  test("of another competency it says nothing", () => {
    const other = { ...requests[0], competencyId: "another" } as (typeof requests)[number];
    expect(standing({ requests: [other], asked }).status).toBe("ready-to-request");
  });
});

describe("a restriction that outlives its sign-off", () => {
  const event = (kind: HoldingEvent["kind"], day: string, more: Partial<HoldingEvent> = {}) => ({
    id: `${kind}-${day}`,
    competencyId,
    kind,
    on: day,
    recordedAt: `${day}T12:00:00Z`,
    expiresOn: null,
    ...more,
  });
  const granted = event("granted", "2025-01-01", { expiresOn: "2026-01-01" });
  const restricted = event("restricted", "2025-03-01");

  test("expired: a reassessment comes before the next request", () => {
    expect(standing({ events: [granted, restricted] })).toMatchObject({
      status: "expired",
      underReview: "restricted",
      nextStep: { code: "reassess-first", holder: "supervisor" },
    });
  });
  test("voided: the same", () => {
    const voided = event("voided", "2025-04-01", { voidsEventId: granted.id });
    expect(standing({ events: [granted, restricted, voided] })).toMatchObject({
      status: "voided",
      underReview: "restricted",
      nextStep: { code: "reassess-first" },
    });
  });
  test("lifted: nothing is under review", () => {
    const reinstated = event("reinstated", "2025-04-01");
    expect(standing({ events: [granted, restricted, reinstated] })).toMatchObject({
      underReview: null,
      nextStep: { code: "sign-off-again" },
    });
  });
});
