-- Who sees what inside a firm, enforced under every table. The transaction carries a standing (a role, or 'operator': who
-- holds the server, or 'engine': the program itself while it computes) and which person the actor is. Two layers: the
-- firm (restrictive, always), and within it what the standing may read and write. The words for people are in
-- src/access.ts and docs/access.md.

create function app_standing() returns text language sql stable
  return coalesce(current_setting('app.standing', true), '');

create function app_person() returns bigint language sql stable
  return nullif(current_setting('app.person', true), '')::bigint;

-- Under which name this actor's own words are kept: observation.rater.
create function app_rater() returns text language sql stable
  return coalesce('person:' || app_person(), current_setting('app.actor', true));

-- Whether the standing is one of these.
create function app_is(variadic standings text[]) returns boolean language sql stable
  return app_standing() = any (standings);

-- Lets standings read, and others read and write, inside the firm's own rows. Both are conditions in SQL; wrap calls in
-- (select …), so that they are worked out once a statement and not once a row.
create procedure admit(firm_table regclass, may_read text, may_write text) language plpgsql as $$
begin
  execute format('drop policy if exists own_firm on %s', firm_table);
  execute format('create policy own_firm on %s as restrictive using (org_id = app_org()) with check (org_id = app_org())', firm_table);
  execute format('create policy reads on %s for select using (%s)', firm_table, may_read);
  execute format('create policy writes on %s using (%s) with check (%s)', firm_table, may_write, may_write);
end $$;

-- Who decides on a seat where it isn't the holder of the seat above.
alter table seat add column decider_id bigint;
alter table seat add foreign key (org_id, decider_id) references person on delete set null (decider_id);

