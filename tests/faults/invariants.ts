import type postgres from "postgres";
import type { Acknowledgement } from "./ledger";

/** Where a command's row, audit entry and mail are, so that each can be counted. */
const traces = {
  "sign_off.request": {
    rows: "select id from sign_off_requests",
    audited: ["sign_off.requested"],
    told: ["sign_off.requested"],
  },
  "sign_off.take_over": {
    rows: "select request_id as id from sign_off_steps where step = 'take-over'",
    audited: ["sign_off.taken_over"],
    told: ["sign_off.taken_over"],
  },
  "sign_off.resubmit": {
    rows: "select request_id as id from sign_off_steps where step = 'submit' and from_state = 'returned'",
    audited: ["sign_off.resubmitted"],
    told: ["sign_off.resubmitted"],
  },
  "sign_off.decide": {
    rows: "select id from sign_off_decisions",
    audited: ["sign_off.approved", "sign_off.returned", "sign_off.declined"],
    told: ["sign_off.approved", "sign_off.returned", "sign_off.declined"],
  },
  "practice.record_watched": {
    rows: "select id from practices",
    audited: ["practice.recorded"],
    told: ["practice.confirmed"],
  },
  "theory.record": { rows: "select id from theory_completions", audited: ["theory.recorded"], told: [] },
} as const;

const actions = Object.keys(traces) as (keyof typeof traces)[];

/** Acknowledged, but its row or its key's stored answer is gone. */
export async function countLost(sql: postgres.ISql, acknowledged: Acknowledgement[]): Promise<number> {
  let lost = 0;
  for (const action of actions) {
    const told = JSON.stringify(acknowledged.filter((one) => one.action === action));
    const [row] = await sql.unsafe(
      `select count(*)::int as lost
      from jsonb_to_recordset($1::text::jsonb) as told("staffId" uuid, key uuid, id uuid)
      left join idempotency_keys k
        on k.staff_id = told."staffId" and k.action = $2 and k.key = told.key and k.result->>'id' = told.id::text
      where k.key is null or told.id not in (${traces[action].rows})`,
      [told, action],
    );
    lost += row?.lost;
  }
  return lost;
}

/** More rows, keys, audit entries or mails than acknowledgements, where every writer has its last answer. */
export async function countDoubled(sql: postgres.ISql, acknowledged: Acknowledgement[]): Promise<number> {
  let doubled = 0;
  for (const action of actions) {
    const { rows, audited, told } = traces[action];
    const [found] = await sql.unsafe(
      `select (select count(*)::int from (${rows}) r) as rows,
        (select count(*)::int from idempotency_keys where action = $1) as keys,
        (select count(*)::int from audit_entries where action = any($2::text[])) as audited,
        (select count(*)::int from outbox where kind = any($3::text[])) as told`,
      [action, [...audited], [...told]],
    );
    const times = acknowledged.filter((one) => one.action === action).length;
    const most = Math.max(found?.rows, found?.keys, found?.audited, found?.told);
    doubled += Math.max(0, most - times);
  }
  const [twice] = await sql`select count(*)::int as rounds from (
    select from sign_off_decisions group by trust_id, request_id, round having count(*) > 1) d`;
  return doubled + twice?.rounds;
}

/** Every part that a command leaves must be there if any is; each query finds what lacks another part. */
const halves: Record<string, string> = {
  "a decision without its signature or signing event": `select from sign_off_decisions d
    left join signatures s on s.id = d.signature_id and s.signer_id = d.decided_by_id
    left join signing_events e on e.id = s.signing_event_id and e.declaration_hash = s.shown_hash
    where e.id is null`,
  "a signature without its decision": `select from signatures s
    where not exists (select from sign_off_decisions d where d.signature_id = s.id)`,
  "a signing event without its signature": `select from signing_events e
    where not exists (select from signatures s where s.signing_event_id = e.id)`,
  "a decision without its step": `select from sign_off_decisions d where 1 <> (
    select count(*) from sign_off_steps s
    where s.request_id = d.request_id and s.round = d.round and s.step = d.outcome)`,
  "a step without its request's decision": `select from sign_off_steps s
    where s.step in ('approve', 'return', 'decline') and not exists (
      select from sign_off_decisions d where d.request_id = s.request_id and d.round = s.round)`,
  "an approval without its holding": `select from sign_off_decisions d where d.outcome = 'approve' and 1 <> (
    select count(*) from holding_events h where h.decision_id = d.id)`,
  "a request that is not as its last step left it": `select from sign_off_requests r
    join lateral (select count(*) as steps, max(number) as last from sign_off_steps where request_id = r.id) n on true
    left join sign_off_steps s on s.request_id = r.id and s.number = n.last
    where s.to_state is distinct from r.state or n.last <> r.version or n.steps <> r.version`,
  "a step without its audit entry": `select from sign_off_requests r where r.version <> (
    select count(*) from audit_entries a where a.stream = 'sign_off_request:' || r.id)`,
  "a decision without its audit entry": `select from sign_off_decisions d where 1 <> (
    select count(*) from audit_entries a where a.stream = 'sign_off_request:' || d.request_id
      and a.entry::jsonb->'fields' ? 'signatureId' and a.actor_id = d.decided_by_id
      and a.seq = (select number from sign_off_steps s
        where s.request_id = d.request_id and s.round = d.round and s.step = d.outcome))`,
  "a step without its mail": `select from sign_off_requests r where r.version <> (
    select count(*) from outbox o where o.payload->>'requestId' = r.id::text)`,
  "practice without its confirmation": `select from practices p where 1 <> (
    select count(*) from practice_responses a where a.practice_id = p.id)`,
  "practice without its audit entries": `select from practices p where 2 <> (
    select count(*) from audit_entries a where a.stream = 'practice:' || p.id)`,
  "theory without its audit entry": `select from theory_completions t where 1 <> (
    select count(*) from audit_entries a where a.stream = 'theory_completion:' || t.id)`,
  "a key without its answer": "select from idempotency_keys where result = 'null'::jsonb",
};

/** How many records are incomplete, by what they lack; only what was found. */
export async function findHalfDone(sql: postgres.ISql): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const [what, query] of Object.entries(halves)) {
    const [row] = await sql.unsafe(`select count(*)::int as count from (${query}) q`);
    if (row?.count > 0) found.set(what, row?.count);
  }
  return found;
}

/** Acknowledged only when the key was sent again: the server had committed, but died before it could say so. */
export async function countAnsweredAgain(
  sql: postgres.ISql,
  acknowledged: Acknowledgement[],
): Promise<number> {
  const attempts = JSON.stringify(acknowledged.map(({ requestId }) => requestId));
  const [row] = await sql`select count(*)::int as again
    from jsonb_array_elements_text(${attempts}::text::jsonb) as answered(request)
    where answered.request not in (
      select entry::jsonb->>'request' from audit_entries where entry::jsonb->>'request' is not null)`;
  return row?.again;
}
