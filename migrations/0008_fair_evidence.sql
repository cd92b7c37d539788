-- More of what a ticket can tell, still by delta: whether it was handed on, came back and left its client satisfied; how
-- hard it looked before anybody had it; and who helped whom.

alter table ticket
  -- when triage_difficulty was set; null: not known, and then it is not used
  add column triage_at timestamptz,
  -- who had it when it was first resolved, where that isn't the first assignee; never enters an effect of anybody
  add column resolver_id bigint,
  -- who had it just before them: whom they helped out
  add column handed_by_id bigint;
create index ticket_help on ticket (org_id, resolved_at) where handed_by_id is not null;
create index ticket_open on ticket (org_id, opened_at desc) where first_assignee_id is null and resolved_at is null;

-- Read out of the events that are there: of tickets that changed hands, the last two who had one until it was resolved.
with hands as (
  select t.org_id, t.ticket_id, t.first_assignee_id, e.person_id, e.seq,
    lag(e.person_id) over (partition by t.org_id, t.ticket_id order by e.seq) as before
  from ticket t
    join ticket_event e on e.org_id = t.org_id and e.ticket_id = t.ticket_id and e.at <= t.resolved_at and e.person_id is not null
    join person p on p.org_id = e.org_id and p.person_id = e.person_id and p.work in ('product', 'other')
  where t.escalated and t.resolved_at is not null and e.at >= t.first_assigned_at
), last as (
  select distinct on (org_id, ticket_id) org_id, ticket_id, first_assignee_id, person_id, before
  from hands where before is distinct from person_id order by org_id, ticket_id, seq desc
)
update ticket t set resolver_id = l.person_id, handed_by_id = l.before from last l
where t.org_id = l.org_id and t.ticket_id = l.ticket_id and l.before is not null and l.person_id <> l.first_assignee_id;

-- A ticket is now compared by whatever it can tell, minutes or not.
alter table evidence_case
  alter column outcome drop not null,
  alter column y drop not null,
  -- part of the day by the playbook's hours: 0 before work, 1 and 2 its halves, 3 after
  add column band smallint not null default 0 check (band between 0 and 3),
  -- 1 easy to 5 hard as set before the first assignment; 0: not set, or not known to be set before
  add column difficulty smallint not null default 0 check (difficulty between 0 and 5),
  -- resolved by whoever had it first; not reopened; the client was satisfied; null: can't be told
  add column kept boolean,
  add column lasted boolean,
  add column satisfied boolean;

-- Tickets with the same levels of every factor, counted: what the binomial models read.
create table evidence_cell (
  org_id bigint not null,
  technician_id bigint not null,
  client_id bigint not null,
  category_id bigint not null,
  queue_id bigint not null,
  priority smallint not null,
  band smallint not null,
  difficulty smallint not null,
  -- tickets that can tell, and those that went well, of each of the three
  kept_of bigint not null,
  kept bigint not null,
  lasted_of bigint not null,
  lasted bigint not null,
  satisfied_of bigint not null,
  satisfied bigint not null,
  primary key (org_id, technician_id, client_id, category_id, queue_id, priority, band, difficulty)
);
call protect('evidence_cell');
call admit('evidence_cell', $$(select app_is('engine', 'operator'))$$, $$(select app_is('engine', 'operator'))$$);

-- With which playbook values the cases were made: when they change, all cases are made anew.
create table evidence_made_with (
  org_id bigint not null references firm on delete cascade primary key,
  day_starts double precision not null,
  day_ends double precision not null,
  satisfied_from double precision not null
);
call protect('evidence_made_with');
call admit('evidence_made_with', $$(select app_is('engine', 'operator'))$$, $$(select app_is('engine', 'operator'))$$);

-- What a fit found of clients, areas and the rest, apart from people: what one ticket would have taken anybody.
alter table evidence_fit add column terms jsonb;

-- The sums gain difficulty as a seventh factor, so far not set anywhere. What else the cases of before lack is added from
-- the tickets when the program starts (evidence_made_with is empty); fits stay in force until then.
insert into evidence_cross (org_id, outcome, factor_a, level_a, factor_b, level_b, n, sum_y)
  select org_id, outcome, factor_a, level_a, 7, 0, n, 0 from evidence_cross where factor_a = factor_b
  union all
  select org_id, outcome, 7, 0, 7, 0, n, sum_y from evidence_total where n > 0;
