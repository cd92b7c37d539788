-- What the ticket model stands on. Everything that grows with tickets is summed here by delta; a refit never reads tickets.

-- One row a ticket that can be compared: exactly what entered the sums, so that it can be taken out again.
create table evidence_case (
  org_id bigint not null,
  ticket_id bigint not null,
  -- 'minutes-worked', or 'queue-minutes' where the source keeps no minutes
  outcome text not null check (outcome in ('minutes-worked', 'queue-minutes')),
  -- log of max(1, minutes)
  y double precision not null,
  technician_id bigint not null,
  -- 0 stands for "not given" in each of the following
  client_id bigint not null,
  category_id bigint not null,
  queue_id bigint not null,
  priority smallint not null,
  hour smallint not null check (hour between 0 and 23),
  primary key (org_id, ticket_id)
);
create index evidence_case_technician on evidence_case (org_id, technician_id);
call protect('evidence_case');

-- Pairwise cross-products: for two levels of two factors (factor_a <= factor_b), how many tickets have both.
-- On the diagonal (same factor, same level) sum_y is the sum of y over that level's tickets.
create table evidence_cross (
  org_id bigint not null,
  outcome text not null,
  -- 1 technician, 2 client, 3 category, 4 queue, 5 priority, 6 hour
  factor_a smallint not null,
  level_a bigint not null,
  factor_b smallint not null,
  level_b bigint not null,
  n bigint not null,
  sum_y double precision not null,
  primary key (org_id, outcome, factor_a, level_a, factor_b, level_b)
);
call protect('evidence_cross');

create table evidence_total (
  org_id bigint not null references firm on delete cascade,
  outcome text not null,
  n bigint not null,
  sum_y double precision not null,
  sum_yy double precision not null,
  -- goes up with every change of the sums; a fit names the version it was made from
  data_version bigint not null,
  primary key (org_id, outcome)
);
call protect('evidence_total');

create table evidence_fit (
  org_id bigint not null references firm on delete cascade,
  outcome text not null,
  data_version bigint not null,
  model_version text not null,
  fitted_at timestamptz not null default now(),
  -- records/evidence/types: TicketEffects
  effects jsonb not null,
  primary key (org_id, outcome)
);
call protect('evidence_fit');
