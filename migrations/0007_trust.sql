-- What lets people check: who looked and who changed, what a person says to a number, what was decided, and the fairness audit.

-- One line each, chained by hash under a key outside the database: `evenkeel audit verify` finds a changed, removed or
-- reordered line. Names stand nowhere in it, only numbers, so that an erasure leaves the chain whole.
create table audit_entry (
  org_id bigint not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null check (length(actor) <= 320),
  standing text not null,
  -- an operation's id, or what the program did: 'sign-in', 'backup'
  action text not null check (length(action) <= 100),
  -- the people it is about
  people bigint[] not null default '{}',
  -- what else it is about, e.g. {"seatId": 3}; never contents
  details jsonb not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (org_id, seq)
);
create index audit_people on audit_entry using gin (people);
call protect('audit_entry', 'select, insert');
call admit('audit_entry',
  $$(select app_is('engine', 'operator', 'owner', 'hr')) or people @> array[(select app_person())]$$,
  'false');
create policy appends on audit_entry for insert with check ((select app_standing()) <> '');
-- Who looked when, for filters, and for looks that are repeated.
create index audit_actor on audit_entry (org_id, actor, at);

-- Whether this actor has looked at the same lately: then the look is not written down again. As the owner of the tables,
-- because most may not read the log; it answers only about the one who asks.
create function app_looked(looked text, at_people bigint[], looked_details jsonb, since timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (
    select from audit_entry
    where org_id = app_org() and actor = current_setting('app.actor', true) and at > since
      and standing = app_standing() and action = looked and people = at_people and details = looked_details
  );
end;

-- The end of each firm's chain; locked while a line is added, so that lines stand one behind another.
create table audit_head (
  org_id bigint not null references firm on delete cascade,
  seq bigint not null,
  hash text not null,
  primary key (org_id)
);
call protect('audit_head', 'select, insert, update');
call admit('audit_head', $$(select app_standing()) <> ''$$, $$(select app_standing()) <> ''$$);

-- A sample firm goes with everything in it; of a real one the log can't be removed: neither by calling it a sample
-- afterwards, nor by removing the firm and making a sample of its number.
create function forget_sample_audit() returns void language sql security definer set search_path = public, pg_temp
begin atomic
  delete from audit_entry where org_id = app_org() and app_standing() in ('engine', 'operator', 'owner')
    and exists (select from firm where firm.org_id = app_org() and firm.sample is not null);
end;
revoke update on firm from evenkeel_app;
grant update (name, story_day, second_factor_required) on firm to evenkeel_app;
create policy keeps_its_log on firm as restrictive for delete
  using (sample is not null or not exists (select from audit_entry e where e.org_id = firm.org_id));

-- Every firm that there is or of which there are lines: an audit of the whole install must not pass one over. Only for who
-- works in no firm at the moment, and no more than numbers.
create function app_firms() returns table (org_id bigint, sample boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select listed.org_id, coalesce(f.sample is not null, false)
  from (select firm.org_id from firm union select e.org_id from audit_entry e) listed
    left join firm f on f.org_id = listed.org_id
  where app_org() is null
  order by 1;
end;

-- What a person says to something held about them: a comment, or a dispute that stands beside the number until answered.
create table remark (
  org_id bigint not null,
  remark_id bigint generated always as identity,
  person_id bigint not null,
  -- which field or number: a reference as in the side panel ('strength/12/technical') or a field ('person/title')
  about text not null check (length(about) <= 120),
  kind text not null check (kind in ('comment', 'dispute')),
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null,
  answer text check (length(answer) <= 2000),
  -- what became of a dispute: corrected, or left as it is with a reason
  outcome text check (outcome in ('corrected', 'kept')),
  answered_by text,
  answered_at timestamptz,
  primary key (org_id, remark_id),
  foreign key (org_id, person_id) references person on delete cascade
);
create index remark_person on remark (org_id, person_id);
call protect('remark');
call admit('remark',
  $$(select app_is('engine', 'operator', 'hr')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('engine', 'operator'))$$);
-- A person speaks for nobody but themselves, and nobody answers themselves.
create policy says on remark for insert with check (person_id = (select app_person()));
create policy answers on remark for update
  using (person_id = any ((select app_visible())::bigint[]) and person_id <> (select app_person()))
  with check (person_id = any ((select app_visible())::bigint[]) and person_id <> (select app_person()));

-- What a named person decided about a seat, and what our advice said then.
create table decision (
  org_id bigint not null,
  decision_id bigint generated always as identity,
  seat_id bigint not null,
  -- who was chosen; null: the seat was left open
  person_id bigint,
  kind text not null check (kind in ('hold', 'trial', 'leave-open')),
  day date not null,
  decided_by text not null,
  reason text check (length(reason) <= 2000),
  -- records/decisions/types: AdviceAsItWas, with the data, model and playbook version
  advice jsonb not null,
  at timestamptz not null,
  primary key (org_id, decision_id),
  foreign key (org_id, seat_id) references seat on delete cascade,
  foreign key (org_id, person_id) references person on delete set null (person_id)
);
call protect('decision', 'select, insert, update');
call admit('decision',
  $$(select app_is('engine', 'operator', 'owner', 'hr')) or person_id = (select app_person()) or seat_id = any ((select app_decides())::bigint[])$$,
  $$(select app_is('engine', 'operator')) or seat_id = any ((select app_decides())::bigint[])$$);

-- Groups protected by law, as people gave them for the fairness audit. Only the audit role (HR) reads them: not the owner,
-- not a lead, not whoever started the server, and not the program while it computes advice ('engine').
create table protected_attribute (
  org_id bigint not null,
  person_id bigint not null,
  attribute text not null check (attribute in ('gender', 'age-band', 'ethnicity', 'disability', 'part-time')),
  value text not null check (length(value) between 1 and 60),
  given_on date not null,
  primary key (org_id, person_id, attribute),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('protected_attribute');
call admit('protected_attribute',
  $$(select app_is('hr')) or person_id = (select app_person())$$,
  $$(select app_is('hr')) or person_id = (select app_person())$$);

-- Whoever was erased stays erased when the ticket system names them again: a keyed hash of the name or address, no more.
create table erased_name (
  org_id bigint not null references firm on delete cascade,
  name_hash text not null,
  -- the nameless stand-in that keeps team sums right
  person_id bigint not null,
  primary key (org_id, name_hash)
);
call protect('erased_name');
call admit('erased_name', $$(select app_is('engine', 'operator'))$$, $$(select app_is('engine', 'operator'))$$);

-- Who asks to be erased; HR, the owner or whoever holds the server carries it out.
create table erasure_request (
  org_id bigint not null,
  person_id bigint not null,
  asked_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('erasure_request');
call admit('erasure_request',
  $$(select app_is('engine', 'operator', 'owner', 'hr')) or person_id = (select app_person())$$,
  $$(select app_is('engine', 'operator')) or person_id = (select app_person())$$);
