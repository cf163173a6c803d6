import { expect, test } from "vitest";
import { splitByAsked } from "@/lib/readiness/asked/rules";
import type { MatrixRow, MatrixWord } from "@/lib/readiness/rules";

function rowOf(staffId: string, ...words: (MatrixWord | null)[]): MatrixRow {
  const cells = words.map((word, index) => ({
    competencyId: `c${index}`,
    required: null,
    word,
    status: "not-started" as const,
    authority: "not-needed" as const,
    expiresOn: null,
    overdueSince: null,
  }));
  return { staffId, name: `Name of ${staffId}`, cells };
}

test("those of whom nothing is asked stand apart, and posts stay beside their rows", () => {
  const rows = [rowOf("s1", null, null), rowOf("s2", "training", null), rowOf("s3", null, "current")];
  const split = splitByAsked(rows, ["post 1", "post 2", "post 3"]);
  expect(split.rows.map(({ staffId }) => staffId)).toEqual(["s2", "s3"]);
  expect(split.people).toEqual(["post 2", "post 3"]);
  expect(split.others).toEqual([{ staffId: "s1", name: "Name of s1" }]);
});

test("somebody with two posts is named once, and not at all where one of them is asked for something", () => {
  const rows = [rowOf("s1", null), rowOf("s1", null), rowOf("s2", null), rowOf("s2", "due")];
  expect(splitByAsked(rows, rows).others.map(({ staffId }) => staffId)).toEqual(["s1"]);
  expect(splitByAsked(rows, rows).rows).toHaveLength(1);
});
