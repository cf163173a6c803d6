-- Tenancy, frozen tables, dated facts, audit and the few functions that work before a trust is known.
-- Drizzle describes tables; what it can't describe stands here.

-- 1. Tenancy ------------------------------------------------------------------------------------

-- Protects one tenant table. `kind`: 'frozen' (insert only), 'superseded' (insert only, a successor closes
-- its predecessor) or 'mutable:<columns>' (only the named columns may change).
create function protect_tenant_table(target regclass, kind text) returns void language plpgsql as $$
declare
  bare text := (select relname from pg_class where oid = target);
begin
  execute format('alter table %s enable row level security, force row level security', target);
  execute format(
    'create policy %I on %s using (trust_id = (select nullif(current_setting(''app.trust_id'', true), '''')::uuid))
       with check (trust_id = (select nullif(current_setting(''app.trust_id'', true), '''')::uuid))',
    bare || '_trust', target);
  execute format('grant select, insert on %s to countersign_app', target);
  if kind like 'mutable:%' then
    execute format('grant update (%s) on %s to countersign_app', substr(kind, 9), target);
  else
    execute format('create trigger %I before update or delete on %s for each row execute function refuse_change(%L)',
      bare || '_frozen', target, kind);
    execute format('alter table %s enable always trigger %I', target, bare || '_frozen');
    if kind = 'superseded' then
      execute format('create trigger %I after insert on %s for each row when (new.supersedes_id is not null)
        execute function close_predecessor()', bare || '_supersedes', target);
      execute format('alter table %s enable always trigger %I', target, bare || '_supersedes');
    end if;
  end if;
  execute format('create trigger %I before truncate on %s execute function refuse_change(''truncate'')',
    bare || '_kept', target);
  execute format('alter table %s enable always trigger %I', target, bare || '_kept');
end $$;
--> statement-breakpoint

-- 2. Signed is frozen ----------------------------------------------------------------------------

-- Refuses every change but retention's. A superseded row may be closed once, from `close_predecessor` alone.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if current_user = 'countersign_retention' then
    return case tg_op when 'UPDATE' then new when 'DELETE' then old else null end;
  end if;
  if tg_op = 'UPDATE' and tg_argv[0] = 'superseded' and pg_trigger_depth() > 1
    and to_jsonb(old) ->> 'superseded_at' is null
    and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
    return new;
  end if;
  raise exception '% is kept as it was written: % refused', tg_table_name, lower(tg_op) using errcode = 'CS002';
end $$;
--> statement-breakpoint

-- A correction names the row it supersedes. The first writer closes it; the second is told.
create function close_predecessor() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  closed integer;
begin
  execute format(
    'update public.%I set superseded_at = $1 where trust_id = $2 and id = $3 and superseded_at is null', tg_table_name)
    using new.recorded_at, new.trust_id, new.supersedes_id;
  get diagnostics closed = row_count;
  if closed = 0 then
    raise exception 'already superseded' using errcode = 'CS001';
  end if;
  if tg_table_name = 'practices' and exists (
    select 1 from public.practice_responses r where r.trust_id = new.trust_id and r.practice_id = new.supersedes_id
    union all
    select 1 from public.practice_withdrawals w where w.trust_id = new.trust_id and w.practice_id = new.supersedes_id)
  then
    raise exception 'already answered' using errcode = 'CS001';
  end if;
  return null;
end $$;
--> statement-breakpoint

-- An answer or a withdrawal is about a practice that is still the latest; it waits for a concurrent correction.
create function require_latest_practice() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.practices p
    where p.trust_id = new.trust_id and p.id = new.practice_id and p.superseded_at is null for update;
  if not found then
    raise exception 'practice was corrected meanwhile' using errcode = 'CS001';
  end if;
  if tg_table_name = 'practice_responses' and exists (
    select 1 from public.practice_withdrawals w where w.trust_id = new.trust_id and w.practice_id = new.practice_id)
  then
    raise exception 'practice was withdrawn meanwhile' using errcode = 'CS001';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- A request moves on by one version at a time, and keeps whose it is and what it is about.
create function guard_request() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 or new.staff_id <> old.staff_id or new.competency_id <> old.competency_id
    or new.created_at <> old.created_at or new.round not in (old.round, old.round + 1)
    or old.state in ('approved', 'declined', 'withdrawn') then
    raise exception 'not a step of this request' using errcode = 'CS002';
  end if;
  return new;
end $$;
--> statement-breakpoint

select protect_tenant_table(name::regclass, 'superseded') from unnest(array[
  'equipment', 'team_memberships', 'staff_roles', 'supervisions', 'registrations', 'condition_clearances',
  'framework_versions', 'requirements', 'covers', 'assessor_approvals', 'practices', 'theory_completions',
  'authorities', 'observer_exceptions']) name;
--> statement-breakpoint
select protect_tenant_table(name::regclass, 'frozen') from unnest(array[
  'registration_checks', 'frameworks', 'competency_groups', 'competencies', 'competency_versions', 'theory_items',
  'competency_version_theory', 'competency_version_prerequisites', 'practice_responses', 'practice_withdrawals',
  'practice_comments', 'sign_off_steps', 'signing_events', 'signatures', 'sign_off_decisions', 'holding_events', 'authority_acceptances',
  'record_views', 'sites', 'settings', 'teams', 'job_roles']) name;
--> statement-breakpoint
select protect_tenant_table('staff_members', 'mutable:name, search_name, account_id, ended_on');
--> statement-breakpoint
select protect_tenant_table('sign_off_requests',
  'mutable:state, version, round, addressed_to_id, state_since, competency_version_id');
--> statement-breakpoint
select protect_tenant_table('idempotency_keys', 'mutable:result');
--> statement-breakpoint
select protect_tenant_table('outbox', 'mutable:attempts, sent_at');
--> statement-breakpoint
create trigger practice_responses_latest before insert on practice_responses
  for each row execute function require_latest_practice();
--> statement-breakpoint
create trigger practice_withdrawals_latest before insert on practice_withdrawals
  for each row execute function require_latest_practice();
--> statement-breakpoint
create trigger sign_off_requests_guard before update on sign_off_requests
  for each row execute function guard_request();
--> statement-breakpoint
create trigger sign_off_requests_delete before delete on sign_off_requests
  for each row execute function refuse_change('frozen');
--> statement-breakpoint
alter table practice_responses enable always trigger practice_responses_latest;
--> statement-breakpoint
alter table practice_withdrawals enable always trigger practice_withdrawals_latest;
--> statement-breakpoint
alter table sign_off_requests enable always trigger sign_off_requests_guard;
--> statement-breakpoint
alter table sign_off_requests enable always trigger sign_off_requests_delete;
--> statement-breakpoint
grant select on trusts, reference_frameworks to countersign_app;
--> statement-breakpoint

-- 3. Audit ---------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['audit_heads', 'audit_entries', 'audit_salts', 'audit_checkpoints', 'audit_leaves'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy %I on %I using (trust_id = (select nullif(current_setting(''app.trust_id'', true), '''')::uuid))
      with check (trust_id = (select nullif(current_setting(''app.trust_id'', true), '''')::uuid))', name || '_trust', name);
    execute format('grant select, insert on %I to countersign_auditor', name);
    if name <> 'audit_heads' then
      execute format('create trigger %I before update or delete on %I for each row execute function refuse_change(''frozen'')',
        name || '_frozen', name);
      execute format('alter table %I enable always trigger %I', name, name || '_frozen');
    end if;
    execute format('create trigger %I before truncate on %I execute function refuse_change(''truncate'')', name || '_kept', name);
    execute format('alter table %I enable always trigger %I', name, name || '_kept');
  end loop;
end $$;
--> statement-breakpoint
grant update on audit_heads to countersign_auditor;
--> statement-breakpoint

-- Appends to the chain of one record, as the trust, staff member and request that the transaction was opened for.
-- `fields` holds salted hashes by field name, `refs` identifiers: never free text.
create function audit_append(stream text, action text, refs jsonb, fields jsonb, salt bytea, at timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  trust uuid := nullif(current_setting('app.trust_id', true), '')::uuid;
  staff uuid := nullif(current_setting('app.staff_id', true), '')::uuid;
  head public.audit_heads;
  recorded timestamptz;
  body text;
  digest bytea;
begin
  if trust is null then
    raise exception 'audit outside a trust' using errcode = 'CS003';
  end if;
  insert into public.audit_heads as h (trust_id, stream, seq, hash)
    values (trust, audit_append.stream, 0, sha256(convert_to('countersign-audit/1:' || trust || ':' || audit_append.stream, 'UTF8')))
    on conflict do nothing;
  select * into head from public.audit_heads h
    where h.trust_id = trust and h.stream = audit_append.stream for update;
  recorded := clock_timestamp();
  body := jsonb_build_object('v', 1, 'trust', trust, 'stream', audit_append.stream, 'seq', head.seq + 1, 'action', action,
    'actor', staff, 'request', nullif(current_setting('app.request_id', true), ''), 'refs', refs, 'fields', fields,
    'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'recorded', to_char(recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text;
  digest := sha256(head.hash || convert_to(body, 'UTF8'));
  insert into public.audit_entries (trust_id, stream, seq, prev_hash, hash, entry, action, actor_id, recorded_at)
    values (trust, audit_append.stream, head.seq + 1, head.hash, digest, body, audit_append.action, staff, recorded);
  insert into public.audit_salts (trust_id, stream, seq, salt) values (trust, audit_append.stream, head.seq + 1, salt);
  update public.audit_heads h set seq = head.seq + 1, hash = digest where h.trust_id = trust and h.stream = head.stream;
  return head.seq + 1;
end $$;
--> statement-breakpoint

-- Entries that no checkpoint covers yet. A writer waits for the one before it, so that what is visible of a stream
-- has no gaps, whatever still runs.
create function audit_unsealed(most integer) returns table (stream text, seq integer, hash bytea)
language sql security definer set search_path = '' as $$
  select e.stream, e.seq, e.hash
  from public.audit_heads h
  join public.audit_entries e on e.trust_id = h.trust_id and e.stream = h.stream and e.seq > h.sealed_seq
  where h.trust_id = nullif(current_setting('app.trust_id', true), '')::uuid and h.seq > h.sealed_seq
  order by e.stream collate "C", e.seq
  limit most
$$;
--> statement-breakpoint

create function audit_checkpoints_since(first integer) returns table (number integer, size integer, root bytea,
  previous_hash bytea, hash bytea, signature bytea, key_id text, sealed_at timestamptz)
language sql security definer set search_path = '' as $$
  select c.number, c.size, c.root, c.previous_hash, c.hash, c.signature, c.key_id, c.sealed_at
  from public.audit_checkpoints c
  where c.trust_id = nullif(current_setting('app.trust_id', true), '')::uuid and c.number >= first
  order by c.number
$$;
--> statement-breakpoint

-- Writes one checkpoint and the leaves it covers; a concurrent sealer loses on the checkpoint's number.
create function audit_seal(number integer, root bytea, previous bytea, hash bytea, signature bytea, key_id text,
  at timestamptz, streams text[], seqs integer[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  trust uuid := nullif(current_setting('app.trust_id', true), '')::uuid;
  last public.audit_checkpoints;
begin
  select * into last from public.audit_checkpoints c where c.trust_id = trust order by c.number desc limit 1;
  if audit_seal.number <> coalesce(last.number, 0) + 1
    or previous <> coalesce(last.hash, decode(repeat('00', 32), 'hex')) then
    raise exception 'not the next checkpoint' using errcode = 'unique_violation';
  end if;
  insert into public.audit_checkpoints (trust_id, number, size, root, previous_hash, hash, signature, key_id, sealed_at)
    values (trust, audit_seal.number, array_length(streams, 1), root, previous, audit_seal.hash, audit_seal.signature,
      audit_seal.key_id, at);
  insert into public.audit_leaves (trust_id, checkpoint, position, stream, seq)
    select trust, audit_seal.number, l.position, l.stream, l.seq
    from unnest(streams, seqs) with ordinality as l(stream, seq, position);
  update public.audit_heads h set sealed_seq = l.seq
    from (select u.stream, max(u.seq) as seq from unnest(streams, seqs) as u(stream, seq) group by u.stream) l
    where h.trust_id = trust and h.stream = l.stream and h.sealed_seq < l.seq;
end $$;
--> statement-breakpoint
create index audit_heads_unsealed_idx on audit_heads (trust_id) where seq > sealed_seq;
--> statement-breakpoint

-- 4. Before a trust is known ----------------------------------------------------------------------

grant select on trusts, accounts, identities to countersign_resolver;
--> statement-breakpoint
grant select, insert, update, delete on sessions, throttles to countersign_resolver;
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['staff_members', 'staff_roles', 'team_memberships', 'teams', 'supervisions'] loop
    execute format('grant select on %I to countersign_resolver', name);
    execute format('create policy %I on %I for select to countersign_resolver using (true)', name || '_resolver', name);
  end loop;
end $$;
--> statement-breakpoint

-- The session's account, if the session is still good: not past its end, not idle for too long, account enabled.
create function session_account(token bytea, at timestamptz) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  found_account uuid;
  seen timestamptz;
begin
  select s.account_id, s.last_seen_at into found_account, seen
  from public.sessions s join public.accounts a on a.id = s.account_id
  where s.token_hash = token and s.expires_at > at and s.last_seen_at > at - interval '20 hours' and a.disabled_at is null;
  if found_account is not null and seen < at - interval '1 minute' then
    update public.sessions s set last_seen_at = at where s.token_hash = token and s.last_seen_at < at;
  end if;
  return found_account;
end $$;
--> statement-breakpoint

-- The whole actor in one trip: session → account → staff member of the trust → roles, teams, people supervised today.
create function resolve_actor(token bytea, ods text, at timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  account uuid := public.session_account(token, at);
  today date := (at at time zone 'Europe/London')::date;
  answer jsonb;
begin
  if account is null then
    return null;
  end if;
  select jsonb_build_object(
    'accountId', account, 'trustId', t.id, 'ods', t.ods_code, 'trustName', t.name, 'demo', t.is_demo,
    'staffId', m.id, 'name', m.name,
    'roles', coalesce((
      -- A role in a team reaches the teams below it.
      with recursive held(role, team_id) as (
        select r.role, r.team_id
        from public.staff_roles r
        where r.trust_id = t.id and r.staff_id = m.id and r.superseded_at is null
          and r.valid_from <= today and (r.valid_until is null or r.valid_until > today)
        union
        select held.role, c.id from held join public.teams c on c.trust_id = t.id and c.parent_id = held.team_id)
      select jsonb_agg(jsonb_build_object('role', role, 'teamId', team_id) order by role, team_id) from held), '[]'),
    'teamIds', coalesce((
      select jsonb_agg(distinct p.team_id) from public.team_memberships p
      where p.trust_id = t.id and p.staff_id = m.id and p.superseded_at is null
        and p.valid_from <= today and (p.valid_until is null or p.valid_until > today)), '[]'),
    'managedTeamIds', coalesce((
      with recursive managed(id) as (
        select r.team_id from public.staff_roles r
        where r.trust_id = t.id and r.staff_id = m.id and r.role in ('manager', 'deputy') and r.team_id is not null
          and r.superseded_at is null and r.valid_from <= today and (r.valid_until is null or r.valid_until > today)
        union
        select c.id from public.teams c join managed on c.trust_id = t.id and c.parent_id = managed.id)
      select jsonb_agg(id) from managed), '[]'),
    'superviseeIds', coalesce((
      select jsonb_agg(distinct v.learner_id) from public.supervisions v
      where v.trust_id = t.id and v.supervisor_id = m.id and v.superseded_at is null
        and v.valid_from <= today and (v.valid_until is null or v.valid_until > today)), '[]'))
  into answer
  from public.trusts t
  join public.staff_members m on m.trust_id = t.id and m.account_id = account
  where t.ods_code = ods and m.started_on <= today and (m.ended_on is null or m.ended_on > today);
  return answer;
end $$;
--> statement-breakpoint

-- The trusts that the signed-in account may enter today.
create function session_trusts(token bytea, at timestamptz) returns table (ods_code text, name text, staff_name text)
language sql security definer set search_path = '' as $$
  select t.ods_code, t.name, m.name
  from public.staff_members m join public.trusts t on t.id = m.trust_id
  -- As a subquery it runs once; called in the condition it would run once a row, over the staff of all trusts.
  where m.account_id = (select public.session_account(token, at))
    and m.started_on <= (at at time zone 'Europe/London')::date
    and (m.ended_on is null or m.ended_on > (at at time zone 'Europe/London')::date)
  order by t.name
$$;
--> statement-breakpoint

create function find_sign_in(address text) returns table (account_id uuid, password_hash text)
language sql security definer set search_path = '' as $$
  select a.id, a.password_hash from public.accounts a where a.email = lower(address) and a.disabled_at is null
$$;
--> statement-breakpoint

create function session_password(token bytea, at timestamptz) returns table (account_id uuid, password_hash text)
language sql security definer set search_path = '' as $$
  select a.id, a.password_hash from public.accounts a where a.id = (select public.session_account(token, at))
$$;
--> statement-breakpoint

create function session_email(token bytea, at timestamptz) returns table (account_id uuid, email text, expires_at timestamptz)
language sql security definer set search_path = '' as $$
  select a.id, a.email, s.expires_at from public.sessions s join public.accounts a on a.id = s.account_id
  where s.token_hash = token and a.id = (select public.session_account(token, at))
$$;
--> statement-breakpoint

-- Accounts of demonstration data, which sign in by one button; never an account that reaches a real trust.
create function demo_accounts() returns table (account_id uuid, email text, label text, staff_name text, trust_name text)
language sql security definer set search_path = '' as $$
  select a.id, a.email, a.demo_label, min(m.name), string_agg(t.name, ' and ' order by t.name)
  from public.accounts a
  join public.staff_members m on m.account_id = a.id
  join public.trusts t on t.id = m.trust_id
  where a.demo_label is not null and a.disabled_at is null
  group by a.id, a.email, a.demo_label
  having bool_and(t.is_demo)
  order by min(a.created_at), a.email
$$;
--> statement-breakpoint

create function open_session(account uuid, token bytea, at timestamptz, expires timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into public.sessions (token_hash, account_id, created_at, last_seen_at, expires_at)
  select token, a.id, at, at, expires from public.accounts a where a.id = account and a.disabled_at is null
$$;
--> statement-breakpoint

create function close_session(token bytea) returns void
language sql security definer set search_path = '' as $$
  delete from public.sessions s where s.token_hash = token
$$;
--> statement-breakpoint

create function close_all_sessions(token bytea) returns integer
language sql security definer set search_path = '' as $$
  with gone as (
    delete from public.sessions s
    where s.account_id = (select o.account_id from public.sessions o where o.token_hash = token) returning 1)
  select count(*)::integer from gone
$$;
--> statement-breakpoint

create function sweep_sessions(at timestamptz) returns void
language sql security definer set search_path = '' as $$
  delete from public.sessions s where s.expires_at <= at or s.last_seen_at <= at - interval '20 hours';
  delete from public.throttles t where t.last_failed_at < at - interval '1 day'
$$;
--> statement-breakpoint

create function throttle_state(keys bytea[]) returns table (failures integer, last_failed_at timestamptz)
language sql security definer set search_path = '' as $$
  select t.failures, t.last_failed_at from public.throttles t where t.key_hash = any(keys)
$$;
--> statement-breakpoint

-- Counts a failure; after a quiet quarter of an hour the count starts again.
create function throttle_failed(key bytea, at timestamptz) returns void
language sql security definer set search_path = '' as $$
  insert into public.throttles as t (key_hash, failures, last_failed_at) values (key, 1, at)
  on conflict (key_hash) do update
    set failures = case when t.last_failed_at < at - interval '15 minutes' then 1 else t.failures + 1 end,
        last_failed_at = at
$$;
--> statement-breakpoint

create function throttle_cleared(key bytea) returns void
language sql security definer set search_path = '' as $$
  delete from public.throttles t where t.key_hash = key
$$;
--> statement-breakpoint

-- Rights first: once a function has its new owner, the owner of the tables can no longer grant or revoke them.
do $$
declare
  f record;
begin
  for f in
    select p.oid::regprocedure as name, case when p.proname like 'audit_%' then 'countersign_auditor' else 'countersign_resolver' end as owner
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname in ('session_account', 'resolve_actor', 'session_trusts', 'find_sign_in',
      'session_password', 'session_email', 'demo_accounts', 'open_session', 'close_session', 'close_all_sessions',
      'sweep_sessions', 'throttle_state', 'throttle_failed', 'throttle_cleared',
      'audit_append', 'audit_unsealed', 'audit_checkpoints_since', 'audit_seal')
  loop
    execute format('revoke execute on function %s from public', f.name);
    execute format('grant execute on function %s to countersign_app', f.name);
    execute format('alter function %s owner to %I', f.name, f.owner);
  end loop;
  execute 'revoke execute on function protect_tenant_table(regclass, text) from public';
end $$;
