import { familyNames, firstNames } from "@/db/seed/demo/names";
import { type Persona, personas } from "@/db/seed/demo/personas";
import { demoPosts, type PostCode } from "@/db/seed/demo/posts";
import { type DemoTeam, demoTeams } from "@/db/seed/demo/teams";
import { type DemoTrust, demoTrusts, type TrustKey } from "@/db/seed/demo/trusts";
import type { Role } from "@/lib/auth/actor";
import { isProfession, professions } from "@/lib/people/registration-numbers";
import { addDays } from "@/lib/platform/dates";
import type { Calendar } from "./calendar";
import type { PlannedPerson, PlannedRegistration } from "./planned";
import { type Chance, chanceOf } from "./random";

interface Place {
  key: string;
  trust: TrustKey;
  team: string | null;
  post: PostCode;
  persona?: Persona;
  roles?: Role[];
  sameAs?: string;
}

/** Everybody, in a fixed order: names and numbers are given out along it. */
export function planPeople(calendar: Calendar): PlannedPerson[] {
  const chance = chanceOf("people");
  const names = spareNames(chance);
  const numbers = { larkmere: 1000, brackenfold: 1000 };
  const given = new Map<string, Pick<PlannedPerson, "email" | "registration">>();
  return places().map((place, index) => {
    numbers[place.trust] += chance.between(1, 9);
    const trust = trustOf(place.trust);
    const name = place.persona?.name ?? names[index] ?? place.key;
    const known = place.sameAs ? given.get(place.sameAs) : undefined;
    const email = known?.email ?? emailOf(name, trust);
    const registration = known ? known.registration : registrationOf(place.post, index);
    given.set(place.key, { email, registration });
    const { startedOn, recordedOn } = startOf(place, calendar, chance);
    const { key, team, post } = place;
    return {
      ...{ key, team, post, trust: place.trust, name, email, startedOn, recordedOn },
      label: place.persona && !known ? place.persona.label : null,
      employeeNumber: `${trust.letters}${numbers[place.trust]}`,
      band: demoPosts[post].band,
      shift: post === "AP" || post === "TAP" ? chance.pick(shifts) : "any",
      roles: rolesOf(place, calendar),
      registration,
    };
  });
}

const shifts = ["any", "days", "days", "nights", "weekends", "any"] as const;

function places(): Place[] {
  const offices: Place[] = [
    { key: "lead-brackenfold", trust: "brackenfold", team: null, post: "LEAD", roles: ["lead"] },
    { key: "second-lead-larkmere", trust: "larkmere", team: null, post: "LEAD", roles: ["lead"] },
    { key: "second-lead-brackenfold", trust: "brackenfold", team: null, post: "LEAD", roles: ["lead"] },
    { key: "radiation-expert", trust: "larkmere", team: null, post: "GOV", roles: ["radiation-expert"] },
    { key: "physics-expert", trust: "larkmere", team: null, post: "CS", roles: ["physics-expert"] },
  ];
  return [...personas.flatMap(placesOf), ...offices, ...demoTeams.flatMap(placesIn)];
}

function placesOf(persona: Persona): Place[] {
  const { key, trust, team = null, post, roles, also } = persona;
  const first: Place = { key, trust, team, post, persona, ...(roles ? { roles } : {}) };
  return also ? [first, { ...also, key: `${key}/${also.trust}`, persona, sameAs: key }] : [first];
}

/** A team's people, less those whom a persona already is. Keys count from 1: "NM/AP/2". */
function placesIn(team: DemoTeam): Place[] {
  const { trust, code } = team;
  const counts: [PostCode, number][] = [
    ["MGR", 1],
    ...team.registrants.map(({ post, count }): [PostCode, number] => [post, count]),
    ["EDU", code === "DN" || code === "XR" ? 1 : 0],
    ["AP", team.assistants],
    ["TAP", team.trainees],
  ];
  return counts.flatMap(([post, count]) => {
    const taken = personas.filter((persona) => persona.team === code && persona.post === post).length;
    const numbers = Array.from({ length: Math.max(0, count - taken) }, (_, index) => index + taken + 1);
    return numbers.map((number): Place => ({ key: `${code}/${post}/${number}`, trust, team: code, post }));
  });
}

function rolesOf({ post, team, roles = [] }: Place, calendar: Calendar): PlannedPerson["roles"] {
  const ends: Role[] = ["auditor", "radiation-expert", "physics-expert"];
  const validUntil = addDays(calendar.today, 365);
  const named = roles.map((role) => ({
    role,
    team: null,
    validUntil: ends.includes(role) ? validUntil : null,
  }));
  const own = (role: Role) => [{ role, team, validUntil: null }];
  if (post === "AP" || post === "TAP") return own("assistant-practitioner");
  if (post === "MGR") return own("manager");
  if (post === "EDU") return own("educator");
  if (team && "profession" in demoPosts[post]) return own("supervisor");
  return named;
}

/** Assistant practitioners have been here for years; trainees came within the last. */
function startOf({ post, persona }: Place, { today, began }: Calendar, chance: Chance) {
  if (post === "TAP") {
    const startedOn = addDays(today, -chance.between(45, 330));
    return { startedOn, recordedOn: startedOn };
  }
  const years = chance.between(0, 9) * 365 + chance.between(20, 300);
  return { startedOn: addDays(began, persona ? -400 : -years), recordedOn: began };
}

/**
 * Numbers that no register gives out. NMC: 99, and Z where the letter of a month (A to L) stands. HCPC counts
 * upwards within each profession, far below the 990,000s.
 */
function registrationOf(post: PostCode, index: number): PlannedRegistration | null {
  const { profession } = { profession: undefined, ...demoPosts[post] };
  if (!profession || !isProfession(profession)) return null;
  const entry = professions[profession];
  const serial = String(index + 1).padStart(4, "0");
  const number = "prefix" in entry ? `${entry.prefix}99${serial}` : `99Z${serial}Z`;
  return { profession, number };
}

function spareNames(chance: Chance): string[] {
  const firsts = chance.shuffled(firstNames);
  const families = chance.shuffled(familyNames);
  return Array.from({ length: 260 }, (_, index) => {
    const round = Math.floor(index / families.length);
    return `${firsts[(index + round * 7) % firsts.length]} ${families[index % families.length]}`;
  });
}

function emailOf(name: string, { emailDomain }: DemoTrust): string {
  const local = name
    .normalize("NFD")
    .replace(/[^A-Za-z -]/g, "")
    .toLowerCase()
    .replace(/ /g, ".");
  return `${local}@${emailDomain}`;
}

export function trustOf(key: TrustKey): DemoTrust {
  const trust = demoTrusts.find((one) => one.key === key);
  if (!trust) throw new Error(`no trust ${key}`);
  return trust;
}
