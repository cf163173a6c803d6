import { describe, expect, test } from "vitest";
import { sentences } from "@/app/_server/words";
import { authRefusals } from "@/lib/auth/words";
import { competencyRefusals } from "@/lib/competencies/words";
import { evidenceRefusals } from "@/lib/evidence/words";
import { peopleRefusals } from "@/lib/people/words";
import { checkCodes } from "@/lib/sign-off/rules";
import { signOffRefusals } from "@/lib/sign-off/words";
import { collect, type FoundCodes, findRefusalCodes } from "./refusal-codes";

const found = findRefusalCodes();

describe("every refusal has a sentence", () => {
  test("the sources are read: there are many codes, some in each layer", () => {
    expect(found.codes.size).toBeGreaterThan(60);
    for (const layer of [
      "lib/people",
      "lib/competencies",
      "lib/evidence",
      "lib/sign-off",
      "app/_server",
      "db",
    ]) {
      expect(
        [...found.codes.values()].some((file) => file.startsWith(layer)),
        layer,
      ).toBe(true);
    }
  });

  test.each([...found.codes])("%s, of %s", (code) => {
    expect(Object.keys(sentences)).toContain(code);
  });

  test.each(checkCodes)("the rule %s", (code) => {
    expect(Object.keys(sentences)).toContain(code);
  });

  test("a code that is worked out elsewhere comes from a place that this test knows", () => {
    expect([...found.handedOn].sort()).toEqual([
      "db/rows.ts: code",
      "lib/auth: permission.code",
      "lib/evidence: fault.code",
      "lib/people: fault",
      "lib/people: others",
      "lib/people: own",
      "lib/platform: code",
      "lib/platform: first.code",
      "lib/sign-off: failed.code",
      "lib/sign-off: fault",
      "lib/sign-off: otherwise",
    ]);
  });

  test("the codes that rules answer with are read too", () => {
    expect([...found.codes.keys()]).toEqual(
      expect.arrayContaining(["hcpc-number-format", "role-needs-end", "equipment-needed"]),
    );
    expect(found.codes.has("performedOn")).toBe(false);
  });

  test("no sentence is empty, or ends in a full stop: pages put that", () => {
    for (const [code, sentence] of Object.entries(sentences)) {
      expect(sentence({}).trim(), code).toMatch(/^[^.].*[^.]$/s);
    }
  });
});

test("the reading finds what stands in a condition, and what is handed on", () => {
  const read: FoundCodes = { codes: new Map(), handedOn: new Set() };
  collect('refuse("rule", kind === "x" ? "first-code" : "second-code", { a: [1, 2] });', "a.ts", read);
  collect("throw new Refusal(kind, worked.out);\nfunction deny(code: string) {}", "b.ts", read);
  expect([...read.codes.keys()]).toEqual(["first-code", "second-code"]);
  expect([...read.handedOn]).toEqual(["b.ts: worked.out"]);
});

test("no two domains have a sentence for the same refusal: one would be shown for the other", () => {
  const domains = [authRefusals, peopleRefusals, competencyRefusals, evidenceRefusals, signOffRefusals];
  const codes = domains.flatMap((sentences) => Object.keys(sentences));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
