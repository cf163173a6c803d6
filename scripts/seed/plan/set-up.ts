import { demoPosts } from "@/db/seed/demo/posts";
import { type DemoTeam, demoTeams } from "@/db/seed/demo/teams";
import { type DemoTrust, demoTrusts } from "@/db/seed/demo/trusts";
import { addDays, type IsoDate } from "@/lib/platform/dates";
import { type Calendar, instantOn } from "./calendar";
import {
  type CommandName,
  type Inputs,
  type PlannedCommand,
  type PlannedPerson,
  ref,
  type Supervision,
} from "./planned";
import { checksOf, registrationOf } from "./registers";

export const firstLead = ({ key }: Pick<DemoTrust, "key">) => `lead-${key}`;

interface Given {
  calendar: Calendar;
  people: PlannedPerson[];
  supervisions: Supervision[];
}

/** What has to be there before anybody learns anything. A trust's first lead is there already. */
export function planSetUp({ calendar, people, supervisions }: Given) {
  const newcomers = people.filter(({ key }) => !demoTrusts.some((trust) => firstLead(trust) === key));
  const posts = newcomers.flatMap((person) => postsOf(person));
  const asked = [...people.flatMap(approvalsOf), ...demoTeams.flatMap((team) => asksOf(team, calendar))];
  const supervised = supervisions.map((supervision) => supervisionOf(supervision, people));
  return [
    { title: "Places and posts", streams: demoTrusts.map((trust) => placesOf(trust, calendar)) },
    { title: "Frameworks", streams: demoTrusts.map((trust) => frameworksOf(trust, calendar)) },
    { title: "People", streams: newcomers.map((person) => [added(person)]) },
    // What may not overlap is written by serialisable transactions: a retry would draw other identifiers.
    { title: "Roles, supervision, requirements and cover", streams: [[...posts, ...supervised, ...asked]] },
    {
      title: "Checks of the registers",
      streams: [people.flatMap((person) => checksOf(person, leadOf(person), calendar))],
    },
  ];
}

const leadOf = ({ trust }: PlannedPerson) => firstLead({ key: trust });

/** Writes commands that one lead gives on one day. */
function givenBy(by: string, on: string) {
  const commands: PlannedCommand[] = [];
  const give = <Name extends CommandName>(name: Name, input: Inputs[Name], as?: string) => {
    const at = instantOn(on, commands.length);
    commands.push({ name, input, at, by, ...(as ? { as } : {}) } as PlannedCommand);
  };
  return { commands, give };
}

function placesOf(trust: DemoTrust, { began }: Calendar): PlannedCommand[] {
  const { commands, give } = givenBy(firstLead(trust), began);
  for (const site of trust.sites) give("addSite", site, `site:${site.code}`);
  for (const { site, ...setting } of trust.settings) {
    give("addSetting", { ...setting, siteId: ref("site", site) }, `setting:${setting.code}`);
  }
  for (const { site, ...equipment } of trust.equipment) {
    const placed = { ...equipment, siteId: ref("site", site), validFrom: began };
    give("addEquipment", placed, `equipment:${equipment.code}`);
  }
  for (const { code, name, site } of teamsOf(trust)) {
    give("addTeam", { code, name, siteId: ref("site", site) }, `team:${code}`);
  }
  for (const [code, { title }] of Object.entries(demoPosts))
    give("addJobRole", { code, title }, `post:${code}`);
  return commands;
}

/** The core framework first: others build on it. */
function frameworksOf(trust: DemoTrust, { began }: Calendar): PlannedCommand[] {
  const { commands, give } = givenBy(firstLead(trust), began);
  const codes = new Set(["CORE", ...teamsOf(trust).flatMap(({ frameworks }) => frameworks)]);
  for (const frameworkCode of codes) give("adoptFramework", { frameworkCode }, `framework:${frameworkCode}`);
  return commands;
}

function added(person: PlannedPerson): PlannedCommand {
  const { key, email, name, employeeNumber, startedOn, recordedOn } = person;
  const input = { accountId: ref("account", email), name, employeeNumber, startedOn };
  return {
    name: "addStaffMember",
    input,
    at: instantOn(recordedOn, 1),
    by: leadOf(person),
    as: `staff:${key}`,
  };
}

function postsOf(person: PlannedPerson): PlannedCommand[] {
  const { key, team, post, band, shift, startedOn, recordedOn } = person;
  const { commands, give } = givenBy(leadOf(person), recordedOn);
  const staffId = ref("staff", key);
  if (team) {
    const place = { teamId: ref("team", team), jobRoleId: ref("post", post) };
    give("startMembership", { staffId, ...place, band, shiftPattern: shift, validFrom: startedOn });
  }
  for (const { role, team: forTeam, validUntil } of person.roles) {
    const teamId = forTeam ? ref("team", forTeam) : null;
    give("giveRole", { staffId, role, teamId, validFrom: startedOn, validUntil });
  }
  return [...commands, ...registrationOf(person, leadOf(person))];
}

function supervisionOf({ supervisor, learner, from }: Supervision, people: PlannedPerson[]): PlannedCommand {
  const by = people.find(({ key }) => key === learner)?.trust ?? "larkmere";
  const input = { supervisorId: ref("staff", supervisor), learnerId: ref("staff", learner), validFrom: from };
  return { name: "startSupervision", input, at: instantOn(from, 40), by: firstLead({ key: by }) };
}

/** Registrants of a team may assess the frameworks that it uses. */
function approvalsOf(person: PlannedPerson): PlannedCommand[] {
  const { key, registration, recordedOn } = person;
  const team = demoTeams.find(({ code }) => code === person.team);
  if (!registration || !team) return [];
  const { commands, give } = givenBy(leadOf(person), recordedOn);
  for (const code of team.frameworks) {
    const what = { frameworkId: ref("framework", code), competencyId: null };
    give("approveAssessor", { staffId: ref("staff", key), ...what, validFrom: recordedOn, validUntil: null });
  }
  return commands;
}

/** What a team asks is optional at first, so that looking back shows it, and mandatory from a later day. */
function asksOf(team: DemoTeam, calendar: Calendar): PlannedCommand[] {
  const { began } = calendar;
  const { commands, give } = givenBy(firstLead({ key: team.trust }), began);
  const teamId = ref("team", team.code);
  const later: PlannedCommand[] = [];
  for (const [index, { code, dueDays, optional, trainees, cover = [] }] of team.asks.entries()) {
    const competencyId = ref("competency", code);
    const asked = { teamId, competencyId, dueDays };
    const since = mandatoryFrom(index, dueDays, calendar);
    const firm = givenBy(firstLead({ key: team.trust }), since);
    for (const post of trainees ? (["AP", "TAP"] as const) : (["AP"] as const)) {
      const what = { ...asked, jobRoleId: ref("post", post) };
      give("setRequirement", { ...what, kind: "optional", validFrom: began });
      if (!optional) firm.give("setRequirement", { ...what, kind: "mandatory", validFrom: since });
    }
    for (const { shift, minimum } of cover) {
      give("setCover", { teamId, competencyId, shiftPattern: shift, minimum, validFrom: began });
    }
    later.push(...firm.commands);
  }
  return [...commands, ...later];
}

/** The first that a team asks has been due for three weeks; the others fall due one after another. */
function mandatoryFrom(index: number, dueDays: number, { today }: Calendar): IsoDate {
  return addDays(today, Math.min(40 * index - 21 - dueDays, -7));
}

function teamsOf({ key }: DemoTrust): DemoTeam[] {
  return demoTeams.filter(({ trust }) => trust === key);
}
