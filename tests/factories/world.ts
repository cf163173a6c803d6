import { bootstrapTrust, loadReferenceFrameworks } from "@/db/seed/bootstrap";
import type { CommandContext } from "@/lib/auth/actor";
import { approveAssessor } from "@/lib/competencies/assessors/commands";
import { adoptFramework } from "@/lib/competencies/frameworks/commands";
import { listFrameworks } from "@/lib/competencies/frameworks/queries";
import { listCompetencies } from "@/lib/competencies/queries";
import { addEquipment, addJobRole, addSetting, addSite, addTeam } from "@/lib/people/places/commands";
import { startSupervision } from "@/lib/people/supervision/commands";
import { londonDate } from "@/lib/platform/dates";
import type { TestDatabase } from "@/tests/support/database";
import { referenceCatalogue } from "./catalogue";
import { aKey, contextOf, type Person, worldStart } from "./context";
import { aRegistration, aStaffMember } from "./people";

export type World = Awaited<ReturnType<typeof aWorld>>;

/** A trust with a nuclear medicine team that can record, ask, confirm, sign, entitle and look at readiness. */
export async function aWorld(
  database: TestDatabase,
  { ods = "ZZA", at = worldStart }: { ods?: string; at?: Date } = {},
) {
  const { lead, trustId } = await aTrust(database, { ods, at });
  const ctx = await contextOf(lead, at);
  const places = await somePlaces(ctx);
  const { teamId, apRoleId, radiographerRoleId } = places;
  const post = { teamId, jobRoleId: radiographerRoleId, band: "6" };
  const staff = {
    lead,
    ap: await aStaffMember(database.owner, ctx, {
      name: "Amara Okafor",
      post: { teamId, jobRoleId: apRoleId },
      roles: [{ role: "assistant-practitioner" }],
    }),
    supervisor: await aSupervisor(database, ctx, "Bryn Calder", post),
    secondSupervisor: await aSupervisor(database, ctx, "Chloe Marsh", post),
    manager: await aStaffMember(database.owner, ctx, {
      name: "Dev Anand",
      post,
      roles: [{ role: "manager", teamId }],
    }),
    authoriser: await aStaffMember(database.owner, ctx, {
      name: "Eira Vaughan",
      roles: [{ role: "authoriser" }],
    }),
  };
  await adoptFramework(ctx, { frameworkCode: "CORE" }, aKey());
  await adoptFramework(ctx, { frameworkCode: "NUC" }, aKey());
  const frameworks = await listFrameworks(ctx.actor, londonDate(at));
  const nuclear = frameworks.find(({ code }) => code === "NUC");
  const validFrom = londonDate(at);
  for (const { staffId } of [staff.supervisor, staff.secondSupervisor]) {
    const approval = {
      staffId,
      frameworkId: nuclear?.id ?? "",
      competencyId: null,
      validFrom,
      validUntil: null,
    };
    await approveAssessor(ctx, approval, aKey());
    await startSupervision(ctx, { supervisorId: staffId, learnerId: staff.ap.staffId, validFrom }, aKey());
  }
  const list = await listCompetencies(ctx.actor, validFrom);
  /** The id of a competency, by its code. */
  const competency = (code: string) => {
    const found = list.find((one) => one.code === code);
    if (!found) throw new Error(`no competency ${code}`);
    return found.id;
  };
  return { ods, trustId, at, ...staff, ...places, frameworkId: nuclear?.id ?? "", competency };
}

/** Another trust, with a lead of its own and nothing else. */
export async function aSecondWorld(
  database: TestDatabase,
  ods = "ZZB",
): Promise<{ lead: Person; trustId: string }> {
  return aTrust(database, { ods, at: worldStart });
}

async function aTrust(
  database: TestDatabase,
  { ods, at }: { ods: string; at: Date },
): Promise<{ lead: Person; trustId: string }> {
  await loadReferenceFrameworks(database.owner, referenceCatalogue(), at);
  const named = { name: `Lead of ${ods}`, email: `lead-${ods.toLowerCase()}@example.invalid` };
  const trust = { ods, name: `Trust ${ods}`, demo: false, lead: named };
  const { trustId, leadId, accountId } = await bootstrapTrust(database.owner, trust, at);
  return { trustId, lead: { staffId: leadId, accountId, ods, name: named.name } };
}

async function somePlaces(ctx: CommandContext) {
  const validFrom = londonDate(ctx.now);
  const { id: siteId } = await addSite(ctx, { code: "SITE1", name: "Main hospital" }, aKey());
  const room = { siteId, code: "NM1", name: "Gamma camera room", kind: "nuclear-medicine" } as const;
  const ward = { siteId, code: "W1", name: "Ward 1", kind: "ward" } as const;
  const camera = { siteId, code: "GC1", make: "Siemens", model: "Symbia", validFrom };
  const { id: settingId } = await addSetting(ctx, room, aKey());
  const { id: wardId } = await addSetting(ctx, ward, aKey());
  const { id: equipmentId } = await addEquipment(ctx, camera, aKey());
  const { id: teamId } = await addTeam(ctx, { code: "NM", name: "Nuclear medicine", siteId }, aKey());
  const { id: apRoleId } = await addJobRole(ctx, { code: "AP", title: "Assistant practitioner" }, aKey());
  const { id: radiographerRoleId } = await addJobRole(ctx, { code: "RAD", title: "Radiographer" }, aKey());
  return { siteId, settingId, wardId, equipmentId, teamId, apRoleId, radiographerRoleId };
}

async function aSupervisor(
  database: TestDatabase,
  ctx: CommandContext,
  name: string,
  post: { teamId: string; jobRoleId: string; band: string },
): Promise<Person> {
  const person = await aStaffMember(database.owner, ctx, { name, post, roles: [{ role: "supervisor" }] });
  await aRegistration(ctx, person.staffId);
  return person;
}
