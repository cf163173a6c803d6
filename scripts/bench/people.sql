-- One trust's places, people, posts and requirements. The trust, its lead and two frameworks are there already;
-- the settings bench.* say how many people of each kind. Every id is a UUIDv7, as in the product.

create temporary table bench as
select current_setting('app.trust_id')::uuid as trust,
  lower(current_setting('bench.ods')) as ods,
  current_setting('bench.lead')::uuid as lead,
  current_setting('bench.password_hash') as password_hash,
  current_setting('bench.assistants')::int as assistants,
  current_setting('bench.supervisors')::int as supervisors,
  current_setting('bench.teams')::int as teams,
  (now() at time zone 'Europe/London')::date as today,
  (now() at time zone 'Europe/London')::date - 730 as first_day;

insert into sites (trust_id, id, code, name, recorded_at, recorded_by_id)
select trust, uuidv7(), 'MAIN', 'Main hospital', first_day, lead from bench;

insert into settings (trust_id, id, site_id, code, name, kind, recorded_at, recorded_by_id)
select trust, uuidv7(), s.id, upper(kind), initcap(replace(kind, '-', ' ')), kind, first_day, lead
from bench, sites s, unnest(array['ward', 'clinic', 'home', 'theatre', 'recovery', 'imaging-room', 'nuclear-medicine',
  'laboratory', 'remote']) kind
where s.trust_id = trust;

insert into equipment (trust_id, id, site_id, code, make, model, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), s.id, 'GC' || n, 'Example', 'Camera ' || n, first_day, first_day, lead
from bench, sites s, generate_series(1, 2) n where s.trust_id = trust;

insert into job_roles (trust_id, id, code, title, recorded_at, recorded_by_id)
select trust, uuidv7(), code, title, first_day, lead
from bench, (values ('ap', 'Assistant practitioner'), ('rad', 'Radiographer'), ('mgr', 'Team lead')) as r(code, title);

create temporary table bench_teams as
select n, uuidv7() as id from bench, generate_series(0, teams) n;

-- Team 0 is the department that all others belong to.
insert into teams (trust_id, id, parent_id, site_id, code, name, recorded_at, recorded_by_id)
select trust, t.id, case when n > 0 then d.id end, s.id, 'T' || n,
  case n when 0 then 'Imaging department' else 'Team ' || lpad(n::text, 3, '0') end, first_day, lead
from bench, bench_teams t, sites s, (select id from bench_teams where n = 0) d
where s.trust_id = trust
order by n;

create temporary table bench_people as
select kind, n, uuidv7() as id, uuidv7() as account_id,
  (array['Amara', 'Bryn', 'Chloe', 'Dev', 'Eira', 'Femi', 'Grace', 'Hari', 'Isla', 'Jonas', 'Kezia', 'Liam', 'Mina', 'Noor',
    'Owen', 'Priya', 'Quinn', 'Rhys', 'Sana', 'Tomasz'])[1 + n % 20] || ' ' ||
  (array['Okafor', 'Calder', 'Marsh', 'Anand', 'Vaughan', 'Adeyemi', 'Whitlock', 'Patel', 'Drummond', 'Weaver', 'Boateng',
    'Kerr', 'Haddad', 'Siddiqui', 'Prosser', 'Nair', 'Tennant', 'Bevan', 'Rahman', 'Zielinski', 'Frost', 'Lowe', 'Akhtar'])
    [1 + (n * 7 + length(kind)) % 23] as name,
  case kind when 'sup' then 0 when 'mgr' then n else case when n <= 40 then 1 else 2 + (n - 41) / 20 end end as team
from bench, lateral (
  select 'ap', a from generate_series(1, assistants) a union all
  select 'sup', s from generate_series(1, supervisors) s union all
  select 'mgr', m from generate_series(1, teams) m) as people(kind, n);
create unique index on bench_people (kind, n);
analyze bench_people;

insert into accounts (id, email, password_hash, created_at)
select account_id, kind || '-' || n || '@' || ods || '.invalid', case kind when 'sup' then password_hash end, first_day
from bench, bench_people;

insert into staff_members (trust_id, id, account_id, name, search_name, employee_number, started_on, recorded_at, recorded_by_id)
select trust, id, account_id, name, lower(name), upper(kind) || n, first_day, first_day, lead from bench, bench_people;

