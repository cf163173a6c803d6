import { beforeAll, describe, expect, test } from "vitest";
import { staffMembers } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import { type Actor, type CommandContext, roles } from "@/lib/auth/actor";
import { addTeam } from "@/lib/people/places/commands";
import { maySeeRecord } from "@/lib/people/policy";
import { getSubject, visibleTo } from "@/lib/people/queries";
import { getPerson } from "@/lib/people/staff/queries";
import { startSupervision } from "@/lib/people/supervision/commands";
import { actorOf, aKey, contextOf, type Person } from "@/tests/factories/context";
import { aStaffMember } from "@/tests/factories/people";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { refusalOf } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const on = "2026-03-02";
const database = useDatabase();
let world: World;
let lead: CommandContext;
const teams = { own: "", below: "", other: "" };
const subjects: Record<string, Person> = {};

beforeAll(async () => {
  world = await aWorld(database);
  lead = await contextOf(world.lead);
  teams.own = world.teamId;
  teams.below = (await addTeam(lead, { code: "B", name: "Below", parentId: world.teamId }, aKey())).id;
  teams.other = (await addTeam(lead, { code: "O", name: "Other" }, aKey())).id;
  for (const [name, teamId] of Object.entries(teams)) {
    subjects[name] = await aStaffMember(database.owner, lead, {
      post: { teamId, jobRoleId: world.apRoleId },
    });
  }
  subjects.teamless = await aStaffMember(database.owner, lead);
  subjects.supervised = await aStaffMember(database.owner, lead);
});

/** One actor with one role, in one place, who supervises one person. */
async function anActorWith(role: Actor["roles"][number]["role"], place: keyof typeof teams | "trust") {
  const teamId = place === "trust" || role === "lead" ? null : teams[place];
  const post = { teamId: world.teamId, jobRoleId: world.radiographerRoleId };
  const needsTeam = (role === "manager" || role === "deputy") && teamId === null;
  const grants = needsTeam ? [] : [{ role, teamId, validUntil: "2027-01-01" }];
  const person = await aStaffMember(database.owner, lead, { post, roles: grants });
  const pair = { supervisorId: person.staffId, learnerId: subjects.supervised?.staffId ?? "", validFrom: on };
  await startSupervision(lead, pair, aKey());
  return { person, actor: await actorOf(person) };
}

describe.each([...roles])("%s", (role) => {
  test.each(["own", "below", "other", "trust"] as const)("of %s: the scope is the policy", async (place) => {
    const { person, actor } = await anActorWith(role, place);
    await withTrust(actor, async (tx) => {
      const all = await tx.select({ id: staffMembers.id }).from(staffMembers);
      const scoped = await tx
        .select({ id: staffMembers.id })
        .from(staffMembers)
        .where(visibleTo(actor, staffMembers.id, on));
      const allowed: string[] = [];
      for (const { id } of all) {
        if (maySeeRecord(actor, await getSubject(tx, id, on)).allowed) allowed.push(id);
      }
      expect(scoped.map(({ id }) => id).sort()).toEqual(allowed.sort());
      expect(allowed).toContain(person.staffId);
      expect(allowed).toContain(subjects.supervised?.staffId);
    });
  });
});

test("a manager sees the teams below, a colleague sees nobody", async () => {
  const { actor: manager } = await anActorWith("manager", "own");
  const { actor: colleague } = await anActorWith("supervisor", "own");
  const below = subjects.below?.staffId ?? "";
  expect((await getPerson(manager, below, on)).posts).toMatchObject([{ teamName: "Below", band: "4" }]);
  expect((await refusalOf(getPerson(colleague, below, on))).kind).toBe("not-found");
});

test("a person of another trust is not there, whatever the role", async () => {
  const second = await aSecondWorld(database);
  const refusal = await refusalOf(getPerson(await actorOf(second.lead), world.ap.staffId, on));
  expect(refusal.kind).toBe("not-found");
});
