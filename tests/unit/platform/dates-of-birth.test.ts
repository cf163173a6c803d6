import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifiable } from "@/lib/platform/patient-data";
import { anyMark } from "./written-numbers";

describe("dates of birth", () => {
  test.each([
    "DOB 14/05/1950",
    "dob: 14.5.50",
    "D.O.B. 14-05-1950",
    "born on 14 May 1950",
    "Born 14th of May, 1950",
    "date of birth is 1950-05-14",
    "birthdate 1950/05/14",
    "birthday May 14, 1950",
    "Her birth date: 14-May-1950",
    "14/05/1950 (DOB)",
    "date of\nbirth\n14/05/1950",
    "born 3rd of March 1956",
    "DoB: 03.03.56",
    "d.o.b 3/3/1956",
    "DOB 3 3 1956",
    "DOB 03031956",
    "dob:030356",
    "DOB 3_3_1956",
    "DOB: 3 Mar ’56",
    "date-of-birth: 3-3-1956",
    "date of his birth 3/3/1956",
    "born in March 1956",
    "DO\u00adB 3/3/1956",
    "born   3   /   3   /   1956",
    "b. 1/2/1950",
    "Seen with her son, b. 14 May 1950",
    "dob=14|05|1950",
    "d.o.b: 14~05~1950",
    "DOB 14~5~50",
    "D/O/B 14/05/1950",
    "d-o-b: 14-05-1950",
    "patient_dob=14_05_1950",
    "date_of_birth=1950-05-14",
    "birth_date: 1950|05|14",
    "DOB: 14:05:1950",
    "DOB 14,05,1950",
    "born '14'05'1950'",
    "dob 14+05+1950",
    "DOB 14 * 05 * 1950",
    "14|05|1950 (dob)",
  ])("%j is found", (text) => {
    expect(findIdentifiable(text)).toEqual(["date-of-birth"]);
  });

  test.each([
    "Checked date of birth and name band before I began",
    "Done on 14/05/2026",
    "Newborn clinic on 14 May 2026",
    "Asked for the DOB. The next session, which we planned together for later, is on 14/05/2026",
    "Blood-borne viruses course 14/05/2026",
    "Asked for name and DOB. Reference 204511",
    "Checked DOB with 3 of 12 people",
    "May 2026",
    "a. 13 May 2026, b. 14 May 2026",
    "Vial B. 14/05/2026",
    "Checked DOB at 10:30:15",
    "At 10:30, 2026 images; DOB checked",
    "Done on 14|05|2026",
    "14~05~2026, all well",
    "Asked for the DOB, 3 + 4 of 12",
    "Stubborn 14/05/2026",
  ])("%j is left alone", (text) => {
    expect(findIdentifiable(text)).toEqual([]);
  });
});

test("a date of birth is found whatever stands between its parts", () => {
  const day = fc.integer({ min: 1, max: 28 });
  const month = fc.integer({ min: 1, max: 12 });
  const birthYear = fc.integer({ min: 1920, max: 2019 });
  const word = fc.constantFrom("DOB", "dob=", "d.o.b: ", "Born ", "date of birth - ", "date_of_birth=");
  fc.assert(
    fc.property(word, day, month, birthYear, anyMark, (before, d, m, y, mark) => {
      for (const parts of [
        [d, m, y],
        [y, m, d],
      ])
        expect(findIdentifiable(`${before}${parts.join(mark)}`)).toEqual(["date-of-birth"]);
      expect(findIdentifiable(`Done ${[d, m, y].join(mark)}`)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