insert into team_memberships (trust_id, id, staff_id, team_id, job_role_id, band, shift_pattern, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), p.id, t.id, j.id, case kind when 'ap' then '4' else '6' end,
  (array['any', 'days', 'nights', 'weekends'])[1 + p.n % 4], first_day, first_day, lead
from bench
join bench_people p on kind in ('ap', 'sup')
join bench_teams t on t.n = p.team
join job_roles j on j.trust_id = trust and j.code = case kind when 'ap' then 'ap' else 'rad' end;

insert into staff_roles (trust_id, id, staff_id, role, team_id, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), p.id, case kind when 'ap' then 'assistant-practitioner' when 'sup' then 'supervisor' else 'manager' end,
  case kind when 'mgr' then t.id end, first_day, first_day, lead
from bench, bench_people p left join bench_teams t on t.n = p.team;

-- Five learners each, and five more as their second supervisor.
create temporary table bench_assistants as
select p.n, p.id, p.name, first.id as first_id, first.name as first_name, second.id as second_id, second.name as second_name
from bench
join bench_people p on p.kind = 'ap'
join bench_people first on first.kind = 'sup' and first.n = 1 + ((p.n - 1) / 5) % supervisors
join bench_people second on second.kind = 'sup' and second.n = 1 + ((p.n - 1) / 5 + 1) % supervisors;
analyze bench_assistants;

insert into supervisions (trust_id, id, supervisor_id, learner_id, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), supervisor, a.id, first_day, first_day, lead
from bench, bench_assistants a, unnest(array[first_id, second_id]) supervisor;

create temporary table bench_registrations as
select p.id as staff_id, uuidv7() as id, 'RA' || lpad(p.n::text, 6, '0') as number from bench_people p where kind = 'sup';
analyze bench_registrations;

insert into registrations (trust_id, id, staff_id, body, profession, number, valid_from, recorded_at, recorded_by_id)
select trust, id, staff_id, 'HCPC', 'radiographer', number, first_day, first_day, lead from bench, bench_registrations;

insert into registration_checks (trust_id, id, registration_id, outcome, checked_on, effective_on, next_check_due_on, recorded_at, recorded_by_id)
select trust, uuidv7(), r.id, 'registered', looked_on, looked_on, looked_on + 400, looked_on, lead
from bench, bench_registrations r, unnest(array[first_day, first_day + 365, first_day + 700]) looked_on;

insert into assessor_approvals (trust_id, id, staff_id, framework_id, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), p.id, f.id, first_day, first_day, lead
from bench, bench_people p, frameworks f where p.kind = 'sup' and f.trust_id = trust;

create temporary table bench_competencies as
select row_number() over (order by c.code)::int as k, c.id as competency_id, v.*
from bench
join competencies c on c.trust_id = trust
join lateral (
  select id as version_id, title, performances_required, direct_required, setting_kinds, simulation_first,
    equipment_specific, reassess_months, needs_entitlement, final_assessment, signer_professions, to_jsonb(cv) as rule,
    exists (select from competency_version_prerequisites p
      where p.trust_id = trust and p.competency_version_id = cv.id) as has_prerequisites
  from competency_versions cv where cv.trust_id = trust and cv.competency_id = c.id) v on true;
analyze bench_competencies;

insert into requirements (trust_id, id, team_id, job_role_id, competency_id, kind, due_days, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), t.id, j.id, competency_id, case when k <= 20 then 'mandatory' else 'optional' end, 180, first_day, first_day, lead
from bench, bench_teams t, job_roles j, bench_competencies
where t.n > 0 and j.trust_id = trust and j.code = 'ap';

insert into covers (trust_id, id, team_id, competency_id, shift_pattern, minimum, valid_from, recorded_at, recorded_by_id)
select trust, uuidv7(), t.id, competency_id, (array['any', 'days', 'nights', 'weekends'])[1 + k % 4], 3, first_day, first_day, lead
from bench, bench_teams t, bench_competencies where t.n > 0 and k % 3 = 0;

-- Here and there one item is missing, except where every request has to be ready to decide.
insert into theory_completions (trust_id, id, staff_id, theory_item_id, completed_on, recorded_at, recorded_by_id)
select trust, uuidv7(), a.id, i.id, first_day + 1 + (a.n * 3 + i.no)::int % 20, first_day + 21, a.first_id
from bench, bench_assistants a,
  (select id, row_number() over (order by name) as no from theory_items where trust_id = (select trust from bench)) i
where current_setting('bench.ready')::int > 0 or (a.n + i.no) % 10 > 0;