-- What a person wants is theirs to say, and is for those who decide and their lead, not for everyone who may read the list.
create table wish (
  org_id bigint not null,
  person_id bigint not null,
  aspiration text not null check (aspiration in ('wants-to-lead', 'not-now', 'technical-path')),
  day date not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('wish');
insert into wish (org_id, person_id, aspiration, day)
  select org_id, person_id, aspiration, coalesce(aspiration_day, current_date) from person where aspiration <> 'not-asked';
alter table person drop column aspiration, drop column aspiration_day;

-- For whom a seat's decision is open. Candidates are told: until then the decider sees no ticket numbers of theirs.
create table candidacy (
  org_id bigint not null,
  seat_id bigint not null,
  person_id bigint not null,
  since timestamptz not null default now(),
  -- when the person could first read it; for somebody without an account, when it was said that they were told
  told_at timestamptz,
  told_by text,
  ended_at timestamptz,
  primary key (org_id, seat_id, person_id),
  foreign key (org_id, seat_id) references seat on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
create index candidacy_person on candidacy (org_id, person_id);
call protect('candidacy');

-- The one rule of who may see a person's numbers, read by policies and by the program alike: the person, their direct
-- lead, and who decides on a seat for which they are a candidate and know it. It runs as the owner of the tables, because
-- it has to follow lines that the actor may not see.
create function app_visible() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  with seats_held as (
    select h.seat_id from seat_holding h
    where h.org_id = app_org() and h.person_id = app_person() and h.to_day is null
  ), reporting as (
    -- their own people, and the holders of the seats below theirs
    select l.person_id from person_line l
    where l.org_id = app_org() and l.to_day is null and l.seat_id in (select seat_id from seats_held)
    union
    select h.person_id from seat_line l
      join seat_holding h on h.org_id = l.org_id and h.seat_id = l.seat_id and h.to_day is null
    where l.org_id = app_org() and l.to_day is null and l.reports_to in (select seat_id from seats_held)
  ), deciding as (
    select s.seat_id from seat s
      left join seat_line l on l.org_id = s.org_id and l.seat_id = s.seat_id and l.to_day is null
      left join seat_holding above on above.org_id = s.org_id and above.seat_id = l.reports_to and above.to_day is null
    where s.org_id = app_org() and s.closed_on is null
      and case
        when s.decider_id is not null then s.decider_id = app_person()
        when above.person_id is not null then above.person_id = app_person()
        else app_standing() = 'owner'
      end
  ), candidates as (
    select c.person_id from candidacy c
    where c.org_id = app_org() and c.ended_at is null and c.told_at is not null
      and c.seat_id in (select seat_id from deciding)
  )
  select coalesce(array_agg(distinct person_id), '{}') from (
    select person_id from person where org_id = app_org() and app_standing() in ('engine', 'operator')
    union all
    select app_person() where app_person() is not null and app_standing() not in ('', 'wallboard')
    union all
    select person_id from reporting where app_standing() in ('owner', 'service-manager', 'team-lead')
    union all
    select person_id from candidates where app_standing() in ('owner', 'service-manager', 'team-lead')
  ) seen;
end;

-- Which seats the actor decides on: the same rule, for the program.
create function app_decides() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(s.seat_id), '{}') from seat s
    left join seat_line l on l.org_id = s.org_id and l.seat_id = s.seat_id and l.to_day is null
    left join seat_holding above on above.org_id = s.org_id and above.seat_id = l.reports_to and above.to_day is null
  where s.org_id = app_org() and s.closed_on is null
    and (app_standing() in ('engine', 'operator')
      or app_standing() in ('owner', 'service-manager', 'team-lead') and case
        when s.decider_id is not null then s.decider_id = app_person()
        when above.person_id is not null then above.person_id = app_person()
        else app_standing() = 'owner'
      end);
end;

-- Names alone, for sentences: everyone in the firm but a wallboard may read who is who.
create view person_called with (security_barrier) as
  select org_id, person_id, name from person
  where org_id = app_org() and app_standing() not in ('', 'wallboard');
grant select on person_called to evenkeel_app;

-- The structure.
call admit('firm',
  $$(select app_standing()) <> ''$$,
  $$(select app_is('engine', 'operator', 'owner'))$$);
call admit('person',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager', 'hr')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$);
do $$
declare t text;
begin
  foreach t in array array['team', 'membership', 'seat_line', 'person_line'] loop
    call admit(t::regclass,
      $p$(select app_standing()) not in ('', 'wallboard')$p$,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager'))$p$);
  end loop;
  -- Whoever decides on a seat says who holds it, also where they don't keep the structure.
  foreach t in array array['seat', 'seat_holding'] loop
    call admit(t::regclass,
      $p$(select app_standing()) not in ('', 'wallboard')$p$,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager')) or seat_id = any ((select app_decides())::bigint[])$p$);
  end loop;
end $$;

-- What people want: said by themselves, or noted by their lead or whoever decides.
call admit('wish',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_visible())::bigint[])$$);
-- Candidates read their own; who decides opens and ends it.
call admit('candidacy',
  $$(select app_is('engine', 'operator')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$$,
  $$(select app_is('engine', 'operator')) or seat_id = any ((select app_decides())::bigint[])$$);

-- What is known of people from people: everyone reads and changes their own words; the sums are worked out by the program.
call admit('observation',
  $$(select app_is('engine', 'operator')) or rater = (select app_rater())$$,
  $$(select app_is('engine', 'operator'))
    or (rater = (select app_rater()) and ((select app_is('owner', 'service-manager'))
      or (select app_is('team-lead')) and person_id = any ((select app_visible())::bigint[])))$$);

-- Every rule is readable by everyone it is applied to.
call admit('playbook_value',
  $$(select app_standing()) not in ('', 'wallboard')$$,
  $$(select app_is('operator', 'owner', 'service-manager', 'engine'))$$);
call admit('next_step',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or owner_id = (select app_person())$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or owner_id = (select app_person())$$);

-- Tickets: the program counts, a person is shown their own.
do $$
declare t text;
begin
  foreach t in array array['client', 'category'] loop
    call admit(t::regclass,
      $p$(select app_standing()) not in ('', 'wallboard', 'hr')$p$,
      $p$(select app_is('engine', 'operator'))$p$);
  end loop;
  foreach t in array array['import_run', 'import_rejection'] loop
    call admit(t::regclass,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager'))$p$,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager'))$p$);
  end loop;
  foreach t in array array['ticket_event', 'evidence_case', 'evidence_cross', 'evidence_total', 'evidence_fit'] loop
    call admit(t::regclass, $p$(select app_is('engine', 'operator'))$p$, $p$(select app_is('engine', 'operator'))$p$);
  end loop;
end $$;
call admit('ticket',
  $$(select app_is('engine', 'operator')) or first_assignee_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator'))$$);

-- A fit is kept beside the one before: a new number reaches its person before anyone else (records/evidence).
-- From when on others than the person themselves see it; null: at once.
alter table evidence_fit add column shown_from timestamptz;
alter table evidence_fit drop constraint evidence_fit_pkey, add primary key (org_id, outcome, data_version, model_version);

-- Whether everyone of a firm signs in with a second factor.
alter table firm add column second_factor_required boolean not null default false;
-- Asked before a request works in any firm, so as the owner of the tables; it answers yes or no and nothing else.
create function app_asks_second_factor(of_org bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (select from firm where org_id = of_org and second_factor_required);
end;
