import { describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permission";
import {
  mayApproveException,
  mayDecide,
  mayGrantEntitlement,
  mayLift,
  mayRequest,
  maySeeReason,
  maySuspend,
  mayTakeOver,
  mayVoid,
  mayWithdraw,
} from "@/lib/sign-off/policy";
import { signOffRefusals } from "@/lib/sign-off/words";

const relations = ["self", "supervisor", "manager", "none"] as const;
type Relation = (typeof relations)[number];

function anActor(role: Role, relation: Relation, teamId: string | null = null): Actor {
  return {
    accountId: "account",
    trustId: "trust",
    ods: "X26",
    trustName: "A trust",
    demo: true,
    staffId: relation === "self" ? "owner" : "actor",
    name: "An actor",
    roles: [{ role, teamId }],
    teamIds: [],
    managedTeamIds: relation === "manager" ? ["team"] : [],
    superviseeIds: relation === "supervisor" ? ["owner"] : [],
  };
}

const person = { ownerId: "owner", teamIds: ["team"] };
const request = { ownerId: "owner", addressedToId: "colleague" };

/** Who is allowed, and the denial that everybody else reads. */
const table: Record<
  string,
  { ask: (actor: Actor) => Permission; may: (role: Role, relation: Relation) => boolean }
> = {
  mayRequest: { ask: (a) => mayRequest(a, "owner"), may: (_, r) => r === "self" },
  mayWithdraw: { ask: (a) => mayWithdraw(a, "owner"), may: (_, r) => r === "self" },
  mayDecide: { ask: (a) => mayDecide(a, request), may: (_, r) => r === "supervisor" },
  mayTakeOver: { ask: (a) => mayTakeOver(a, request), may: (_, r) => r === "supervisor" },
  maySuspend: { ask: (a) => maySuspend(a, person), may: (_, r) => r === "supervisor" || r === "manager" },
  mayLift: { ask: (a) => mayLift(a, "owner"), may: (_, r) => r === "supervisor" },
  mayGrantEntitlement: {
    ask: (a) => mayGrantEntitlement(a, person),
    may: (role, r) => role === "authoriser" && r !== "self",
  },
  maySeeReason: {
    ask: (a) => maySeeReason(a, person),
    may: (_, r) => r !== "none",
  },
  mayApproveException: {
    ask: (a) => mayApproveException(a, "owner"),
    may: (role, r) => role === "lead" && r !== "self",
  },
  mayVoid: {
    ask: (a) => mayVoid(a, { ownerId: "owner", signerId: "signer" }),
    may: (role, r) => role === "lead" && r !== "self",
  },
};

for (const [name, { ask, may }] of Object.entries(table)) {
  describe(name, () => {
    for (const role of roles)
      for (const relation of relations) {
        const expected = may(role, relation);
        test(`${role}, ${relation}: ${expected ? "may" : "may not"}`, () => {
          const answer = ask(anActor(role, relation));
          expect(answer.allowed).toBe(expected);
          if (!answer.allowed) expect(signOffRefusals).toHaveProperty(answer.code);
        });
      }
  });
}

const codeOf = (answer: Permission) => (answer.allowed ? "allowed" : answer.code);

describe("each denial names its reason", () => {
  test("deciding", () => {
    expect(codeOf(mayDecide(anActor("supervisor", "self"), request))).toBe("own-sign-off");
    expect(codeOf(mayDecide(anActor("supervisor", "none"), request))).toBe("not-supervisor");
    const once = { ownerId: "owner", addressedToId: "actor" };
    expect(codeOf(mayDecide(anActor("supervisor", "none"), once))).toBe("no-longer-supervisor");
    expect(codeOf(mayTakeOver(anActor("supervisor", "supervisor"), once))).toBe("already-addressed-to-you");
  });

  test("supervising oneself by mistake gives nothing", () => {
    const actor = { ...anActor("supervisor", "self"), superviseeIds: ["owner"], managedTeamIds: ["team"] };
    expect(codeOf(mayDecide(actor, request))).toBe("own-sign-off");
    expect(codeOf(maySuspend(actor, person))).toBe("own-suspension");
    expect(codeOf(mayLift(actor, "owner"))).toBe("own-suspension");
  });

  test("an authoriser for one team entitles nobody outside it, and never themselves", () => {
    expect(codeOf(mayGrantEntitlement(anActor("authoriser", "none", "team"), person))).toBe("allowed");
    expect(codeOf(mayGrantEntitlement(anActor("authoriser", "none", "other"), person))).toBe(
      "not-authoriser",
    );
    expect(codeOf(mayGrantEntitlement(anActor("authoriser", "self"), person))).toBe("own-entitlement");
  });

  test("the signer voids what they signed; nobody voids in their own record", () => {
    const signed = { ownerId: "owner", signerId: "actor" };
    expect(codeOf(mayVoid(anActor("supervisor", "none"), signed))).toBe("allowed");
    expect(codeOf(mayVoid(anActor("lead", "self"), signed))).toBe("own-void");
    expect(codeOf(mayVoid(anActor("manager", "manager"), { ...signed, signerId: "signer" }))).toBe(
      "not-signer-or-lead",
    );
  });
});
