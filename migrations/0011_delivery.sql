-- The morning delivery: when and where somebody's cards reach them, and what was due to leave.

create table delivery (
  org_id bigint not null,
  person_id bigint not null,
  way text not null default 'off' check (way in ('off', 'mail', 'teams', 'slack')),
  -- a webhook's address, sealed (platform/secrets); its host is all that is ever shown again
  address text check (length(address) <= 4000),
  host text check (length(host) <= 300),
  -- nobody else reads what arrives there: said by the person, never for them
  own_chat boolean not null default false,
  -- minutes after midnight by the clock of the zone
  at smallint not null default 450 check (at between 0 and 1439),
  zone text not null check (length(zone) <= 64),
  weekdays smallint[] not null default '{1,2,3,4,5}'
    check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  -- reminders of 1:1s, by mail
  reminders boolean not null default false,
  -- when it is due next; null: never
  next_at timestamptz,
  -- what the clock said when that was worked out: where it says less now, it went back, and it is worked out again
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade,
  check (way not in ('teams', 'slack') or address is not null and host is not null and own_chat)
);
create index delivery_next on delivery (next_at);
create index delivery_planned on delivery (planned_at);
call protect('delivery');
call admit('delivery',
  $$(select app_is('engine')) or person_id = (select app_person())$$,
  $$(select app_is('engine')) or person_id = (select app_person())$$);

-- What was due, written in the transaction that found it due: once a person, day and kind, whichever way it goes. Nothing of
-- what it says is kept: that is put together when it is sent.
create table outgoing (
  org_id bigint not null,
  outgoing_id bigint generated always as identity,
  person_id bigint not null,
  -- the person's own calendar day
  day date not null,
  -- trouble: that a webhook did not take a morning's message; test: asked for by the person
  what text not null check (what in ('morning', 'reminder', 'trouble', 'test')),
  -- which way it went, from the first try on
  way text check (way in ('mail', 'teams', 'slack')),
  -- nothing: there was nothing to say; unsure: it may have arrived, and it is not sent again; dropped: its day was over
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'nothing', 'failed', 'unsure', 'dropped')),
  tries smallint not null default 0,
  due_at timestamptz not null,
  -- waiting: when it is tried next; sending: until when whoever sends it may take
  try_at timestamptz,
  ended_at timestamptz,
  -- why it was not taken, without the address
  why text check (length(why) <= 500),
  primary key (org_id, outgoing_id),
  foreign key (org_id, person_id) references person on delete cascade
);
create unique index outgoing_once on outgoing (org_id, person_id, day, what) where what <> 'test';
create index outgoing_person on outgoing (org_id, person_id, outgoing_id);
create index outgoing_open on outgoing (try_at) where state in ('waiting', 'sending');
call protect('outgoing');
call admit('outgoing',
  $$(select app_is('engine')) or person_id = (select app_person())$$,
  $$(select app_is('engine'))$$);

-- In which firms something is to be done at a moment. Only for who works in no firm, and no more than numbers: one small
-- query a minute for all of them.
create function app_due_deliveries(now timestamptz) returns table (org_id bigint)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.org_id from delivery d where app_org() is null and d.next_at <= now
  union select d.org_id from delivery d where app_org() is null and d.next_at is not null and d.planned_at > now
  union select o.org_id from outgoing o
    where app_org() is null and o.state in ('waiting', 'sending') and (o.try_at <= now or o.due_at > now + interval '1 hour')
  order by 1;
end;
