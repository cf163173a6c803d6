import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permission";
import {
  mayComment,
  mayConfirm,
  mayCorrect,
  mayRecordPractice,
  mayRecordTheory,
  mayRefuse,
  mayWithdraw,
} from "@/lib/evidence/policy";
import { evidenceRefusals } from "@/lib/evidence/words";
import { practiceStates } from "@/lib/evidence/workflow";
import { anActor } from "../people/actors";

const practice = { ownerId: "owner", observerId: "observer" };
const learner = { staffId: "owner", teamIds: ["team"] };

const people = {
  owner: anActor({ staffId: "owner", roles: [{ role: "assistant-practitioner", teamId: "team" }] }),
  observer: anActor({ staffId: "observer" }),
  supervisor: anActor({ staffId: "supervisor", superviseeIds: ["owner"] }),
  manager: anActor({ staffId: "manager", managedTeamIds: ["team"] }),
  educator: anActor({ staffId: "educator", roles: [{ role: "educator", teamId: "team" }] }),
  "educator elsewhere": anActor({ staffId: "educator", roles: [{ role: "educator", teamId: "other" }] }),
  lead: anActor({ staffId: "lead", roles: [{ role: "lead", teamId: null }] }),
  auditor: anActor({ staffId: "auditor", roles: [{ role: "auditor", teamId: null }] }),
  colleague: anActor({ staffId: "colleague", teamIds: ["team"] }),
} satisfies Record<string, Actor>;
type Person = keyof typeof people;

const policies: Record<string, { ask: (actor: Actor) => Permission; allowed: Person[] }> = {
  "record practice": {
    ask: (actor) => mayRecordPractice(actor, { ownerId: "owner" }),
    allowed: ["owner", "supervisor"],
  },
  "record what the observer watched": {
    ask: (actor) => mayRecordPractice(actor, practice),
    allowed: ["owner"],
  },
  "record what the supervisor watched": {
    ask: (actor) => mayRecordPractice(actor, { ownerId: "owner", observerId: "supervisor" }),
    allowed: ["owner", "supervisor"],
  },
  "record practice that its owner watched": {
    ask: (actor) => mayRecordPractice(actor, { ownerId: "owner", observerId: "owner" }),
    allowed: [],
  },
  correct: { ask: (actor) => mayCorrect(actor, practice), allowed: ["owner"] },
  confirm: { ask: (actor) => mayConfirm(actor, practice), allowed: ["observer"] },
  "confirm where the owner is named as observer": {
    ask: (actor) => mayConfirm(actor, { ownerId: "owner", observerId: "owner" }),
    allowed: [],
  },
  refuse: { ask: (actor) => mayRefuse(actor, practice), allowed: ["observer"] },
  comment: { ask: (actor) => mayComment(actor, practice), allowed: ["owner"] },
  "record theory": {
    ask: (actor) => mayRecordTheory(actor, learner),
    allowed: ["supervisor", "educator", "lead"],
  },
};

describe.each(Object.entries(policies))("%s", (_, { ask, allowed }) => {
  test.each(Object.entries(people))("%s", (name, actor) => {
    expectAnswer(ask(actor), allowed.includes(name as Person));
  });
});

describe.each(practiceStates)("withdraw practice that is %s", (state) => {
  const allowed: Person[] = state === "confirmed" ? ["observer", "lead"] : ["owner"];
  test.each(Object.entries(people))("%s", (name, actor) => {
    expectAnswer(mayWithdraw(actor, { ...practice, state }), allowed.includes(name as Person));
  });
});

test("a lead can neither withdraw their own confirmed practice nor record their own theory", () => {
  const lead = anActor({ staffId: "owner", roles: [{ role: "lead", teamId: null }] });
  expectAnswer(mayWithdraw(lead, { ...practice, state: "confirmed" }), false);
  expectAnswer(mayRecordTheory(lead, learner), false);
});

function expectAnswer(answer: Permission, allowed: boolean): void {
  expect(answer.allowed).toBe(allowed);
  if (!answer.allowed) expect(evidenceRefusals[answer.code]?.({})).toMatch(/^[A-Z]/);
}
