import { expect, test } from "vitest";
import {
  normaliseRegistrationNumber,
  professions,
  type RegistrationNumberFault,
  registrationNumberFault,
} from "@/lib/people/registration-numbers";
import { type RegistrationBody, registrationBodies } from "@/lib/people/rules";
import { peopleRefusals, professionWords } from "@/lib/people/words";

test.each<[RegistrationBody, string, string, RegistrationNumberFault | null]>([
  ["NMC", "registered-nurse", "99Z9999Z", null],
  ["NMC", "midwife", " 99z 9999z ", null],
  ["NMC", "nursing-associate", "99Z999Z", "nmc-number-format"],
  ["NMC", "registered-nurse", "9Z99999Z", "nmc-number-format"],
  ["NMC", "registered-nurse", "", "registration-number-missing"],
  ["NMC", "registered-nurse", " - ", "registration-number-missing"],
  ["HCPC", "radiographer", "RA000000", null],
  ["HCPC", "radiographer", "ra 12", null],
  ["HCPC", "operating-department-practitioner", "ODP000000", null],
  ["HCPC", "practitioner-psychologist", "PYL000000", null],
  ["HCPC", "radiographer", "PH000000", "hcpc-number-other-profession"],
  ["HCPC", "radiographer", "000000", "hcpc-number-format"],
  ["HCPC", "radiographer", "RA0000000", "hcpc-number-format"],
  ["HCPC", "radiographer", "RA", "hcpc-number-format"],
  ["HCPC", "registered-nurse", "RA000000", "profession-on-another-register"],
  ["GMC", "doctor", "0000000", null],
  ["GMC", "doctor", "000000", "gmc-number-format"],
  ["GPhC", "pharmacist", "0000000", null],
  ["GPhC", "pharmacist", "P000000", "gphc-number-format"],
  ["SWE", "social-worker", "SW000000", null],
  ["SWE", "social-worker", "000000", "swe-number-format"],
  ["NMC", "phlebotomist", "99Z9999Z", "profession-unknown"],
  ["NMC", "toString", "99Z9999Z", "profession-unknown"],
])("%s, %s, %j: %s", (body, profession, number, fault) => {
  expect(registrationNumberFault(body, profession, number)).toBe(fault);
  if (fault) expect(peopleRefusals[fault]?.({})).toMatch(/^[A-Z]/);
});

test("a number is kept without the spaces and dashes that were typed", () => {
  expect(normaliseRegistrationNumber(" ph-12 34.56 ")).toBe("PH123456");
});

test("each body keeps the register of some profession, and each profession has a name", () => {
  const bodies = Object.values(professions).map(({ body }) => body);
  expect(new Set(bodies)).toEqual(new Set(registrationBodies));
  expect(Object.keys(professionWords)).toEqual(Object.keys(professions));
});
