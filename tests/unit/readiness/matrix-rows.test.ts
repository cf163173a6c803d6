import { expect, test } from "vitest";
import { matrixBody } from "@/app/[ods]/teams/[teamId]/readiness/matrix-rows";
import type { MatrixCell } from "@/lib/readiness/rules";

function markup(changes: Partial<MatrixCell>, name = "Ada"): string {
  const cell: MatrixCell = {
    competencyId: "c1",
    required: "mandatory",
    word: "current",
    status: "competent",
    authority: "not-needed",
    expiresOn: "2027-05-14",
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
  return String(matrixBody([{ row, person, href: "/zz1/people/s1" }], [column]));
}

test("a row is headed by the person, and each cell leads to the record and names it", () => {
  const made = markup({});
  expect(made).toContain('scope="row"><a href="/zz1/people/s1">Ada</a>');
  expect(made).toContain('href="/zz1/people/s1/competencies/c1"');
  expect(made).toContain(": Ada, ECG, valid until 14 May 2027<");
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

test("what is neither asked for nor begun has no link", () => {
  const made = markup({ word: null, status: "not-started", required: null });
  expect(made).toContain("Not asked for");
  expect(made).not.toContain("/competencies/");
});
