-- Planning ahead: what it starts from, the ways the firm may go, and the months of their plans.

-- What nobody can count from people and seats; null: not told.
create table growth_firm (
  org_id bigint not null references firm on delete cascade,
  -- first day of the month in which the firm began
  founded date,
  endpoints double precision check (endpoints >= 0 and endpoints <= 1e9),
  coordinators integer check (coordinators between 0 and 2000),
  managers integer check (managers between 0 and 2000),
  -- so many left in so many years, where the list of people doesn't tell
  leavers integer check (leavers between 0 and 10000),
  leavers_years double precision check (leavers_years > 0 and leavers_years <= 50),
  check ((leavers is null) = (leavers_years is null)),
  primary key (org_id)
);
call protect('growth_firm');

-- A way the firm may go. The main one is what the first view and the balance picture speak of.
create table scenario (
  org_id bigint not null references firm on delete cascade,
  scenario_id bigint generated always as identity,
  name text not null check (length(name) between 1 and 80),
  is_main boolean not null default false,
  policy text not null default 'by-fit' check (policy in ('top-closer', 'by-fit', 'grow-early', 'hire-outside')),
  -- records/growth: a phone queue whose service level is wanted; null: none
  phone jsonb,
  -- playbook values that hold in this scenario alone, by key
  assumptions jsonb not null default '{}',
  primary key (org_id, scenario_id)
);
create unique index scenario_name on scenario (org_id, lower(name));
create unique index scenario_main on scenario (org_id) where is_main;
call protect('scenario');

-- One month of a plan; null: not told.
create table plan_month (
  org_id bigint not null,
  scenario_id bigint not null,
  -- its first day
  month date not null,
  clients double precision check (clients >= 0 and clients <= 1e7),
  endpoints double precision not null check (endpoints >= 0 and endpoints <= 1e9),
  hours_per_endpoint double precision check (hours_per_endpoint >= 0 and hours_per_endpoint <= 100),
  hires integer check (hires between 0 and 2000),
  leavers integer check (leavers between 0 and 2000),
  budget double precision check (budget >= 0),
  primary key (org_id, scenario_id, month),
  foreign key (org_id, scenario_id) references scenario on delete cascade
);
call protect('plan_month');

-- Which planned seat was made of what growth brings.
create table growth_seat (
  org_id bigint not null,
  -- 'next-lead', 'service-manager' …: model/growth
  kind text not null check (length(kind) <= 40),
  seat_id bigint not null,
  primary key (org_id, kind),
  foreign key (org_id, seat_id) references seat on delete cascade
);
call protect('growth_seat');

-- What was told of the week of somebody who leads, beside their own tickets; null: not told.
create table lead_week (
  org_id bigint not null,
  person_id bigint not null,
  mentees integer check (mentees between 0 and 50),
  -- open conflicts that they look after
  conflicts integer check (conflicts between 0 and 50),
  -- hours a week on incidents and steering the queue
  steering real check (steering between 0 and 100),
  told_on date not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references person on delete cascade
);
call protect('lead_week');
call admit('lead_week',
  $$(select app_is('engine', 'operator', 'owner', 'service-manager')) or person_id = any ((select app_visible())::bigint[])$$,
  $$(select app_is('operator', 'owner', 'service-manager'))$$);

-- Who is to come, and who is known to go, is for those who keep the firm.
do $$
declare t text;
begin
  foreach t in array array['growth_firm', 'scenario', 'plan_month', 'growth_seat'] loop
    call admit(t::regclass,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager'))$p$,
      $p$(select app_is('engine', 'operator', 'owner', 'service-manager'))$p$);
  end loop;
end $$;
