import type postgres from "postgres";
import { bootstrapTrust, createAccount, createAccounts, loadReferenceFrameworks } from "@/db/seed/bootstrap";
import { demoTrusts } from "@/db/seed/demo/trusts";
import type { Names } from "./names";
import { readCatalogue } from "./plan/competencies";
import type { DemoPlan } from "./plan/planned";
import { firstLead } from "./plan/set-up";

/** What nobody could command: the catalogue, the log-ins, and each trust with its first education lead. */
export async function bootstrapDemo(
  owner: postgres.Sql,
  plan: DemoPlan,
  names: Names,
  passwordHash: string,
): Promise<void> {
  const now = new Date(plan.beganAt);
  await loadReferenceFrameworks(owner, readCatalogue(), now);
  const accounts = await openAccounts(owner, plan, passwordHash);
  for (const trust of demoTrusts) {
    const lead = plan.people.find(({ key }) => key === firstLead(trust));
    const accountId = lead && accounts.get(lead.email);
    if (!accountId) throw new Error(`${trust.name} has no education lead`);
    const { name } = lead;
    const made = await bootstrapTrust(owner, { ...trust, demo: true, lead: { name, accountId } }, now);
    names.learn(trust.key, "trust", made.trustId);
    names.learn(trust.key, `staff:${lead.key}`, made.leadId);
    for (const [email, id] of accounts) names.learn(trust.key, `account:${email}`, id);
  }
}

/** One log-in for each address. Those on the sign-in page are opened a second apart: it shows them in that order. */
async function openAccounts(owner: postgres.Sql, plan: DemoPlan, passwordHash: string) {
  const began = Date.parse(plan.beganAt);
  const accounts = new Map<string, string>();
  for (const [index, { email, label }] of plan.people.filter(({ label }) => label).entries()) {
    const account = { email, passwordHash, demoLabel: label };
    accounts.set(email, await createAccount(owner, account, new Date(began + index * 1000)));
  }
  const emails = [...new Set(plan.people.map(({ email }) => email))].filter((email) => !accounts.has(email));
  const rest = emails.map((email) => ({ email, passwordHash }));
  const ids = await createAccounts(owner, rest, new Date(began));
  emails.forEach((email, index) => {
    const id = ids[index];
    if (id) accounts.set(email, id);
  });
  return accounts;
}
