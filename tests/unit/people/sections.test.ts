import { describe, expect, test } from "vitest";
import { mayUseSection, navigationFor, type Segment } from "@/app/[ods]/navigation";
import { type Role, roles } from "@/lib/auth/actor";
import { anActor } from "./actors";

const readers: Role[] = [
  "manager",
  "deputy",
  "educator",
  "lead",
  "auditor",
  "radiation-expert",
  "physics-expert",
  "authoriser",
];

const business: Record<Segment, Role[]> = {
  competencies: ["assistant-practitioner"],
  queue: ["supervisor"],
  teams: readers,
  people: ["supervisor", ...readers],
  authorities: ["authoriser"],
  admin: ["lead"],
};

describe.each(Object.entries(business))("%s", (segment, allowed) => {
  test.each([...roles])("for the %s", (role) => {
    const actor = anActor({ roles: [{ role, teamId: null }] });
    expect(mayUseSection(actor, segment as Segment).allowed).toBe(allowed.includes(role));
  });
});

test("an assistant practitioner is led to their own competencies alone", () => {
  const actor = anActor({ roles: [{ role: "assistant-practitioner", teamId: null }] });
  expect(navigationFor(actor, "/zz1/competencies/1?show=all")).toEqual([
    { text: "My competencies", href: "/zz1/competencies", current: true },
  ]);
});

test("whoever supervises somebody has a queue and people, with or without the role", () => {
  const texts = navigationFor(anActor({ superviseeIds: ["ap"] }), "/zz1").map(({ text }) => text);
  expect(texts).toEqual(["Waiting for you", "People"]);
});

test("several roles see the sections of each, once", () => {
  const actor = anActor({
    roles: [
      { role: "supervisor", teamId: null },
      { role: "manager", teamId: "t" },
    ],
  });
  expect(navigationFor(actor, "/zz1").map(({ text }) => text)).toEqual([
    "Waiting for you",
    "Readiness",
    "People",
  ]);
});
