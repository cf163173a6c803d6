-- Two years of practice, requests, signatures and holdings for every assistant practitioner and competency.

-- How far each has come: signed off 55 in 100, asked 3, returned 3, practising 22, not begun 17. The first pairs that
-- anybody could decide at once are asked where bench.ready says how many a benchmark of the decision needs.
create temporary table bench_pairs as
with spread as (
  select a.*, c.*, (a.n * 37 + c.k * 101 + (a.n * c.k) % 17 * 5) % 100 as lot,
    row_number() over (order by has_prerequisites or not signer_professions @> array['radiographer'], c.k, a.n) as place,
    has_prerequisites or not signer_professions @> array['radiographer'] as harder
  from bench_assistants a, bench_competencies c),
staged as (
  select *, case
    when not harder and place <= current_setting('bench.ready')::int then 'submitted'
    when lot < 55 then 'approved'
    when lot < 58 then 'submitted'
    when lot < 61 then 'returned'
    when lot < 83 then 'practising' end as stage
  from spread)
select s.*, uuidv7() as request_id, uuidv7() as signature_id, uuidv7() as event_id, uuidv7() as decision_id,
  case stage when 'practising' then greatest(1, performances_required / 2)
    when 'returned' then greatest(1, performances_required - 1) else performances_required end as rows,
  today - case stage when 'approved' then
    80 + (n * 53 + k * 71) % greatest(1, least(600, reassess_months * 30 - 60)) else 60 + lot % 20 end as starts_on
from bench, staged s where stage is not null;
analyze bench_pairs;

create temporary table bench_practices as
select p.n, p.k, p.stage, p.id as staff_id, p.competency_id, p.version_id, p.lot, p.rows, i, uuidv7() as id,
  p.starts_on + (i * (case stage when 'approved' then 70 else 45 end) / (p.rows + 1)) as performed_on,
  (i = 0) as simulated,
  case when i <= p.direct_required then 'direct' else 'indirect' end as supervision,
  case when cardinality(setting_kinds) = 0 then 'ward' else setting_kinds[1 + i % cardinality(setting_kinds)] end as setting_kind,
  equipment_specific,
  case when i = p.rows or i % 2 = 0 then p.first_id else p.second_id end as observer_id,
  case when i = p.rows or i % 2 = 0 then p.first_name else p.second_name end as observer_name,
  (p.stage = 'practising' and i = p.rows and p.lot % 3 = 0) as waiting
from bench_pairs p, generate_series(case when simulation_first then 0 else 1 end, p.rows) i;
create index on bench_practices (n, k, i);
analyze bench_practices;

insert into practices (trust_id, id, staff_id, competency_id, competency_version_id, performed_on, setting_id, equipment_id,
  supervision, performances, simulated, outcome, observer_id, note, submitted, recorded_at, recorded_by_id)
select trust, p.id, staff_id, competency_id, version_id, performed_on, s.id, case when equipment_specific then e.id end,
  supervision, 1, simulated, 'achieved', observer_id,
  case when i % 2 = 0 then 'Set out the equipment, explained each step and checked the result before handing over.' end,
  true, performed_on + time '17:30', staff_id
from bench
join bench_practices p on true
join settings s on s.trust_id = trust and s.kind = p.setting_kind
join equipment e on e.trust_id = trust and e.code = 'GC1';

insert into practice_responses (trust_id, id, practice_id, staff_id, responded_by_id, answer, late, registrations, responded_at)
select trust, uuidv7(), p.id, p.staff_id, observer_id, 'confirmed', false,
  jsonb_build_array(jsonb_build_object('id', r.id, 'body', 'HCPC', 'profession', 'radiographer', 'number', r.number, 'standing', 'current')),
  performed_on + 1 + time '12:00'
from bench, bench_practices p join bench_registrations r on r.staff_id = p.observer_id
where not waiting;

create temporary table bench_requests as
select *, (starts_on + 50 + case stage when 'approved' then 25 else 0 end) + time '09:00' as asked_at,
  (starts_on + 52 + case stage when 'approved' then 25 else 0 end) + time '15:00' as decided_at
from bench_pairs where stage in ('approved', 'submitted', 'returned');
analyze bench_requests;

insert into sign_off_requests (trust_id, id, staff_id, competency_id, competency_version_id, state, version, round,
  addressed_to_id, state_since, created_at)
select trust, request_id, id, competency_id, version_id, stage, case stage when 'submitted' then 1 else 2 end, 1, first_id,
  case stage when 'submitted' then asked_at else decided_at end, asked_at
from bench, bench_requests;

insert into sign_off_steps (trust_id, id, request_id, number, round, step, from_state, to_state, taken_by_id, addressed_to_id, taken_at)
select trust, uuidv7(), request_id, 1, 1, 'submit', 'draft', 'submitted', id, first_id, asked_at from bench, bench_requests
union all
select trust, uuidv7(), request_id, 2, 1, case stage when 'approved' then 'approve' else 'return' end, 'submitted', stage,
  first_id, first_id, decided_at
from bench, bench_requests where stage <> 'submitted';

insert into signing_events (trust_id, id, signer_id, method, proved_at, declaration_hash, signed_at)
select trust, event_id, first_id, 'password', decided_at, sha256(convert_to(request_id::text, 'UTF8')), decided_at
from bench, bench_requests where stage <> 'submitted';

