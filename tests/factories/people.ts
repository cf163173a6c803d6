import type postgres from "postgres";
import { createAccount } from "@/db/seed/bootstrap";
import type { CommandContext, Role } from "@/lib/auth/actor";
import { recordRegistration, recordRegistrationCheck } from "@/lib/people/registrations/commands";
import { giveRole } from "@/lib/people/roles/commands";
import { addStaffMember, startMembership } from "@/lib/people/staff/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { aKey, type Person } from "./context";

export interface PersonOptions {
  name?: string;
  post?: { teamId: string; jobRoleId: string; band?: string };
  roles?: { role: Role; teamId?: string | null; validUntil?: string | null }[];
}

let count = 0;

/** Somebody new in the lead's trust, with a log-in, and a post and roles if wanted. */
export async function aStaffMember(
  owner: postgres.Sql,
  lead: CommandContext,
  { name, post, roles = [] }: PersonOptions = {},
): Promise<Person> {
  count += 1;
  const called = name ?? `Person ${count}`;
  const accountId = await createAccount(owner, { email: `person-${count}@example.invalid` }, lead.now);
  const validFrom = londonDate(lead.now);
  const person = { accountId, name: called, employeeNumber: `E${count}`, startedOn: validFrom };
  const { id: staffId } = await addStaffMember(lead, person, aKey());
  if (post) await startMembership(lead, { staffId, band: "4", ...post, validFrom }, aKey());
  for (const role of roles) await giveRole(lead, { staffId, ...role, validFrom }, aKey());
  return { staffId, accountId, ods: lead.actor.ods, name: called };
}

let number = 0;

/** A radiographer's registration that was checked today and counts for two years. Its number begins with zeros, as none that is in use. */
export async function aRegistration(
  lead: CommandContext,
  staffId: string,
  changes: { outcome?: "registered" | "conditions" | "lapsed" | "not-found"; check?: boolean } = {},
): Promise<{ id: string; checkId: string | null }> {
  number += 1;
  const on = londonDate(lead.now);
  const { id } = await recordRegistration(
    lead,
    {
      staffId,
      body: "HCPC",
      profession: "radiographer",
      number: `RA${String(number).padStart(6, "0")}`,
      validFrom: on,
    },
    aKey(),
  );
  if (changes.check === false) return { id, checkId: null };
  const outcome = changes.outcome ?? "registered";
  const conditions = outcome === "conditions" ? "Must not work alone at night" : null;
  const found = { outcome, effectiveOn: null, nextCheckDueOn: addDays(on, 730), conditions };
  const check = await recordRegistrationCheck(lead, { registrationId: id, ...found }, aKey());
  return { id, checkId: check.id };
}
