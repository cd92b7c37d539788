-- Who works here, in which teams, who leads what and who reports to whom, over time.
-- Every firm table: org_id first in every key, row-level security on, nothing for anyone but the application role.

create function app_org() returns bigint language sql stable
  return nullif(current_setting('app.org', true), '')::bigint;

-- Puts a firm table under row-level security, gives the application role what it needs there and no more, and lets
-- org_id follow the transaction's firm, so that no statement has to repeat it (the policy checks it all the same).
create procedure protect(firm_table regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', firm_table);
  execute format('create policy own_firm on %s using (org_id = app_org()) with check (org_id = app_org())', firm_table);
  execute format('grant %s on %s to evenkeel_app', rights, firm_table);
  if firm_table <> 'firm'::regclass then
    execute format('alter table %s alter column org_id set default app_org()', firm_table);
  end if;
end $$;

grant usage on schema public to evenkeel_app;

create table firm (
  org_id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 200),
  -- which sample firm this is; null for a real one. A sample is a firm of its own, so removing it removes exactly it.
  sample text check (sample in ('cove', 'harbor', 'northline')),
  -- the day on which a sample's story stands still; null: the firm lives today
  story_day date,
  created_at timestamptz not null default now()
);
call protect('firm');
-- A new firm's number is drawn before its transaction begins, because the transaction must carry it.
grant usage on sequence firm_org_id_seq to evenkeel_app;

create table person (
  org_id bigint not null references firm on delete cascade,
  person_id bigint generated always as identity,
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 320),
  title text check (length(title) <= 200),
  -- product: hands-on work for clients; dispatch: hands out tickets; other: neither; service-account: no human at all
  work text not null default 'product' check (work in ('product', 'dispatch', 'other', 'service-account')),
  aspiration text not null default 'not-asked'
    check (aspiration in ('wants-to-lead', 'not-now', 'technical-path', 'not-asked')),
  aspiration_day date,
  started_on date,
  left_on date,
  site text check (length(site) <= 200),
  time_zone text check (length(time_zone) <= 64),
  hours_per_week real check (hours_per_week > 0 and hours_per_week <= 100),
  -- hours a week on own tickets, as told; null: not told
  own_ticket_hours real check (own_ticket_hours >= 0 and own_ticket_hours <= 100),
  primary key (org_id, person_id)
);
create unique index person_email on person (org_id, lower(email)) where email is not null;
create index person_name on person (org_id, lower(name));
call protect('person');

create table team (
  org_id bigint not null references firm on delete cascade,
  team_id bigint generated always as identity,
  name text not null check (length(name) between 1 and 200),
  primary key (org_id, team_id)
);
create unique index team_name on team (org_id, lower(name));
call protect('team');

-- A person works in a team from one day until before another. One team at a time.
create table membership (
  org_id bigint not null,
  person_id bigint not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  team_id bigint not null,
  primary key (org_id, person_id, from_day),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, team_id) references team on delete cascade
);
create unique index membership_now on membership (org_id, person_id) where to_day is null;
call protect('membership');

create table seat (
  org_id bigint not null references firm on delete cascade,
  seat_id bigint generated always as identity,
  title text not null check (length(title) between 1 and 200),
  -- the team it leads; null for a seat that leads leads
  team_id bigint,
  -- the day from which it is meant to exist; null: it exists
  planned_for date,
  -- for a seat with nobody below: does its holder work hands-on for clients? null: not asked yet
  hands_on boolean,
  distance_override smallint check (distance_override between 0 and 9),
  override_reason text check (length(override_reason) <= 500),
  open_since date,
  closed_on date,
  primary key (org_id, seat_id),
  foreign key (org_id, team_id) references team on delete set null (team_id),
  check (distance_override is null or override_reason is not null)
);
call protect('seat');

-- Who holds a seat; acting until a day means a trial. Nobody at the moment: the seat is vacant.
create table seat_holding (
  org_id bigint not null,
  seat_id bigint not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  person_id bigint not null,
  acting_until date,
  primary key (org_id, seat_id, from_day),
  foreign key (org_id, seat_id) references seat on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
create unique index seat_holding_now on seat_holding (org_id, seat_id) where to_day is null;
call protect('seat_holding');

-- Which seat a seat reports to. Cycles are refused before anything is written (model/structure).
create table seat_line (
  org_id bigint not null,
  seat_id bigint not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  reports_to bigint not null check (reports_to <> seat_id),
  primary key (org_id, seat_id, from_day),
  foreign key (org_id, seat_id) references seat on delete cascade,
  foreign key (org_id, reports_to) references seat on delete cascade
);
create unique index seat_line_now on seat_line (org_id, seat_id) where to_day is null;
call protect('seat_line');

-- Which seat a person reports to: the seat, not its holder, so that a line survives a change of holder.
create table person_line (
  org_id bigint not null,
  person_id bigint not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  seat_id bigint not null,
  primary key (org_id, person_id, from_day),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, seat_id) references seat on delete cascade
);
create unique index person_line_now on person_line (org_id, person_id) where to_day is null;
call protect('person_line');

-- What is known of people from people: one level of one competency, by one rater, on one day.
create table observation (
  org_id bigint not null,
  observation_id bigint generated always as identity,
  person_id bigint not null,
  -- who said it: 'person:12' for someone on the list, else a name or address as given
  rater text not null check (length(rater) between 1 and 320),
  kind text not null check (kind in ('answer', 'assessment', 'rating')),
  competency text not null,
  -- 1 to 5; null: "haven't seen it", which is no evidence
  level real check (level between 1 and 5),
  day date not null,
  import_id bigint,
  primary key (org_id, observation_id),
  foreign key (org_id, person_id) references person on delete cascade
);
-- The latest word of a rater on a competency replaces their earlier one of the same day.
create unique index observation_once on observation (org_id, person_id, rater, kind, competency, day);
call protect('observation');

-- A firm's own value for a playbook key; absent: the default in records/playbook/definitions.
create table playbook_value (
  org_id bigint not null references firm on delete cascade,
  key text not null,
  value double precision not null,
  reason text check (length(reason) <= 500),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  primary key (org_id, key)
);
call protect('playbook_value');

-- What was done with a suggested next step. The step itself is derived; this row is the human side of it.
create table next_step (
  org_id bigint not null references firm on delete cascade,
  -- what the step is about, e.g. 'ask-aspiration:12:40'
  step_key text not null,
  owner_id bigint,
  due_day date,
  -- done or dismissed; null: open with an owner or date of its own
  outcome text check (outcome in ('done', 'dismissed')),
  result text check (length(result) <= 500),
  -- what it said, for the list of past steps
  text text check (length(text) <= 500),
  -- what the evidence looked like when it was dismissed; the step returns when that changes
  evidence_key text,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  primary key (org_id, step_key),
  foreign key (org_id, owner_id) references person on delete set null (owner_id)
);
call protect('next_step');
