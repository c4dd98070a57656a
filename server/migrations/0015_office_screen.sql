-- What stands beside a phone's own word: a screen shows a code that changes every half minute. Its address holds a secret of which only the hash is kept.
create table office_screen (
  region_id   text not null references region,
  screen_id   uuid not null default gen_random_uuid(),
  unit_id     text not null,
  agency_id   text not null generated always as (split_part(unit_id, '/', 1)) stored,
  name        text not null,
  token_hash  bytea not null,
  opened_by   text not null,     -- account id
  opened_at   timestamptz not null,
  closed_by   text,
  closed_at   timestamptz,
  primary key (region_id, screen_id),
  unique (region_id, token_hash)
);

grant select, insert, update (closed_by, closed_at) on office_screen to piket_app;

alter table office_screen enable row level security;

alter table office_screen force row level security;

create policy reach on office_screen to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
