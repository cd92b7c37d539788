-- Accounts and the ways to prove that one is theirs. Like the rest of signing in they belong to no firm. Of secrets only
-- hashes are kept, or ciphertext under a key that lies outside the database.

create table auth.account (
  account_id bigint generated always as identity primary key,
  email text not null check (length(email) between 3 and 320),
  name text not null check (length(name) between 1 and 200),
  -- scrypt, with its own salt and cost; null: no password, so a passkey or single sign-on
  password_hash text,
  -- sealed (platform/sign-in/seal); null: not set up
  totp_secret text,
  -- the 30-second step of the last code that was taken: no code is taken twice
  totp_last_step bigint not null default 0,
  -- set once a first code has been given; a secret without it is only being set up
  totp_since timestamptz,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index account_email on auth.account (lower(email));
grant select, insert, update, delete on auth.account to evenkeel_app;

-- One-time codes for whoever has lost the second factor: hashes only.
create table auth.recovery_code (
  account_id bigint not null references auth.account on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
grant select, insert, update, delete on auth.recovery_code to evenkeel_app;

create table auth.passkey (
  credential_id text primary key,
  account_id bigint not null references auth.account on delete cascade,
  -- COSE, base64url
  public_key text not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  -- the name its owner gave it
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_account on auth.passkey (account_id);
grant select, insert, update, delete on auth.passkey to evenkeel_app;

-- Single sign-on by OpenID Connect: Microsoft Entra or any other provider.
create table auth.provider (
  provider_id bigint generated always as identity primary key,
  -- what the button says
  label text not null check (length(label) between 1 and 60),
  issuer text not null unique check (length(issuer) <= 500),
  client_id text not null check (length(client_id) <= 200),
  -- sealed
  client_secret text not null,
  created_at timestamptz not null default now(),
  created_by text not null
);
grant select, insert, update, delete on auth.provider to evenkeel_app;

-- Who at a provider an account is: never matched by an address alone (docs/decisions).
create table auth.identity (
  issuer text not null,
  subject text not null check (length(subject) <= 255),
  account_id bigint not null references auth.account on delete cascade,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index identity_account on auth.identity (account_id);
grant select, insert, update, delete on auth.identity to evenkeel_app;

-- What was asked of a browser and not answered yet: a passkey challenge, a second factor, a trip to a provider.
create table auth.challenge (
  challenge_hash text primary key,
  kind text not null check (kind in ('passkey-add', 'passkey-enter', 'second-factor', 'provider')),
  account_id bigint references auth.account on delete cascade,
  -- what the answer is checked against: sealed
  secret text not null,
  expires_at timestamptz not null
);
grant select, insert, update, delete on auth.challenge to evenkeel_app;

-- An invitation into a firm, or (without one) the first owner's. The link is used once; only its hash is kept.
create table auth.invitation (
  token_hash text primary key,
  org_id bigint not null,
  email text not null check (length(email) between 3 and 320),
  role text not null check (role in ('owner', 'service-manager', 'team-lead', 'technician', 'hr', 'wallboard')),
  person_id bigint,
  invited_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_firm on auth.invitation (org_id);
grant select, insert, update, delete on auth.invitation to evenkeel_app;

-- Whose session, how it began and from where, so that its owner can recognise and end it.
alter table auth.session
  add column session_id bigint generated always as identity unique,
  add column account_id bigint references auth.account on delete cascade,
  add column method text not null default 'address'
    check (method in ('address', 'password', 'passkey', 'provider', 'acting')),
  -- for a session that acts for somebody from the server (`sign-in --as`)
  add column acting_by text,
  add column seen_at timestamptz not null default now(),
  -- ends when it is not used for so long; a wallboard's may rest longer than a person's
  add column idle_days integer not null default 7,
  add column browser text check (length(browser) <= 300),
  add column ip text check (length(ip) <= 64);
create index session_account on auth.session (account_id);
alter table auth.sign_in_token add column acting_by text;

-- As what an actor works in a firm, and which person of that firm they are. 'operator': whoever holds the server.
alter table auth.firm_access
  add column role text not null default 'operator'
    check (role in ('owner', 'service-manager', 'team-lead', 'technician', 'hr', 'wallboard', 'operator')),
  add column person_id bigint;
create unique index firm_access_person on auth.firm_access (org_id, person_id) where person_id is not null;

-- A mark made with the install's key, so that a start with another key is noticed before it does harm.
create table auth.key_check (
  id boolean primary key default true check (id),
  mark text not null
);
grant select, insert on auth.key_check to evenkeel_app;

-- Attempts to sign in that came to nothing, to slow down guessing: keyed by a keyed hash of what was tried (an address of a
-- network or of a mailbox). Not in the account: an address that nobody has locks in the same way, so that locking tells
-- nobody which addresses have accounts.
create table auth.attempt (
  attempt_id bigint generated always as identity primary key,
  key_hash text not null,
  at timestamptz not null default now()
);
create index attempt_key on auth.attempt (key_hash, at);
grant select, insert, delete on auth.attempt to evenkeel_app;
