-- Where each team is going: one aim for a quarter, at most two targets; how tickets are found in the ticket system; and for
-- whom the cards of a day were made.

-- The teams that the actor leads: by the seat that they hold.
create function app_leads() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(distinct s.team_id), '{}') from seat s
    join seat_holding h on h.org_id = s.org_id and h.seat_id = s.seat_id and h.to_day is null
  where s.org_id = app_org() and s.closed_on is null and s.team_id is not null and h.person_id = app_person()
    and app_standing() in ('owner', 'service-manager', 'team-lead');
end;

-- What a team wants to reach in a quarter, in one sentence. One a quarter; those before stay.
create table team_aim (
  org_id bigint not null,
  team_id bigint not null,
  -- its first day
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  text text not null check (length(text) between 1 and 200),
  -- whose it is to see to; null: nobody's yet
  owner_id bigint,
  -- what came of it, said at its end; null: not said
  came_of text check (came_of in ('reached', 'partly', 'not-reached')),
  primary key (org_id, team_id, quarter),
  foreign key (org_id, team_id) references team on delete cascade,
  foreign key (org_id, owner_id) references person on delete set null (owner_id)
);
create index team_aim_owner on team_aim (org_id, owner_id) where owner_id is not null;
call protect('team_aim');

-- What a team wants to hold: never about a person. Two places, so there can't be a third; an ended one stays.
create table team_target (
  org_id bigint not null,
  target_id bigint generated always as identity,
  team_id bigint not null,
  place smallint not null check (place in (1, 2)),
  measure text not null check (measure in ('service-level', 'satisfaction', 'backlog')),
  -- a share of tickets or of answers, 0 to 1; for backlog: open tickets at most
  value double precision not null check (value >= 0 and (measure = 'backlog' or value <= 1)),
  -- service-level: done within so many working hours
  within_hours smallint check (within_hours between 1 and 400),
  -- what it is for, in the team's words
  words text check (length(words) <= 120),
  from_day date not null,
  ended_on date,
  primary key (org_id, target_id),
  foreign key (org_id, team_id) references team on delete cascade,
  check ((measure = 'service-level') = (within_hours is not null))
);
create unique index team_target_place on team_target (org_id, team_id, place) where ended_on is null;
create unique index team_target_measure on team_target (org_id, team_id, measure) where ended_on is null;
call protect('team_target');

-- How a team stood in a month, typed by hand where tickets don't tell it.
create table team_measure (
  org_id bigint not null,
  team_id bigint not null,
  measure text not null check (measure in ('service-level', 'satisfaction', 'backlog')),
  -- its first day
  month date not null check (extract(day from month) = 1),
  value double precision not null check (value >= 0 and (measure = 'backlog' or value <= 1)),
  -- of how many tickets or answers; null: not said
  of_count integer check (of_count between 1 and 1000000),
  primary key (org_id, team_id, measure, month),
  foreign key (org_id, team_id) references team on delete cascade
);
call protect('team_measure');
do $$
declare t text;
begin
  foreach t in array array['team_aim', 'team_target', 'team_measure'] loop
    call admit(t::regclass,
      $p$(select app_standing()) not in ('', 'wallboard')$p$,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager')) or team_id = any ((select app_leads())::bigint[])$p$);
  end loop;
end $$;

-- Where a ticket opens in the firm's ticket system: an address with {number} in it. Only ever a link; never called.
create table ticket_address (
  org_id bigint not null references firm on delete cascade,
  pattern text not null check (length(pattern) <= 300 and pattern like 'https://%{number}%'),
  primary key (org_id)
);
call protect('ticket_address');
call admit('ticket_address',
  $$(select app_standing()) not in ('', 'wallboard')$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$);

-- For whom the cards of a day were made, also where none came: a quiet day is looked through once.
create table card_pass (
  org_id bigint not null,
  lead_id bigint not null,
  day date not null,
  -- how many there were
  cards smallint not null,
  -- the last import that was known then: what comes in later on a quiet day is looked through again; 0: none
  import_id bigint not null default 0,
  primary key (org_id, lead_id, day),
  foreign key (org_id, lead_id) references person on delete cascade
);
call protect('card_pass');
call admit('card_pass',
  $$(select app_is('engine', 'operator')) or lead_id = (select app_person())$$,
  $$(select app_is('engine', 'operator'))$$);
insert into card_pass (org_id, lead_id, day, cards)
  select org_id, lead_id, day, count(*) from card group by org_id, lead_id, day;
