-- Growing leaders: plans with their steps, the firm's own courses and who completed which, practice in writing.

-- The key of a program, good for one operation of one firm and for nothing else. Only its hash is kept.
create table program_token (
  org_id bigint not null references firm on delete cascade,
  token_id bigint generated always as identity,
  -- what the owner calls the program
  label text not null check (length(label) between 1 and 60),
  -- the one operation (src/access.ts) that it opens
  operation text not null check (operation in ('takeStatements')),
  token_hash text not null unique,
  made_by text not null check (length(made_by) <= 320),
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (org_id, token_id)
);
call protect('program_token');
call admit('program_token',
  $$(select app_is('engine', 'operator', 'owner'))$$,
  $$(select app_is('engine', 'operator', 'owner'))$$);

-- To which firm a key belongs: asked before a request works in any, so as the owner of the tables. Nothing for a key that
-- was ended.
create function app_token(hash text) returns table (org_id bigint, token_id bigint, operation text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.org_id, t.token_id, t.operation from program_token t
  where app_org() is null and t.token_hash = hash and t.ended_at is null;
end;

-- The firm's own courses.
create table course (
  org_id bigint not null references firm on delete cascade,
  course_id bigint generated always as identity,
  -- the firm's own number of it
  code text check (length(code) between 1 and 100),
  title text not null check (length(title) between 1 and 200),
  competency text not null check (length(competency) <= 30),
  hours real not null check (hours > 0 and hours <= 1000),
  -- how a learning system names it in its statements: an address
  activity text check (length(activity) between 1 and 600),
  -- no longer offered; what people completed stays
  retired_on date,
  primary key (org_id, course_id)
);
create unique index course_title on course (org_id, lower(title));
create unique index course_code on course (org_id, lower(code)) where code is not null;
create unique index course_activity on course (org_id, activity) where activity is not null;
call protect('course');
call admit('course',
  $$(select app_standing()) not in ('', 'wallboard')$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$);

-- That somebody completed a course on a day: no marks, no answers, no time spent.
create table completion (
  org_id bigint not null,
  completion_id bigint generated always as identity,
  person_id bigint not null,
  course_id bigint not null,
  done_on date not null,
  source text not null check (source in ('file', 'learning-system')),
  primary key (org_id, completion_id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, course_id) references course on delete cascade
);
create unique index completion_once on completion (org_id, person_id, course_id, done_on);
call protect('completion');
call admit('completion',
  $$(select app_is('engine', 'operator')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator'))$$);

-- A completion of somebody or something that isn't known here: kept until it is matched or dropped.
create table waiting_completion (
  org_id bigint not null references firm on delete cascade,
  waiting_id bigint generated always as identity,
  -- whom and what it names, as given
  who text not null check (length(who) between 1 and 320),
  what text not null check (length(what) between 1 and 600),
  -- what its sender calls the course; null: nothing
  title text check (length(title) <= 200),
  done_on date not null,
  source text not null check (source in ('file', 'learning-system')),
  statement_id uuid,
  received_at timestamptz not null,
  primary key (org_id, waiting_id)
);
create unique index waiting_completion_once on waiting_completion (org_id, md5(lower(who) || chr(10) || lower(what)), done_on);
call protect('waiting_completion');
call admit('waiting_completion',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$);

-- Which statements of a learning system came already: each counts once. Of what they say only a fingerprint is kept.
create table learning_statement (
  org_id bigint not null references firm on delete cascade,
  statement_id uuid not null,
  -- another statement under the same number is refused; null: only that it is void was ever said
  fingerprint text check (length(fingerprint) = 64),
  became text not null check (became in ('counted', 'waiting', 'other', 'void')),
  completion_id bigint,
  received_at timestamptz not null,
  primary key (org_id, statement_id),
  foreign key (org_id, completion_id) references completion on delete set null (completion_id)
);
call protect('learning_statement');
call admit('learning_statement', $$(select app_is('engine', 'operator'))$$, $$(select app_is('engine', 'operator'))$$);

-- How somebody means to grow, agreed by them and by whoever leads them. One open at a time.
create table development_plan (
  org_id bigint not null,
  plan_id bigint generated always as identity,
  person_id bigint not null,
  path text not null check (path in ('technical-lead', 'people-leader', 'technical-path')),
  -- whose need its targets were taken from; null: of no seat
  seat_id bigint,
  starts_on date not null,
  state text not null default 'proposed' check (state in ('proposed', 'agreed', 'declined', 'ended')),
  proposed_on date not null,
  -- null: whoever holds the server
  proposed_by bigint,
  -- the person's word, and who wrote it down where it wasn't themselves; then their lead's
  person_agreed_on date,
  noted_by bigint,
  lead_agreed_on date,
  lead_id bigint,
  closed_on date,
  -- competencies that don't fit into this plan, and those of which nothing was known
  later text[] not null default '{}',
  to_find_out text[] not null default '{}',
  primary key (org_id, plan_id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, seat_id) references seat on delete set null (seat_id),
  foreign key (org_id, proposed_by) references person on delete set null (proposed_by),
  foreign key (org_id, noted_by) references person on delete set null (noted_by),
  foreign key (org_id, lead_id) references person on delete set null (lead_id),
  -- the person's word comes first
  check (lead_agreed_on is null or person_agreed_on is not null),
  check (state <> 'agreed' or lead_agreed_on is not null)
);
create unique index development_plan_open on development_plan (org_id, person_id) where state in ('proposed', 'agreed');
create index development_plan_person on development_plan (org_id, person_id);
call protect('development_plan');
call admit('development_plan',
  $$(select app_is('engine', 'operator')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator')) or person_id = any ((select app_visible())::bigint[])$$);

-- The plans of whom the actor sees: for the tables below.
create function app_plans() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(plan_id), '{}') from development_plan
  where org_id = app_org() and person_id = any (app_visible());
end;

-- What somebody means to grow in, the gap as it was found, with one training and one practice.
create table plan_need (
  org_id bigint not null,
  plan_id bigint not null,
  competency text not null check (length(competency) <= 30),
  place smallint not null,
  because text not null check (because in ('start', 'gap', 'asked')),
  -- levels; the gap with its 80% interval; null: not known
  target real,
  gap real,
  gap_low real,
  gap_high real,
  chance_short real check (chance_short between 0 and 1),
  -- null: none of the firm's own courses
  course_id bigint,
  training text not null check (length(training) between 1 and 300),
  hours real check (hours > 0),
  practice text not null check (length(practice) between 1 and 300),
  primary key (org_id, plan_id, competency),
  foreign key (org_id, plan_id) references development_plan on delete cascade,
  foreign key (org_id, course_id) references course on delete set null (course_id)
);
call protect('plan_need');

create table plan_step (
  org_id bigint not null,
  step_id bigint generated always as identity,
  plan_id bigint not null,
  competency text not null,
  kind text not null check (kind in ('measure-before', 'training', 'practice', 'feedback', 'measure-after')),
  day date not null,
  -- where it was moved: the day it was first meant for
  first_day date,
  text text not null check (length(text) between 1 and 300),
  -- the written case to practise on
  case_id text check (length(case_id) <= 60),
  -- whose it is to see to
  owner_id bigint,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  closed_on date,
  -- why it was moved or dropped
  reason text check (length(reason) <= 300),
  primary key (org_id, step_id),
  foreign key (org_id, plan_id, competency) references plan_need on delete cascade,
  foreign key (org_id, owner_id) references person on delete set null (owner_id),
  check ((state = 'open') = (closed_on is null))
);
create index plan_step_plan on plan_step (org_id, plan_id);
create index plan_step_due on plan_step (org_id, day) where state = 'open';
call protect('plan_step');

create table plan_feedback (
  org_id bigint not null,
  feedback_id bigint generated always as identity,
  plan_id bigint not null,
  competency text not null,
  author_id bigint,
  day date not null,
  worked text check (length(worked) between 1 and 1000),
  differently text check (length(differently) between 1 and 1000),
  primary key (org_id, feedback_id),
  foreign key (org_id, plan_id, competency) references plan_need on delete cascade,
  foreign key (org_id, author_id) references person on delete set null (author_id),
  check (worked is not null or differently is not null)
);
create index plan_feedback_plan on plan_feedback (org_id, plan_id);
call protect('plan_feedback');
do $$
declare t text;
begin
  foreach t in array array['plan_need', 'plan_step', 'plan_feedback'] loop
    call admit(t::regclass,
      $p$(select app_is('engine', 'operator')) or plan_id = any ((select app_plans())::bigint[])$p$,
      $p$(select app_is('engine', 'operator')) or plan_id = any ((select app_plans())::bigint[])$p$);
  end loop;
end $$;

-- Everybody in a sample is invented, so whoever opened it reads what is else between two people.
create function app_reads_sample() returns boolean language sql stable security definer set search_path = public, pg_temp
begin atomic
  select app_standing() = 'operator' and exists (select from firm where org_id = app_org() and sample is not null);
end;

-- What somebody wrote to a written case, for themselves, and for the one they asked to read it.
create table practice_answer (
  org_id bigint not null,
  answer_id bigint generated always as identity,
  person_id bigint not null,
  case_id text not null check (length(case_id) <= 60),
  text text not null check (length(text) between 1 and 6000),
  written_on date not null,
  -- whom they asked, and since when that one may read it; null: nobody yet
  scorer_id bigint check (scorer_id <> person_id),
  sent_on date,
  scored_on date,
  -- what the reader says to it in words
  note text check (length(note) between 1 and 1000),
  primary key (org_id, answer_id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, scorer_id) references person on delete set null (scorer_id),
  check (scored_on is null or sent_on is not null)
);
create index practice_answer_person on practice_answer (org_id, person_id);
create index practice_answer_scorer on practice_answer (org_id, scorer_id);
call protect('practice_answer');
call admit('practice_answer',
  $$(select app_is('engine')) or person_id = (select app_person()) or sent_on is not null and scorer_id = (select app_person())
    or (select app_reads_sample())$$,
  $$(select app_is('engine')) or person_id = (select app_person())$$);

-- The level that the reader saw in an answer: evidence for growing, never a reading of a strength (docs/decisions/0027).
create table practice_score (
  org_id bigint not null,
  answer_id bigint not null,
  competency text not null check (length(competency) <= 30),
  person_id bigint not null,
  -- 1 misses the case, 2 to 5 as its anchors describe
  level smallint not null check (level between 1 and 5),
  scorer_id bigint,
  primary key (org_id, answer_id, competency),
  foreign key (org_id, answer_id) references practice_answer on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, scorer_id) references person on delete set null (scorer_id)
);
call protect('practice_score');
call admit('practice_score',
  $$(select app_is('engine')) or (select app_person()) in (person_id, scorer_id) or (select app_reads_sample())$$,
  $$(select app_is('engine'))$$);
