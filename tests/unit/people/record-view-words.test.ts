import { expect, test } from "vitest";
import { roles } from "@/lib/auth/actor";
import { capacityOf } from "@/lib/people/record-views/words";

test.each([
  [["supervisor"], true, "Your supervisor"],
  [["supervisor", "manager"], true, "Your supervisor, manager"],
  [["supervisor", "lead"], false, "Education lead"],
  [["manager", "auditor"], false, "Manager, auditor"],
  [["supervisor"], false, "Supervisor"],
  [[], true, "Your supervisor"],
  [[], false, "No role on that day"],
] as const)("%j, supervising %s: %s", (held, supervised, words) => {
  expect(capacityOf({ roles: held, supervised })).toBe(words);
});

test("every role has a word", () => {
  for (const role of roles)
    expect(capacityOf({ roles: [role], supervised: false })).toMatch(/^[A-Z][a-z ]+$/);
});
