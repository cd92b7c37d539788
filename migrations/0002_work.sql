-- Tickets: who, when, what changed, minutes, client, area, score. Never a title, a body or an attachment.
-- Tables meant for more than 100,000 rows declare no foreign keys; the import checks references by anti-join, a test too.

create table client (
  org_id bigint not null references firm on delete cascade,
  client_id bigint generated always as identity,
  name text not null check (length(name) between 1 and 200),
  primary key (org_id, client_id)
);
create unique index client_name on client (org_id, name);
call protect('client');

-- On screen: area.
create table category (
  org_id bigint not null references firm on delete cascade,
  category_id bigint generated always as identity,
  name text not null check (length(name) between 1 and 200),
  primary key (org_id, category_id)
);
create unique index category_name on category (org_id, name);
call protect('category');

create table import_run (
  org_id bigint not null references firm on delete cascade,
  import_id bigint generated always as identity,
  kind text not null check (kind in ('people', 'tickets', 'ratings')),
  file_name text not null check (length(file_name) <= 300),
  bytes bigint,
  -- SHA-256 of the file: the same file twice changes nothing and says so
  content_hash text,
  -- which kind of export it is, e.g. 'servicenow-event-log'
  source text,
  -- column of the file by field of ours, as understood or corrected
  mapping jsonb,
  state text not null check (state in ('needs-answer', 'running', 'done', 'failed', 'interrupted')),
  rows_read bigint not null default 0,
  rows_rejected bigint not null default 0,
  tickets_added bigint not null default 0,
  tickets_changed bigint not null default 0,
  people_added bigint not null default 0,
  -- what it said at the end: a sentence
  message text,
  -- what the file holds and what it can't tell, counted while reading (records/work/types: DataHealth)
  health jsonb,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (org_id, import_id)
);
call protect('import_run');

-- Rows that could not be read: where and why, never what they said.
create table import_rejection (
  org_id bigint not null,
  import_id bigint not null,
  line bigint not null,
  column_name text not null default '',
  reason text not null check (length(reason) <= 500),
  primary key (org_id, import_id, line, column_name),
  foreign key (org_id, import_id) references import_run on delete cascade
);
call protect('import_rejection');

create table ticket (
  org_id bigint not null,
  ticket_id bigint generated always as identity,
  -- the system it comes from and its number there
  source text not null,
  external_id text not null check (length(external_id) <= 200),
  opened_at timestamptz not null,
  -- first time it was resolved; null: not yet
  resolved_at timestamptz,
  -- the first assignee who is no dispatcher or service account; never who closed it
  first_assignee_id bigint,
  first_assigned_at timestamptz,
  -- the team whose queue it stood in at its first assignment
  first_team_id bigint,
  client_id bigint,
  category_id bigint,
  -- 1 most urgent to 5
  priority smallint check (priority between 1 and 5),
  -- set by a dispatcher before assignment, 1 easy to 5 hard; null: not asked
  triage_difficulty smallint check (triage_difficulty between 1 and 5),
  -- minutes worked by everyone until the first resolution; null: the source keeps none
  minutes_worked double precision check (minutes_worked >= 0),
  -- working minutes in active states from first assignment to first resolution; null: not resolved or never assigned
  queue_minutes double precision check (queue_minutes >= 0),
  started_unassigned boolean not null default false,
  -- changes of assignee or team after the first assignment
  handoffs integer not null default 0,
  reopen_count integer not null default 0,
  -- left the first assignee's hands before it was resolved; null: can't be told
  escalated boolean,
  -- 0 to 1 of the scale it was given on; null: no answer
  satisfaction real check (satisfaction between 0 and 1),
  import_id bigint,
  primary key (org_id, ticket_id)
);
create unique index ticket_external on ticket (org_id, source, external_id);
create index ticket_first_assignee on ticket (org_id, first_assignee_id, opened_at desc);
create index ticket_first_team on ticket (org_id, first_team_id);
call protect('ticket');

create table ticket_event (
  org_id bigint not null,
  ticket_id bigint not null,
  seq integer not null,
  at timestamptz not null,
  -- what the event shows: state and hands after it
  status text check (length(status) <= 100),
  person_id bigint,
  team_id bigint,
  primary key (org_id, ticket_id, seq)
);
call protect('ticket_event');
