-- A phone whose session has run out begins another one with its own key, so that what it has kept of the morning is
-- delivered without a password. That proves a phone, and nobody's knowledge of anything.
alter table session
  add column device_id     uuid,         -- the phone that renewed it; null: somebody signed in
  add column renewed_from  bytea,        -- the session that had run out
  add column signed_in_at  timestamptz,  -- when somebody last signed in themself; null: as it began
  add check ((device_id is null) = (renewed_from is null)),
  add check ((device_id is null) = (signed_in_at is null)),
  add check (device_id is null or method = 'device');

-- What a phone has to sign, once; asked for again, the one before is void.
create table session_challenge (
  region_id    text not null,
  token_hash   bytea not null,       -- of the session that has run out
  employee_id  text not null,
  device_id    uuid not null,
  challenge    text not null,
  expires_at   timestamptz not null,
  primary key (region_id, token_hash),
  foreign key (region_id, token_hash) references session,
  foreign key (region_id, employee_id, device_id) references device
);

grant select, insert, update, delete on session_challenge to piket_app;
alter table session_challenge enable row level security;
alter table session_challenge force row level security;
create policy region on session_challenge to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
