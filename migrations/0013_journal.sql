-- What comes after a decision: trials with criteria that both agreed on beforehand, and a look back half a year later.

-- Somebody leads on trial. Only the person and whoever decides on the seat read it.
create table trial (
  org_id bigint not null,
  trial_id bigint generated always as identity,
  seat_id bigint not null,
  person_id bigint not null,
  -- the decision that it was proposed with, which keeps our advice as it was
  decision_id bigint,
  state text not null default 'proposed' check (state in ('proposed', 'running', 'ended')),
  -- whose word is awaited: on what is proposed, or on a longer time; null: nobody's
  waits_for text check (waits_for in ('person', 'decider')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  -- records/trials/types: Criterion, in their order
  criteria jsonb not null,
  -- hours a week on own tickets while it runs, and as told before; null: not agreed, not told
  ticket_hours real check (ticket_hours between 0 and 100),
  ticket_hours_before real,
  -- what both were promised about the way back, in the words they read
  promise text not null check (length(promise) <= 1000),
  -- what whoever proposed last says to it
  proposal_words text check (length(proposal_words) <= 2000),
  -- when both had agreed; told: whoever decides wrote the answer down after a talk, because the person has no account
  agreed_at timestamptz,
  told_in_talk boolean not null default false,
  from_day date,
  until_day date not null,
  -- a longer time that one of them asks for
  longer_until date,
  longer_because text check (length(longer_because) <= 2000),
  -- records/trials/types: Extension, in their order
  extended jsonb not null default '[]',
  -- where the way back leads: the team and the line of before
  back_team_id bigint,
  back_seat_id bigint,
  ended_on date,
  outcome text check (outcome in ('took-seat', 'returned', 'not-begun')),
  -- who ended it, and what they said
  end_side text check (end_side in ('person', 'decider')),
  end_words text check (length(end_words) <= 2000),
  primary key (org_id, trial_id),
  foreign key (org_id, seat_id) references seat on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade,
  foreign key (org_id, decision_id) references decision on delete set null (decision_id),
  foreign key (org_id, back_team_id) references team on delete set null (back_team_id),
  foreign key (org_id, back_seat_id) references seat on delete set null (back_seat_id),
  check ((state = 'ended') = (outcome is not null))
);
-- One at a time: of a seat, and of a person.
create unique index trial_of_seat on trial (org_id, seat_id) where state <> 'ended';
create unique index trial_of_person on trial (org_id, person_id) where state <> 'ended';
call protect('trial');

-- A day on which both look at a trial. Seat and person again, so that each table says by itself who may read it.
create table trial_review (
  org_id bigint not null,
  review_id bigint generated always as identity,
  trial_id bigint not null,
  seat_id bigint not null,
  person_id bigint not null,
  day date not null,
  primary key (org_id, review_id),
  unique (org_id, trial_id, day),
  foreign key (org_id, trial_id) references trial on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('trial_review');
do $$
declare t text;
begin
  foreach t in array array['trial', 'trial_review'] loop
    call admit(t::regclass,
      $p$(select app_is('engine', 'operator')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$p$,
      $p$(select app_is('engine', 'operator')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$p$);
  end loop;
end $$;

-- What one of the two says on such a day. Nobody writes the other's words; of somebody without an account whoever decides
-- may write down what was said in a talk, and it says so.
create table trial_word (
  org_id bigint not null,
  review_id bigint not null,
  side text not null check (side in ('person', 'decider')),
  seat_id bigint not null,
  person_id bigint not null,
  words text not null check (length(words) <= 4000),
  -- records/trials/types: Mark, by place in the criteria
  marks jsonb not null,
  -- of the person: whether they want it to go on
  wish text check (wish in ('go-on', 'go-back', 'not-sure')),
  told_in_talk boolean not null default false,
  said_by text not null,
  said_at timestamptz not null,
  primary key (org_id, review_id, side),
  foreign key (org_id, review_id) references trial_review on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade,
  check (side = 'person' or not told_in_talk and wish is null)
);
call protect('trial_word');
call admit('trial_word',
  $$(select app_is('engine', 'operator')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$$,
  $$(select app_is('engine', 'operator'))
    or side = 'person' and not told_in_talk and person_id = (select app_person())
    or (side = 'decider' or told_in_talk) and seat_id = any ((select app_decides())::bigint[])$$);

-- What became of a decision, as whoever decides on the seat sees it months later.
create table decision_review (
  org_id bigint not null,
  decision_id bigint not null,
  seat_id bigint not null,
  -- whom it was about; null: the seat was left open, or that person was erased
  person_id bigint,
  -- whether they would decide so again; otherwise: with other help, hours or timing
  again text not null check (again in ('yes', 'otherwise', 'no', 'cannot-tell')),
  stayed text not null check (stayed in ('there', 'moved-on', 'went-back', 'left', 'open', 'filled')),
  team text not null check (team in ('better', 'same', 'worse', 'not-known')),
  words text check (length(words) <= 4000),
  reviewed_by text not null,
  reviewed_at timestamptz not null,
  primary key (org_id, decision_id),
  foreign key (org_id, decision_id) references decision on delete cascade,
  foreign key (org_id, person_id) references person on delete set null (person_id)
);
call protect('decision_review');
call admit('decision_review',
  $$(select app_is('engine', 'operator', 'owner', 'hr')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$$,
  $$(select app_is('engine', 'operator')) or seat_id = any ((select app_decides())::bigint[])$$);

-- What whom a decision was about says to it, where they want to say anything: theirs alone to write and take back.
create table decision_word (
  org_id bigint not null,
  decision_id bigint not null,
  seat_id bigint not null,
  person_id bigint not null,
  words text not null check (length(words) between 1 and 4000),
  said_at timestamptz not null,
  primary key (org_id, decision_id),
  foreign key (org_id, decision_id) references decision on delete cascade,
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('decision_word');
call admit('decision_word',
  $$(select app_is('engine', 'operator', 'owner', 'hr')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$$,
  $$(select app_is('engine')) or person_id = (select app_person())$$);
