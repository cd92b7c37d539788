-- What a lead does today: cards, one-to-ones, who is there when, and working conditions.

-- When somebody is there. weekday 1 Monday to 7 Sunday: every week within from_day to to_day; null: every day of them.
-- A leave covers whole days, from from_day to to_day, or hours of each of them; without an end it goes on.
create table shift (
  org_id bigint not null references firm on delete cascade,
  shift_id bigint generated always as identity,
  person_id bigint not null,
  kind text not null check (kind in ('shift', 'on-call', 'leave')),
  weekday smallint check (weekday between 1 and 7),
  from_day date,
  -- last day; null: no end
  to_day date check (to_day >= from_day),
  -- minutes of the day in the zone; an end at or before the start is on the next day; null for a leave of whole days
  starts smallint check (starts between 0 and 1439),
  ends smallint check (ends between 0 and 1440),
  zone text not null check (length(zone) <= 64),
  -- the calendar's own number of the entry, so that it can be replaced; null: typed or from a table
  calendar_uid text check (length(calendar_uid) <= 300),
  primary key (org_id, shift_id),
  foreign key (org_id, person_id) references person on delete cascade,
  check ((kind = 'leave' or starts is not null) and (starts is null) = (ends is null)),
  check (weekday is not null or from_day is not null)
);
create index shift_person on shift (org_id, person_id);
call protect('shift');
call admit('shift',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$);

-- The hours in which a team owes its clients somebody; absent: the playbook's.
create table team_hours (
  org_id bigint not null,
  team_id bigint not null,
  zone text not null check (length(zone) <= 64),
  starts smallint not null check (starts between 0 and 1439),
  ends smallint not null check (ends between 1 and 1440 and ends > starts),
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  primary key (org_id, team_id),
  foreign key (org_id, team_id) references team on delete cascade
);
call protect('team_hours');
call admit('team_hours',
  $$(select app_standing()) not in ('', 'wallboard')$$,
  $$(select app_is('engine', 'operator', 'owner', 'service-manager'))$$);

-- One thing for a lead on one day, and what became of it.
create table card (
  org_id bigint not null references firm on delete cascade,
  card_id bigint generated always as identity,
  lead_id bigint not null,
  day date not null,
  rule text not null check (length(rule) <= 60),
  kind text not null check (kind in ('fix', 'listen', 'stay-out', 'promise')),
  -- what it is about: 'ticket/99', 'area/3', 'client/2', 'person/12', 'team/1', 'seat/4'
  subject text not null check (length(subject) <= 80),
  -- whom it is about, where it is about somebody
  person_id bigint,
  trigger text not null check (length(trigger) <= 500),
  first_sentence text not null check (length(first_sentence) <= 300),
  -- model/cards: what it rests on
  evidence jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'snoozed', 'not-useful')),
  reason text check (length(reason) <= 300),
  -- until when it sleeps
  until_day date,
  answered_at timestamptz,
  primary key (org_id, card_id),
  foreign key (org_id, lead_id) references person on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
create unique index card_once on card (org_id, lead_id, day, rule, subject);
create index card_lead on card (org_id, lead_id, day desc);
call protect('card');
call admit('card',
  $$(select app_is('engine', 'operator')) or lead_id = (select app_person())$$,
  $$(select app_is('engine', 'operator')) or lead_id = (select app_person())$$);

-- Two people who talk regularly. Only they read what is in it; that it happens, and how often, is all that others see.
create table one_on_one (
  org_id bigint not null references firm on delete cascade,
  pair_id bigint generated always as identity,
  member_id bigint not null,
  lead_id bigint not null check (lead_id <> member_id),
  every_days smallint not null default 14 check (every_days between 1 and 92),
  minutes smallint not null default 30 check (minutes between 5 and 240),
  zone text not null check (length(zone) <= 64),
  began_on date not null,
  ended_on date,
  primary key (org_id, pair_id),
  foreign key (org_id, member_id) references person on delete cascade,
  foreign key (org_id, lead_id) references person on delete cascade
);
create unique index one_on_one_now on one_on_one (org_id, member_id, lead_id) where ended_on is null;
call protect('one_on_one');
call admit('one_on_one',
  $$(select app_is('engine')) or (select app_person()) in (member_id, lead_id)$$,
  $$(select app_is('engine')) or (select app_person()) in (member_id, lead_id)$$);