-- What was shown is as long as the application's text and hashed as it is, though not in the application's own order.
insert into signatures (trust_id, id, signing_event_id, signer_id, owner_id, signer_name, capacity, registration, meaning,
  shown_schema, shown, shown_hash, demonstration, trust_is_demo, signed_at)
select trust, signature_id, event_id, first_id, r.id, first_name, 'radiographer, approved assessor',
  jsonb_build_object('id', g.id, 'body', 'HCPC', 'profession', 'radiographer', 'number', g.number, 'standing', 'current'),
  'I have assessed ' || r.name || ' in ' || r.title || '.', 1, shown, sha256(convert_to(shown, 'UTF8')), is_demo, is_demo, decided_at
from bench
join trusts t on t.id = trust
join bench_requests r on stage <> 'submitted'
join bench_registrations g on g.staff_id = first_id
join lateral (
  select jsonb_build_object('schema', 1, 'request', jsonb_build_object('id', request_id, 'round', 1, 'version', 1),
    'owner', jsonb_build_object('staffId', r.id, 'name', r.name), 'rule', r.rule,
    'practices', (select jsonb_agg(to_jsonb(p)) from bench_practices p where p.n = r.n and p.k = r.k))::text as shown) s on true;

insert into sign_off_decisions (trust_id, id, request_id, round, owner_id, decided_by_id, outcome, reason,
  assessment_practice_id, assessment_note, signature_id, decided_at)
select trust, decision_id, request_id, 1, r.id, first_id, case r.stage when 'approved' then 'approve' else 'return' end,
  case r.stage when 'returned' then 'One more under direct supervision, please.' end,
  case when r.stage = 'approved' and final_assessment = 'direct-observation' then p.id end,
  case when r.stage = 'approved' and final_assessment <> 'direct-observation' then 'We talked through two cases.' end,
  signature_id, decided_at
from bench, bench_requests r join bench_practices p on p.n = r.n and p.k = r.k and p.i = r.rows
where r.stage <> 'submitted';

insert into holding_events (trust_id, id, staff_id, competency_id, competency_version_id, kind, on_date, expires_on, scope,
  decision_id, recorded_by_id, recorded_at)
select trust, uuidv7(), id, competency_id, version_id, 'granted', decided_at::date,
  (decided_at + make_interval(months => reassess_months))::date, '{}', decision_id, first_id, decided_at
from bench, bench_requests where stage = 'approved';

-- Nine in ten are entitled where the competency needs it, and have accepted.
create temporary table bench_authorities as
select r.*, uuidv7() as authority_id from bench_requests r where stage = 'approved' and needs_entitlement and lot % 10 > 0;

insert into authorities (trust_id, id, staff_id, competency_id, kind, document, valid_from, recorded_at, recorded_by_id)
select trust, authority_id, id, competency_id, 'entitlement', 'IRMER-' || n || '-' || k, decided_at::date, decided_at, lead
from bench, bench_authorities;

insert into authority_acceptances (trust_id, id, authority_id, accepted_by_id, accepted_on, accepted_at)
select trust, uuidv7(), authority_id, id, decided_at::date, decided_at from bench, bench_authorities;

-- The audit chains of all requests, entry by entry as audit_append writes them.
create temporary table bench_audit as
select 'sign_off_request:' || request_id as stream, 1 as seq, 'sign_off.requested' as action, id as actor, id, competency_id,
  asked_at as at
from bench_requests
union all
select 'sign_off_request:' || request_id, 2, 'sign_off.' || stage, first_id, id, competency_id, decided_at
from bench_requests where stage <> 'submitted';

create temporary table bench_entries as
select stream, seq, action, actor, at, jsonb_build_object('v', 1, 'trust', trust, 'stream', stream, 'seq', seq, 'action', action,
  'actor', actor, 'request', null, 'refs', jsonb_build_object('staffId', id, 'competencyId', competency_id), 'fields', '{}'::jsonb,
  'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'recorded', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text as entry,
  sha256(convert_to('countersign-audit/1:' || trust || ':' || stream, 'UTF8')) as first_hash
from bench, bench_audit;
analyze bench_entries;

with first as (
  select *, sha256(first_hash || convert_to(entry, 'UTF8')) as hash from bench_entries where seq = 1),
chained as (
  select stream, seq, action, actor, at, entry, first_hash as prev_hash, hash from first
  union all
  select e.stream, e.seq, e.action, e.actor, e.at, e.entry, f.hash, sha256(f.hash || convert_to(e.entry, 'UTF8'))
  from bench_entries e join first f using (stream) where e.seq = 2),
entered as (
  insert into audit_entries (trust_id, stream, seq, prev_hash, hash, entry, action, actor_id, recorded_at)
  select trust, stream, seq, prev_hash, hash, entry, action, actor, at from bench, chained
  returning trust_id, stream, seq, hash),
salted as (
  insert into audit_salts (trust_id, stream, seq, salt) select trust_id, stream, seq, uuid_send(gen_random_uuid()) from entered)
insert into audit_heads (trust_id, stream, seq, hash, sealed_seq)
select distinct on (stream) trust_id, stream, seq, hash, seq from entered order by stream, seq desc;

discard temp;
