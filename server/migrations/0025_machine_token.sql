-- Other systems of the region that read through the interface. The token is told once; only its hash is kept.
create table machine_token (
  region_id    text not null references region,
  token_id     uuid not null default gen_random_uuid(),
  name         text not null,        -- the system, as the IT officer calls it
  permissions  text[] not null check (cardinality(permissions) > 0),
  token_hash   bytea not null,
  made_by      text not null,        -- account id
  made_at      timestamptz not null,
  expires_at   timestamptz not null check (expires_at > made_at),
  revoked_by   text,
  revoked_at   timestamptz,
  primary key (region_id, token_id),
  unique (region_id, token_hash)
);

grant select, insert, update (revoked_by, revoked_at) on machine_token to piket_app;

alter table machine_token enable row level security;
alter table machine_token force row level security;

create policy region on machine_token to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