-- The pairs of whoever acts: for the tables below.
create function app_pairs() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(pair_id), '{}') from one_on_one
  where org_id = app_org() and app_person() in (member_id, lead_id);
end;

create table meeting (
  org_id bigint not null,
  meeting_id bigint generated always as identity,
  pair_id bigint not null,
  at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'skipped')),
  -- grows whenever it moves: a calendar takes the higher one
  sequence smallint not null default 0,
  primary key (org_id, meeting_id),
  foreign key (org_id, pair_id) references one_on_one on delete cascade
);
create index meeting_pair on meeting (org_id, pair_id, at desc);
call protect('meeting');

-- A topic, or an action with its owner; what is open carries over to the next meeting by itself.
create table agenda_item (
  org_id bigint not null,
  item_id bigint generated always as identity,
  pair_id bigint not null,
  author_id bigint,
  kind text not null check (kind in ('topic', 'action')),
  text text not null check (length(text) between 1 and 500),
  owner_id bigint,
  due_day date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (org_id, item_id),
  foreign key (org_id, pair_id) references one_on_one on delete cascade,
  foreign key (org_id, author_id) references person on delete set null (author_id),
  foreign key (org_id, owner_id) references person on delete set null (owner_id)
);
create index agenda_item_pair on agenda_item (org_id, pair_id);
call protect('agenda_item');
do $$
declare t text;
begin
  foreach t in array array['meeting', 'agenda_item'] loop
    call admit(t::regclass,
      $p$(select app_is('engine')) or pair_id = any ((select app_pairs())::bigint[])$p$,
      $p$(select app_is('engine')) or pair_id = any ((select app_pairs())::bigint[])$p$);
  end loop;
end $$;

