import type { DemoTrust, TrustKey } from "@/db/seed/demo/trusts";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import type { Names } from "./names";
import { trustOf } from "./plan/people";
import type { DemoPlan, PlannedPerson, Supervision } from "./plan/planned";

/** The plan's people as actors, as the database would resolve them on a day in the past. */
export function actorsOf(plan: DemoPlan, names: Names) {
  const people = new Map(plan.people.map((person) => [person.key, person]));
  const supervisedBy = new Map<string, Supervision[]>();
  for (const supervision of plan.supervisions) {
    const { supervisor } = supervision;
    supervisedBy.set(supervisor, [...(supervisedBy.get(supervisor) ?? []), supervision]);
  }
  return (key: string, on: IsoDate): Actor => {
    const person = people.get(key);
    if (!person) throw new Error(`nobody is called ${key}`);
    const { trust } = person;
    const inTrust = (name: string) => names.get(trust, name);
    const supervised = (supervisedBy.get(key) ?? []).filter(({ from }) => from <= on);
    return {
      ...identity(person, trustOf(trust), inTrust),
      roles: person.roles.map(({ role, team }) => ({ role, teamId: team ? inTrust(`team:${team}`) : null })),
      teamIds: person.team ? [inTrust(`team:${person.team}`)] : [],
      managedTeamIds: person.roles.flatMap(({ role, team }) =>
        role === "manager" && team ? [inTrust(`team:${team}`)] : [],
      ),
      superviseeIds: supervised.map(({ learner }) => inTrust(`staff:${learner}`)),
    };
  };
}

function identity({ key, name, email }: PlannedPerson, trust: DemoTrust, inTrust: (name: string) => string) {
  return {
    accountId: inTrust(`account:${email}`),
    trustId: inTrust("trust"),
    ods: trust.ods,
    trustName: trust.name,
    demo: true,
    staffId: inTrust(`staff:${key}`),
    name,
  };
}

export function trustKeyOf(plan: DemoPlan, key: string): TrustKey {
  const person = plan.people.find((one) => one.key === key);
  if (!person) throw new Error(`nobody is called ${key}`);
  return person.trust;
}
