-- Signing in. These tables belong to no firm (they say which firm a session works in), so they lie in a schema of their
-- own without row-level security; the catalogue test lists them with this reason. Only hashes of secrets are kept.
create schema auth;
grant usage on schema auth to evenkeel_app;

create table auth.sign_in_token (
  token_hash text primary key,
  actor text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update, delete on auth.sign_in_token to evenkeel_app;

create table auth.session (
  session_hash text primary key,
  actor text not null,
  -- the firm the session works in; null before the first one exists
  org_id bigint,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
grant select, insert, update, delete on auth.session to evenkeel_app;

-- Which firms an actor may work in.
create table auth.firm_access (
  actor text not null,
  org_id bigint not null,
  granted_at timestamptz not null default now(),
  primary key (actor, org_id)
);
grant select, insert, update, delete on auth.firm_access to evenkeel_app;
