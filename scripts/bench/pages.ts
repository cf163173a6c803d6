import type postgres from "postgres";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { openSession } from "@/lib/auth/sessions";
import { now } from "@/lib/platform/clock";

/** A page as somebody opens it, and the route handler with the same queries. */
export interface MeasuredPage {
  name: string;
  path: string;
  handler: string | null;
  cookie: string;
  /** Held to three times the first floor. */
  targeted: boolean;
}

export const floorPage: MeasuredPage = {
  name: "floor: page without session or SQL",
  path: "/bench-floor",
  handler: null,
  cookie: "",
  targeted: false,
};

/** The main pages of the first trust, as the people who use them most. */
export async function mainPages(
  sql: postgres.Sql,
  { id: trustId, ods }: { id: string; ods: string },
  site: string,
): Promise<MeasuredPage[]> {
  const cookieOf = async (accountId: string) => {
    const { token } = await openSession(accountId, now());
    return `${sessionCookieName(site)}=${token}`;
  };
  const person = async (number: string) => {
    const [row] = await sql`select id, account_id from staff_members
      where trust_id = ${trustId} and employee_number = ${number}`;
    if (!row) throw new Error(`Nobody has the number ${number}`);
    return { id: String(row.id), cookie: await cookieOf(row.account_id) };
  };
  const ap = await person("AP1");
  const supervisor = await person("SUP1");
  const manager = await person("MGR1");
  const lead = await person("LEAD-1");
  const [competency] = await sql`select p.competency_id as id from practices p
    where p.trust_id = ${trustId} and p.staff_id = ${ap.id} group by 1 order by count(*) desc, min(p.performed_on) limit 1`;
  const [request] = await sql`select r.id from sign_off_requests r
    join competencies c on c.trust_id = r.trust_id and c.id = r.competency_id
    where r.trust_id = ${trustId} and r.addressed_to_id = ${supervisor.id} and r.state = 'submitted'
    order by (select count(*) from practices p where p.trust_id = r.trust_id and p.staff_id = r.staff_id
      and p.competency_id = r.competency_id) desc, c.code limit 1`;
  const [team] = await sql`select id from teams where trust_id = ${trustId} and code = 'T1'`;
  const page = (
    name: string,
    key: string,
    who: { cookie: string },
    path: string,
    id = "-",
    targeted = false,
  ) => ({
    name,
    path: `/${ods.toLowerCase()}${path}`,
    handler: `/api/bench/${ods.toLowerCase()}/${key}/${id}`,
    cookie: who.cookie,
    targeted,
  });
  return [
    page("home, assistant practitioner", "home", ap, ""),
    page("home, supervisor", "home-supervisor", supervisor, ""),
    page("home, manager", "home-manager", manager, ""),
    page("my competencies (30)", "competencies", ap, "/competencies", "-", true),
    page("a competency", "competency", ap, `/competencies/${competency?.id}`, competency?.id),
    page("the queue", "queue", supervisor, "/queue", "-", true),
    page("the decision page", "decision", supervisor, `/queue/requests/${request?.id}`, request?.id),
    page("readiness, 40 × 30", "readiness", manager, `/teams/${team?.id}/readiness`, team?.id, true),
    page("people, trust-wide", "people", lead, "/people"),
  ];
}
