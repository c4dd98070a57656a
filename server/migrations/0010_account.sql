-- Who may enter, by what proof, and in which roles. What follows from the staff list (whose superior, whose head, acting
-- for whom) is read from there and stands in no grant.

create table account (
  region_id       text not null references region,
  account_id      uuid not null default gen_random_uuid(),
  login           text not null check (login = lower(login) and length(login) between 3 and 60),  -- the NIP where there is one
  employee_id     text,   -- null: a member of an outside body, or a post without a staff record
  name            text,   -- of those without a staff record
  body            text,   -- the outside body: police, military district
  state           text not null check (state in ('invited', 'active', 'suspended', 'ended')),
  password_hash   text,
  password_set_at timestamptz,
  created_at      timestamptz not null default now(),
  primary key (region_id, account_id),
  unique (region_id, login),
  unique (region_id, employee_id),
  foreign key (region_id, employee_id) references employee,
  check (employee_id is not null or name is not null)
);

create table role_grant (
  region_id    text not null,
  id           bigint generated always as identity,
  account_id   uuid not null,
  role         text not null check (role in (
    'personnel_agency', 'organisation_bureau', 'task_force', 'spokesperson', 'regional_head', 'auditor', 'it_officer')),
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  granted_by   text not null,
  letter       text,
  primary key (region_id, account_id, id),
  foreign key (region_id, account_id) references account
);

-- A code that lets its holder choose a password, once.
create table invitation (
  region_id   text not null,
  id          bigint generated always as identity,
  account_id  uuid not null,
  code_hash   bytea not null,
  invited_by  text not null,
  invited_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (region_id, account_id, id),
  foreign key (region_id, account_id) references account
);

-- The token itself is with the browser only.
create table session (
  region_id   text not null,
  token_hash  bytea not null,
  account_id  uuid not null,
  method      text not null check (method in ('password', 'passkey', 'sign_on', 'invitation', 'device', 'demonstration')),
  agent       text,          -- what the browser calls itself, for the list of one's own sessions
  begun_at    timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  primary key (region_id, token_hash),
  foreign key (region_id, account_id) references account
);
create index session_by_account on session (region_id, account_id, begun_at);

-- Failed tries by login and browser: a growing pause and never a lock, for at half past seven everybody must get in.
create table sign_in_failure (
  region_id  text not null references region,
  login      text not null,
  browser    text not null,
  failures   integer not null,
  failed_at  timestamptz not null,
  primary key (region_id, login, browser)
);

grant select, insert, update (state, password_hash, password_set_at) on account to piket_app;
grant select, insert, update (withdrawn_at) on role_grant to piket_app;
grant select, insert, update (used_at) on invitation to piket_app;
grant select, insert, update (seen_at, ended_at) on session to piket_app;
grant select, insert, update, delete on sign_in_failure to piket_app;

alter table account enable row level security;
alter table role_grant enable row level security;
alter table invitation enable row level security;
alter table session enable row level security;
alter table sign_in_failure enable row level security;

alter table account force row level security;
alter table role_grant force row level security;
alter table invitation force row level security;
alter table session force row level security;
alter table sign_in_failure force row level security;

create policy region on account to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on role_grant to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on invitation to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on session to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on sign_in_failure to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));

-- Heads and subordinates are asked for at every sign-in.
create index unit_version_by_head on unit_version (region_id, head_id) where head_id is not null;
create index employee_version_by_supervisor on employee_version (region_id, supervisor_id)
  where supervisor_id is not null;
