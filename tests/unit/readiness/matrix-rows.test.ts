import { expect, test } from "vitest";
import { type Matrix, matrixBody } from "@/app/[ods]/teams/[teamId]/readiness/matrix-rows";
import { packMatrix } from "@/app/[ods]/teams/[teamId]/readiness/pack-matrix";
import type { MatrixCell } from "@/lib/readiness/rules";

function packed(changes: Partial<MatrixCell>, name = "Ada"): Matrix {
  const cell: MatrixCell = {
    competencyId: "c1",
    required: "mandatory",
    word: "current",
    status: "competent",
    authority: "not-needed",
    expiresOn: "2027-05-14",
    overdueSince: null,
    ...changes,
  };
  const person = {
    staffId: "s1",
    teamId: "t1",
    name,
    jobRole: "r1",
    jobRoleTitle: "Assistant practitioner",
    band: "4",
    shiftPattern: null,
    validFrom: "2024-01-01",
    validUntil: null,
  };
  const column = {
    competencyId: "c1",
    code: "C1",
    title: "ECG",
    noticeDays: 0,
    needsEntitlement: false,
    needsScopeExtension: false,
    productDefaults: true,
  };
  const row = { staffId: "s1", name, cells: [cell] };
  const facts = { rows: [row, { ...row, name: "Next page" }], people: [person, person], columns: [column] };
  return packMatrix(facts, { path: "/zz1/people", query: "" }, { from: 0, most: 1 });
}

/** As the browser's copy of the page carries it, through JSON. */
function markup(changes: Partial<MatrixCell>, name?: string): string {
  return String(matrixBody(JSON.parse(JSON.stringify(packed(changes, name)))));
}

test("a row is headed by the person, and each cell leads to the record", () => {
  const made = markup({});
  expect(made).toContain('scope="row"><a href="/zz1/people/s1">Ada</a>');
  expect(made).toContain('href="/zz1/people/s1/competencies/c1">Current</a></td>');
});

test("names are escaped", () => {
  expect(markup({}, "<b>O'Neil</b>")).not.toContain("<b>");
});

test("not yet entitled is said in words; why somebody is not current is not", () => {
  expect(markup({ word: "not current", authority: "not-accepted" })).toContain(
    "<br>Signed off, not yet entitled",
  );
  const suspended = markup({ word: "not current", status: "suspended", expiresOn: null });
  expect(suspended).toBe(markup({ word: "not current", status: "expired", expiresOn: null }));
  expect(suspended).not.toMatch(/suspend/i);
});

test("what is overdue says since when, beneath its word", () => {
  const late = { word: "training" as const, status: "working-towards" as const, overdueSince: "2026-03-03" };
  expect(markup(late)).toContain("<br>overdue since 3 March 2026");
});

test("what is neither asked for nor begun has no link", () => {
  const made = markup({ word: null, status: "not-started", required: null });
  expect(made).toContain("Not asked for");
  expect(made).not.toContain("/competencies/");
});

test("what is due says until when, beneath its word", () => {
  expect(markup({ word: "due", status: "renewal-due" })).toContain("Due</a><br>until 14 May 2027</td>");
});

test("what many cells say is carried once", () => {
  const { sayings, rows } = packed({});
  expect(sayings).toEqual([{ word: "current", note: "" }]);
  expect(rows.map(({ name, cells }) => [name, cells])).toEqual([["Ada", [0]]]);
});

test("on another day each cell takes the day along", () => {
  const made = String(matrixBody({ ...packed({}), query: "?on=2027-06-30" }));
  expect(made).toContain('href="/zz1/people/s1/competencies/c1?on=2027-06-30"');
});
