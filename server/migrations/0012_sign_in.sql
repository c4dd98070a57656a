-- Keys that phones and computers keep for their owner: the private half never leaves them.

create table passkey (
  region_id      text not null,
  credential_id  text not null,   -- as the browser names it, in base64url
  account_id     uuid not null,
  public_key     bytea not null,  -- COSE
  counter        bigint not null,
  transports     text[] not null,
  label          text not null,
  registered_at  timestamptz not null,
  used_at        timestamptz,
  revoked_at     timestamptz,
  primary key (region_id, credential_id),
  foreign key (region_id, account_id) references account
);
create index passkey_by_account on passkey (region_id, account_id);

-- What a passkey must sign: made here, good for minutes, and gone with the first answer.
create table challenge (
  region_id   text not null references region,
  challenge   text not null,
  account_id  uuid,   -- who registers a key; null: somebody who signs in
  expires_at  timestamptz not null,
  primary key (region_id, challenge),
  foreign key (region_id, account_id) references account
);
create index challenge_by_expiry on challenge (region_id, expires_at);

-- A sign-on that was begun and is on its way over the provider of a region; gone with the first answer.
create table sign_on_attempt (
  region_id   text not null references region,
  state       text not null,
  nonce       text not null,
  verifier    text not null,
  back        text,   -- where somebody wanted to go
  expires_at  timestamptz not null,
  primary key (region_id, state)
);
create index sign_on_attempt_by_expiry on sign_on_attempt (region_id, expires_at);

grant select, insert, update (counter, used_at, revoked_at) on passkey to piket_app;
grant select, insert, delete on challenge, sign_on_attempt to piket_app;

alter table passkey enable row level security;
alter table challenge enable row level security;
alter table sign_on_attempt enable row level security;

alter table passkey force row level security;
alter table challenge force row level security;
alter table sign_on_attempt force row level security;

create policy region on passkey to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on challenge to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on sign_on_attempt to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