-- Public halves of the keys that private notes are encrypted to, and their secret halves, locked with a passphrase that
-- only the person knows and that never leaves their browser.
create table note_recipient (
  org_id bigint not null,
  person_id bigint not null,
  recipient text not null check (length(recipient) <= 200),
  made_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('note_recipient');
call admit('note_recipient',
  $$(select app_standing()) not in ('', 'wallboard')$$,
  $$person_id = (select app_person())$$);
create table note_identity (
  org_id bigint not null,
  person_id bigint not null,
  sealed text not null check (length(sealed) <= 4000),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('note_identity');
call admit('note_identity', $$person_id = (select app_person())$$, $$person_id = (select app_person())$$);

-- Ciphertext, made in the browser of whoever wrote it, for the keys of its readers.
create table private_note (
  org_id bigint not null,
  note_id bigint generated always as identity,
  pair_id bigint not null,
  author_id bigint not null,
  -- whose keys open it: the author's, or both
  readers bigint[] not null check (author_id = any (readers)),
  body text not null check (length(body) between 1 and 100000),
  written_at timestamptz not null,
  primary key (org_id, note_id),
  foreign key (org_id, pair_id) references one_on_one on delete cascade,
  foreign key (org_id, author_id) references person on delete cascade
);
create index private_note_pair on private_note (org_id, pair_id);
call protect('private_note');
call admit('private_note',
  $$(select app_person()) = any (readers)$$,
  $$author_id = (select app_person()) and pair_id = any ((select app_pairs())::bigint[])$$);

-- When somebody is erased: notes that only they could open go; of the rest a nameless stand-in becomes author or reader, so
-- that the other's stay. The program itself can't read or write them otherwise, and learns nothing here.
create function app_hand_over_notes(gone bigint, stand_in bigint) returns void
language sql volatile security definer set search_path = public, pg_temp
begin atomic
  delete from private_note n
    where n.org_id = app_org() and app_standing() = 'engine' and gone = any (n.readers)
      and not exists (select from unnest(n.readers) r join person p on p.org_id = n.org_id and p.person_id = r
        where r <> gone and not exists (select from erased_name e where e.org_id = n.org_id and e.person_id = r));
  update private_note n set readers = array_replace(n.readers, gone, stand_in),
      author_id = case when n.author_id = gone then stand_in else n.author_id end
    where n.org_id = app_org() and app_standing() = 'engine' and gone = any (n.readers);
end;

-- Facts about a person's weeks, from tickets and shifts; nothing is guessed. Shown to the person first; to a lead as causes.
create table condition_week (
  org_id bigint not null,
  person_id bigint not null,
  -- Monday
  week date not null,
  -- tickets touched, and changes of tickets made, in the week; those outside the team's hours
  tickets integer not null,
  changes integer not null,
  changes_after_hours integer not null,
  -- changes that went to another ticket than the one before within the hour
  switches integer not null,
  -- minutes of work on own tickets where they are kept
  minutes double precision,
  -- on tickets whose client was dissatisfied
  minutes_dissatisfied double precision,
  on_call_minutes integer not null default 0,
  primary key (org_id, person_id, week),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('condition_week');
call admit('condition_week', $$(select app_is('engine', 'operator'))$$, $$(select app_is('engine', 'operator'))$$);

-- Whose direct lead the actor is. Narrower than app_visible(): whoever decides on a seat is nobody's confidant by that.
create function app_led() returns bigint[] language sql stable security definer set search_path = public, pg_temp
begin atomic
  with seats_held as (
    select h.seat_id from seat_holding h
    where h.org_id = app_org() and h.person_id = app_person() and h.to_day is null
  )
  select coalesce(array_agg(distinct person_id), '{}') from (
    select l.person_id from person_line l
    where l.org_id = app_org() and l.to_day is null and l.seat_id in (select seat_id from seats_held)
    union
    select h.person_id from seat_line l
      join seat_holding h on h.org_id = l.org_id and h.seat_id = l.seat_id and h.to_day is null
    where l.org_id = app_org() and l.to_day is null and l.reports_to in (select seat_id from seats_held)
  ) led where person_id <> app_person() and app_standing() in ('owner', 'service-manager', 'team-lead');
end;

-- What a person lets their lead see of their own conditions, and what they said of themselves, freely.
create table condition_share (
  org_id bigint not null,
  person_id bigint not null,
  with_lead boolean not null,
  changed_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('condition_share');
call admit('condition_share',
  $$(select app_is('engine')) or person_id = (select app_person())$$,
  $$person_id = (select app_person())$$);
create table own_word (
  org_id bigint not null,
  word_id bigint generated always as identity,
  person_id bigint not null,
  said_at timestamptz not null,
  feeling text not null check (feeling in ('fine', 'could-be-better', 'unhappy')),
  text text check (length(text) <= 500),
  with_lead boolean not null default false,
  primary key (org_id, word_id),
  foreign key (org_id, person_id) references person on delete cascade
);
create index own_word_person on own_word (org_id, person_id, said_at desc);
call protect('own_word');
call admit('own_word',
  $$person_id = (select app_person()) or with_lead and person_id = any ((select app_led())::bigint[])$$,
  $$person_id = (select app_person())$$);
-- A step in somebody's growth: a course, a new task, a trial. Long without one is a condition.
create table growth_step (
  org_id bigint not null,
  step_id bigint generated always as identity,
  person_id bigint not null,
  day date not null,
  text text not null check (length(text) between 1 and 200),
  -- 'self' or 'lead'
  said_by text not null check (said_by in ('self', 'lead')),
  primary key (org_id, step_id),
  foreign key (org_id, person_id) references person on delete cascade
);
create index growth_step_person on growth_step (org_id, person_id, day desc);
call protect('growth_step');
call admit('growth_step',
  $$(select app_is('engine', 'operator')) or person_id = (select app_person()) or person_id = any ((select app_led())::bigint[])$$,
  $$(select app_is('engine', 'operator')) or person_id = (select app_person()) or person_id = any ((select app_led())::bigint[])$$);
