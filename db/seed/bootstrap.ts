import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { hashFields } from "@/lib/audit/entry";
import { checkCatalogue } from "@/lib/competencies/catalogue/check";
import { searchNameOf } from "@/lib/people/rules";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";

/** What comes before there is an actor is written by the owner of the tables. */
export interface NewAccount {
  email: string;
  passwordHash?: string | null;
  /** Shown on the sign-in page of demonstration data. */
  demoLabel?: string | null;
}

export async function createAccount(owner: postgres.Sql, account: NewAccount, now: Date): Promise<string> {
  const [id] = await createAccounts(owner, [account], now);
  if (!id) throw new Error("the account was not written");
  return id;
}

/** Several at once, in their order. */
export async function createAccounts(
  owner: postgres.Sql,
  accounts: readonly NewAccount[],
  now: Date,
): Promise<string[]> {
  const rows = accounts.map(({ email, passwordHash = null, demoLabel = null }) => ({
    id: newId(now),
    email: email.toLowerCase(),
    password_hash: passwordHash,
    demo_label: demoLabel,
    created_at: now,
  }));
  if (rows.length > 0) await owner`insert into accounts ${owner(rows)}`;
  return rows.map(({ id }) => id);
}

export interface NewTrust {
  ods: string;
  name: string;
  demo: boolean;
  /** An account that exists already, or a new one. */
  lead: { name: string; employeeNumber?: string; accountId: string } | ({ name: string } & NewAccount);
}

export interface Bootstrapped {
  trustId: string;
  ods: string;
  leadId: string;
  accountId: string;
}

/** A trust with its first education lead, who sets up everything else. */
export async function bootstrapTrust(owner: postgres.Sql, trust: NewTrust, now: Date): Promise<Bootstrapped> {
  const { lead } = trust;
  const accountId = "accountId" in lead ? lead.accountId : await createAccount(owner, lead, now);
  const [trustId, leadId, roleId] = [newId(now), newId(now), newId(now)];
  const today = londonDate(now);
  const recorded = { recorded_at: now, recorded_by_id: null };
  await owner.begin(async (tx) => {
    await tx`select set_config('app.trust_id', ${trustId}, true)`;
    await tx`insert into trusts ${tx({
      id: trustId,
      ods_code: trust.ods,
      name: trust.name,
      is_demo: trust.demo,
      created_at: now,
    })}`;
    await tx`insert into staff_members ${tx({
      trust_id: trustId,
      id: leadId,
      account_id: accountId,
      name: lead.name,
      search_name: searchNameOf(lead.name),
      employee_number: "LEAD-1",
      started_on: today,
      ...recorded,
    })}`;
    await tx`insert into staff_roles ${tx({
      trust_id: trustId,
      id: roleId,
      staff_id: leadId,
      role: "lead",
      valid_from: today,
      ...recorded,
    })}`;
    await audit(tx, `staff:${leadId}`, "staff.added", { accountId }, { name: lead.name }, now);
    await audit(tx, `staff:${leadId}`, "role.given", { roleId, role: "lead" }, { validFrom: today }, now);
  });
  return { trustId, ods: trust.ods, leadId, accountId };
}

/** As `recordAudit` does it, by the role that the audit belongs to. */
async function audit(
  tx: postgres.TransactionSql,
  stream: string,
  action: string,
  refs: Record<string, string>,
  fields: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const salt = randomBytes(16);
  await tx`set local role countersign_auditor`;
  await tx`select audit_append(${stream}, ${action}, ${JSON.stringify(refs)}::text::jsonb,
    ${JSON.stringify(hashFields(salt, fields))}::text::jsonb, ${salt}, ${now})`;
  await tx`reset role`;
}

/** Offers the reference frameworks of a checked catalogue to every trust; the same edition is loaded once. */
export async function loadReferenceFrameworks(
  owner: postgres.Sql,
  json: unknown,
  now: Date,
): Promise<{ edition: string; loaded: number }> {
  const checked = checkCatalogue(json);
  if ("faults" in checked) {
    const faults = checked.faults.map(({ path, problem }) => `- ${path} ${problem}`);
    throw new Error(["The reference catalogue has faults:", ...faults].join("\n"));
  }
  const { catalogue } = checked;
  const rows = catalogue.frameworks.map((framework) => ({
    code: framework.code,
    edition: catalogue.generated,
    title: framework.title,
    description: framework.description,
    competency_count: framework.groups.flatMap(({ competencies }) => competencies).length,
    content: owner.json(framework),
    loaded_at: now,
  }));
  const { count } = await owner`insert into reference_frameworks ${owner(rows)} on conflict do nothing`;
  return { edition: catalogue.generated, loaded: count };
}
