-- Mentoring: what people say of themselves, whom they would rather not be paired with, pairs, sessions, goals and checks.

-- What somebody says of their own accord. Others see of it what the two of a pair share, and sums.
create table mentoring_wish (
  org_id bigint not null references firm on delete cascade,
  person_id bigint not null,
  wants_mentor boolean not null,
  -- how many people they offer to mentor
  places smallint not null check (places between 0 and 5),
  -- competencies in which they want to grow
  wants text[] not null default '{}' check (cardinality(wants) <= 5),
  help_with text check (length(help_with) between 1 and 300),
  interests text check (length(interests) between 1 and 300),
  said_at timestamptz not null,
  -- when a mentor was last looked for without finding one, and why
  looked_on date,
  found_none text check (length(found_none) <= 400),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('mentoring_wish');
call admit('mentoring_wish',
  $$(select app_is('engine')) or person_id = (select app_person())$$,
  $$(select app_is('engine')) or person_id = (select app_person())$$);

-- With whom somebody would rather not be paired, whichever way round. Only they read it; the program reads it while it
-- matches and tells nobody.
create table mentoring_veto (
  org_id bigint not null,
  person_id bigint not null,
  about_id bigint not null check (about_id <> person_id),
  primary key (org_id, person_id, about_id),
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, about_id) references person on delete cascade
);
create index mentoring_veto_about on mentoring_veto (org_id, about_id);
call protect('mentoring_veto');
call admit('mentoring_veto',
  $$(select app_is('engine')) or person_id = (select app_person())$$,
  $$person_id = (select app_person())$$);

-- A pair: asked of both, running once both said yes, over whenever one of them says so.
create table mentoring_pair (
  org_id bigint not null references firm on delete cascade,
  pair_id bigint generated always as identity,
  mentor_id bigint not null,
  mentee_id bigint not null check (mentee_id <> mentor_id),
  state text not null default 'asked' check (state in ('asked', 'running', 'ended', 'not-begun')),
  asked_on date not null,
  began_on date,
  -- the last day that was agreed; either can end it before, without a reason
  until_day date,
  ended_on date,
  -- competencies in which the mentee wants to grow with this mentor
  wants text[] not null default '{}',
  -- why it was proposed, in sentences, as it was then
  reasons jsonb not null,
  primary key (org_id, pair_id),
  foreign key (org_id, mentor_id) references person on delete cascade,
  foreign key (org_id, mentee_id) references person on delete cascade,
  check ((state in ('asked', 'not-begun')) = (began_on is null)),
  check ((state = 'ended') = (ended_on is not null))
);
create unique index mentoring_pair_now on mentoring_pair (org_id, mentee_id) where state in ('asked', 'running');
create index mentoring_pair_mentor on mentoring_pair (org_id, mentor_id);
call protect('mentoring_pair');
call admit('mentoring_pair',
  $$(select app_is('engine')) or (select app_person()) in (mentor_id, mentee_id)$$,
  $$(select app_is('engine')) or (select app_person()) in (mentor_id, mentee_id)$$);

-- Whether one of the two wants it. Nobody else reads it, so that a no is told only as "it did not begin".
create table mentoring_answer (
  org_id bigint not null,
  pair_id bigint not null,
  person_id bigint not null,
  yes boolean not null,
  primary key (org_id, pair_id, person_id),
  foreign key (org_id, pair_id) references mentoring_pair on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('mentoring_answer');
call admit('mentoring_answer',
  $$(select app_is('engine')) or person_id = (select app_person())$$,
  $$(select app_is('engine')) or person_id = (select app_person())$$);

-- The mentoring pairs of whoever acts: for the tables below.
create function app_mentorings() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(pair_id), '{}') from mentoring_pair
  where org_id = app_org() and app_person() in (mentor_id, mentee_id);
end;

create table mentoring_session (
  org_id bigint not null,
  session_id bigint generated always as identity,
  pair_id bigint not null,
  at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 240),
  zone text not null check (length(zone) <= 64),
  state text not null default 'planned' check (state in ('planned', 'held', 'skipped')),
  -- grows whenever it moves: a calendar takes the higher one
  sequence smallint not null default 0,
  primary key (org_id, session_id),
  foreign key (org_id, pair_id) references mentoring_pair on delete cascade
);
create index mentoring_session_pair on mentoring_session (org_id, pair_id, at);
call protect('mentoring_session');

create table mentoring_goal (
  org_id bigint not null,
  goal_id bigint generated always as identity,
  pair_id bigint not null,
  author_id bigint,
  text text not null check (length(text) between 1 and 300),
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (org_id, goal_id),
  foreign key (org_id, pair_id) references mentoring_pair on delete cascade,
  foreign key (org_id, author_id) references person on delete set null (author_id)
);
create index mentoring_goal_pair on mentoring_goal (org_id, pair_id);
call protect('mentoring_goal');

-- Half-way and at the end each of the two says how it is; the other reads it.
create table mentoring_check (
  org_id bigint not null,
  pair_id bigint not null,
  person_id bigint not null,
  moment text not null check (moment in ('half-way', 'end')),
  answer text not null check (answer in ('worth-it', 'change-something', 'not-worth-it')),
  text text check (length(text) between 1 and 500),
  said_at timestamptz not null,
  primary key (org_id, pair_id, person_id, moment),
  foreign key (org_id, pair_id) references mentoring_pair on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('mentoring_check');
do $$
declare t text;
begin
  foreach t in array array['mentoring_session', 'mentoring_goal'] loop
    call admit(t::regclass,
      $p$(select app_is('engine')) or pair_id = any ((select app_mentorings())::bigint[])$p$,
      $p$(select app_is('engine')) or pair_id = any ((select app_mentorings())::bigint[])$p$);
  end loop;
end $$;
call admit('mentoring_check',
  $$(select app_is('engine')) or pair_id = any ((select app_mentorings())::bigint[])$$,
  $$(select app_is('engine')) or person_id = (select app_person()) and pair_id = any ((select app_mentorings())::bigint[])$$);
