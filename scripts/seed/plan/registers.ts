import { type Trouble, troubles } from "@/db/seed/demo/standings";
import { isProfession, professions } from "@/lib/people/registration-numbers";
import { addDays, type IsoDate } from "@/lib/platform/dates";
import { type Calendar, instantOn } from "./calendar";
import { type Inputs, type PlannedCommand, type PlannedPerson, ref } from "./planned";
import { chanceOf } from "./random";

/** May this registrant sign on the day, as far as the register goes? */
export function signsOn(key: string, day: IsoDate, calendar: Calendar): boolean {
  const trouble = troubles[key];
  if (!trouble) return true;
  const since = calendar.ago(trouble.daysAgo);
  if (trouble.kind === "check-due") return day <= since;
  if (day < since) return true;
  return trouble.kind === "conditions" && trouble.cleared !== undefined && day > addDays(since, clearedAfter);
}

const clearedAfter = 5;

export function registrationOf(person: PlannedPerson, lead: string): PlannedCommand[] {
  const { key, registration, startedOn, recordedOn } = person;
  if (!registration || !isProfession(registration.profession)) return [];
  const { profession, number } = registration;
  const input = {
    ...{ staffId: ref("staff", key), body: professions[profession].body, profession, number },
    validFrom: addDays(startedOn, -30),
  };
  return [
    { name: "recordRegistration", input, at: instantOn(recordedOn, 20), by: lead, as: `registration:${key}` },
  ];
}

/** Everybody is looked up at the start and again since; what was found last decides. */
export function checksOf(person: PlannedPerson, lead: string, calendar: Calendar): PlannedCommand[] {
  const { key } = person;
  if (!person.registration) return [];
  const registrationId = ref("registration", key);
  const check = (on: IsoDate, found: Omit<Inputs["recordRegistrationCheck"], "registrationId">) =>
    ({
      name: "recordRegistrationCheck",
      input: { registrationId, ...found },
      at: instantOn(on, 30),
      by: lead,
      as: `check:${key}/${on}`,
    }) satisfies PlannedCommand;
  const sound = (on: IsoDate, nextCheckDueOn: IsoDate) =>
    check(on, { outcome: "registered", effectiveOn: null, nextCheckDueOn, conditions: null });
  const trouble = troubles[key];
  const chance = chanceOf(`register ${key}`);
  if (trouble) return troubledChecks(trouble, { key, lead, calendar, check, sound });
  const again = calendar.ago(chance.between(60, 420));
  return [
    sound(calendar.began, addDays(again, chance.between(3, 25))),
    sound(again, addDays(calendar.today, chance.between(35, 520))),
  ];
}

interface Recorder {
  key: string;
  lead: string;
  calendar: Calendar;
  check(on: IsoDate, found: Omit<Inputs["recordRegistrationCheck"], "registrationId">): PlannedCommand;
  sound(on: IsoDate, nextCheckDueOn: IsoDate): PlannedCommand;
}

function troubledChecks(trouble: Trouble, { key, lead, calendar, check, sound }: Recorder): PlannedCommand[] {
  const { ago, began, today } = calendar;
  const since = ago(trouble.daysAgo);
  if (trouble.kind === "check-due") return [sound(began, ago(360)), sound(ago(370), since)];
  if (trouble.kind === "lapsed") {
    const found = { effectiveOn: since, nextCheckDueOn: addDays(today, 30), conditions: null };
    return [sound(began, since), check(ago(trouble.foundDaysAgo), { outcome: "lapsed", ...found })];
  }
  const { text, cleared } = trouble;
  const dates = { effectiveOn: null, nextCheckDueOn: addDays(today, 200) };
  const checks = [sound(began, since), check(since, { outcome: "conditions", ...dates, conditions: text })];
  if (!cleared) return checks;
  const input = { registrationCheckId: ref("check", `${key}/${since}`), reason: cleared, validUntil: null };
  const at = instantOn(addDays(since, clearedAfter), 0);
  return [...checks, { name: "clearConditions", input, at, by: lead }];
}
