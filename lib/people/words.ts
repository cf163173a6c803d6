import { formatDate, type IsoDate } from "@/lib/platform/dates";
import type { RefusalParams } from "@/lib/platform/refusals";
import type { Profession, RegistrationNumberFault } from "./registration-numbers";
import type { RegistrationOutcome, RegistrationStanding, ShiftPattern } from "./rules";

type Sentence = (params: RefusalParams) => string;

const numberFaults: Record<RegistrationNumberFault, Sentence> = {
  "profession-unknown": () => "Select a profession from the list",
  "profession-on-another-register": () =>
    "This profession is on another register. Change the register or the profession",
  "registration-number-missing": () => "Enter the registration number",
  "nmc-number-format": () =>
    "An NMC PIN has 2 digits, a letter, 4 digits and a letter, like 99Z9999Z. Check the number",
  "hcpc-number-format": () =>
    "An HCPC number has 2 or 3 letters and up to 6 digits, like PH000000. Check the number",
  "hcpc-number-other-profession": () =>
    "The letters of this HCPC number belong to another profession. Check the number and the profession",
  "gmc-number-format": () => "A GMC number has 7 digits. Check the number",
  "gphc-number-format": () => "A GPhC number has 7 digits. Check the number",
  "swe-number-format": () =>
    "A Social Work England number is SW and up to 6 digits, like SW000000. Check the number",
};

export const peopleRefusals: Record<string, Sentence> = {
  ...numberFaults,
  "record-not-visible": () => "You can't see this record",
  "registration-checks-lead-only": () => "Only the education lead can record a registration check",
  "own-registration": () => "You can't record the check of your own registration. Ask another education lead",
  "condition-clearance-lead-only": () =>
    "Only the education lead can record that conditions do not bear on assessing",
  "own-conditions": () =>
    "You can't decide whether your own conditions bear on assessing. Ask another education lead",
  "assessor-approval-lead-only": () => "Only the education lead can approve assessors",
  "own-assessor-approval": () => "You can't approve yourself as an assessor. Ask another education lead",
  "frameworks-lead-only": () => "Only the education lead can adopt a framework",
  "requirements-lead-only": () => "Only the education lead can change what a team requires",
  "readiness-not-visible": () => "You can't see this team's readiness",
  "people-lead-only": () => "Only the education lead can set up people, teams and places",
  "code-taken": () => "Your trust already uses this code. Enter another one",
  "employee-number-taken": () => "Somebody in your trust has this employee number. Check the number",
  "account-taken": () => "This log-in already belongs to somebody in your trust",
  "staff-not-found": () => "There is no such person in your trust. Select one from the list",
  "team-not-found": () => "There is no such team. Select one from the list",
  "job-role-not-found": () => "There is no such job role. Select one from the list",
  "site-not-found": () => "There is no such site. Select one from the list",
  "registration-not-found": () => "There is no such registration",
  "check-not-found": () => "There is no such registration check",
  "fact-not-found": () => "This has been changed or ended meanwhile. Look again",
  "already-ended": () => "This has already ended",
  "ends-before-it-begins": () => "The end can't be before the beginning. Enter a later day",
  "already-member": () => "This person already has this post in the team at that time",
  "already-has-role": () => "This person already has this role at that time",
  "already-supervises": () => "This person already supervises them at that time",
  "supervises-self": () => "Nobody supervises themselves. Select somebody else",
  "role-needs-team": () => "Select the team that this role is for",
  "role-is-trust-wide": () => "This role is for the whole trust. Leave the team out",
  "role-needs-end": () => "Enter the day on which this role ends. It always has an end",
  "last-lead": () => "This is the only education lead of your trust. Give the role to somebody else first",
  "registration-already-recorded": () => "This registration is already recorded",
  "conditions-missing": () => "Enter what the conditions say",
  "effective-in-future": () => "You can't record what will happen. Enter today or an earlier day",
  "next-check-passed": () => "Enter a day after today on which the register has to be checked again",
  "check-without-conditions": () => "This check found no conditions",
  "check-not-latest": () => "The register has been checked again since. Look at the latest check",
  "conditions-already-cleared": () => "It is already recorded that these conditions do not bear on assessing",
};

export const standingWords: Record<RegistrationStanding, string> = {
  current: "Current",
  "check-due": "Check due",
  conditional: "Has conditions",
  "conditional-cleared": "Has conditions that do not bear on assessing",
  lapsed: "Lapsed",
  unchecked: "Not checked yet",
};

/** What the standing means for signing, and what would change it. `on` is the day it has stood so since, or was due. */
export function standingSentence(standing: RegistrationStanding, on: string | null): string {
  const day = on ? formatDate(on) : null;
  const sentences: Record<RegistrationStanding, string> = {
    current: day ? `Checked, and current until ${day}` : "Checked and current",
    "check-due": `The register has to be checked again${day ? `: the last check counted until ${day}` : ""}. Signing is blocked until the education lead records the check`,
    conditional:
      "The registration has conditions. Signing is blocked until the education lead records that they do not bear on assessing",
    "conditional-cleared":
      "The registration has conditions, and the education lead has recorded that they do not bear on assessing",
    lapsed: `Somebody looked at the register and the entry is gone${day ? ` from ${day}` : ""}. Signing is blocked`,
    unchecked:
      "Nobody has checked the register yet. Signing is blocked until the education lead records a check",
  };
  return sentences[standing];
}

export const outcomeWords: Record<RegistrationOutcome, string> = {
  registered: "Registered, without conditions",
  conditions: "Registered, with conditions",
  lapsed: "Lapsed",
  "not-found": "Not on the register",
};

/** Before another check is recorded: what the last one found, and that the new one takes its place. */
export function onRecordSentence({
  outcome,
  checkedOn,
}: {
  outcome: RegistrationOutcome;
  checkedOn: IsoDate;
}): string {
  return `On record since the check of ${formatDate(checkedOn)}: ${outcomeWords[outcome].toLowerCase()}. What you record now takes the place of that, so look at the register again.`;
}

export const shiftPatternWords: Record<ShiftPattern, string> = {
  any: "Any shift",
  days: "Days",
  nights: "Nights",
  weekends: "Weekends",
};

export const professionWords: Record<Profession, string> = {
  "registered-nurse": "Registered nurse",
  midwife: "Midwife",
  "nursing-associate": "Nursing associate",
  radiographer: "Radiographer",
  podiatrist: "Podiatrist",
  "occupational-therapist": "Occupational therapist",
  physiotherapist: "Physiotherapist",
  dietitian: "Dietitian",
  "speech-and-language-therapist": "Speech and language therapist",
  "biomedical-scientist": "Biomedical scientist",
  "clinical-scientist": "Clinical scientist",
  "operating-department-practitioner": "Operating department practitioner",
  "practitioner-psychologist": "Practitioner psychologist",
  doctor: "Doctor",
  pharmacist: "Pharmacist",
  "social-worker": "Social worker",
};
