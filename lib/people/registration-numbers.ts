import type { RegistrationBody } from "./rules";

/** Each profession's register and, for HCPC, the letters its numbers begin with. */
export const professions = {
  "registered-nurse": { body: "NMC" },
  midwife: { body: "NMC" },
  "nursing-associate": { body: "NMC" },
  radiographer: { body: "HCPC", prefix: "RA" },
  podiatrist: { body: "HCPC", prefix: "CH" },
  "occupational-therapist": { body: "HCPC", prefix: "OT" },
  physiotherapist: { body: "HCPC", prefix: "PH" },
  dietitian: { body: "HCPC", prefix: "DT" },
  "speech-and-language-therapist": { body: "HCPC", prefix: "SL" },
  "biomedical-scientist": { body: "HCPC", prefix: "BS" },
  "clinical-scientist": { body: "HCPC", prefix: "CS" },
  "operating-department-practitioner": { body: "HCPC", prefix: "ODP" },
  "practitioner-psychologist": { body: "HCPC", prefix: "PYL" },
  doctor: { body: "GMC" },
  pharmacist: { body: "GPhC" },
  "social-worker": { body: "SWE" },
} as const satisfies Record<string, { body: RegistrationBody; prefix?: string }>;

export type Profession = keyof typeof professions;

export type RegistrationNumberFault =
  | "profession-unknown"
  | "profession-on-another-register"
  | "registration-number-missing"
  | "nmc-number-format"
  | "hcpc-number-format"
  | "hcpc-number-other-profession"
  | "gmc-number-format"
  | "gphc-number-format"
  | "swe-number-format";

/** Capitals, without the spaces, dots and dashes that people type into numbers. */
export function normaliseRegistrationNumber(number: string): string {
  return number.replace(/[\s.\-–]/g, "").toUpperCase();
}

/** What is wrong with the number's form, or null. A sound form never proves that the entry exists. */
export function registrationNumberFault(
  body: RegistrationBody,
  profession: string,
  number: string,
): RegistrationNumberFault | null {
  if (!isProfession(profession)) return "profession-unknown";
  if (professions[profession].body !== body) return "profession-on-another-register";
  const typed = normaliseRegistrationNumber(number);
  if (!typed) return "registration-number-missing";
  return formFaults[body](typed, profession);
}

export function isProfession(profession: string): profession is Profession {
  return Object.hasOwn(professions, profession);
}

// Forms as the registers print them (HCPC: letters and up to six digits). NMC's is deliberately loose: its
// letters for month and country are known from no page of the NMC.
const formFaults: Record<
  RegistrationBody,
  (typed: string, profession: Profession) => RegistrationNumberFault | null
> = {
  NMC: (typed) => (/^\d{2}[A-Z]\d{4}[A-Z]$/.test(typed) ? null : "nmc-number-format"),
  HCPC: hcpcFault,
  GMC: (typed) => (/^\d{7}$/.test(typed) ? null : "gmc-number-format"),
  GPhC: (typed) => (/^\d{7}$/.test(typed) ? null : "gphc-number-format"),
  SWE: (typed) => (/^SW\d{1,6}$/.test(typed) ? null : "swe-number-format"),
};

function hcpcFault(typed: string, profession: Profession): RegistrationNumberFault | null {
  const [, letters] = /^([A-Z]{2,3})\d{1,6}$/.exec(typed) ?? [];
  if (!letters) return "hcpc-number-format";
  const entry = professions[profession];
  return "prefix" in entry && entry.prefix === letters ? null : "hcpc-number-other-profession";
}
