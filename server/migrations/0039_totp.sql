-- Codes of an authenticator application (TOTP), for whoever wants a second step beside the password and is no
-- administrator. The secret is encrypted with a key that is not in the database.
create table totp (
  region_id   text not null,
  account_id  uuid not null,
  secret      bytea not null,
  last_step   bigint not null,   -- of the last code taken: none is taken twice, and none before it
  begun_at    timestamptz not null,
  primary key (region_id, account_id),
  foreign key (region_id, account_id) references account
);

-- For the day the phone is lost: each is good once.
create table recovery_code (
  region_id   text not null,
  account_id  uuid not null,
  code_hash   bytea not null,
  used_at     timestamptz,
  primary key (region_id, account_id, code_hash),
  foreign key (region_id, account_id) references account
);

alter table session drop constraint session_second_factor_check;
alter table session add constraint session_second_factor_check
  check (second_factor in ('passkey', 'sign_on', 'totp', 'recovery_code'));

grant select, insert, delete, update (last_step) on totp to piket_app;
grant select, insert, delete, update (used_at) on recovery_code to piket_app;

alter table totp enable row level security;
alter table recovery_code enable row level security;

alter table totp force row level security;
alter table recovery_code force row level security;

create policy region on totp to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on recovery_code to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
