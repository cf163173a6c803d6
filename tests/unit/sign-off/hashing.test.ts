import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256, sha256Hex } from "@/lib/platform/crypto";

describe("canonical JSON", () => {
  test("sorts keys by code unit, at every depth, without white space", () => {
    expect(canonicalJson({ b: [3, { d: null, c: true }], a: "é\n", "10": 1, "9": -0 })).toBe(
      '{"10":1,"9":0,"a":"é\\n","b":[3,{"c":true,"d":null}]}',
    );
  });

  test("writes numbers as RFC 8785 does", () => {
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27])).toBe(
      "[333333333.3333333,1e+30,4.5,0.002,1e-27]",
    );
  });

  test("leaves out undefined properties", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test("has one spelling for equal values, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        const text = canonicalJson(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(canonicalJson(shuffled(plain))).toBe(text);
      }),
    );
  });
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
}

test("SHA-256 as FIPS 180 gives it", () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(sha256Hex("abc")).toBe(abc);
  expect(sha256(new TextEncoder().encode("abc")).toString("hex")).toBe(abc);
});
