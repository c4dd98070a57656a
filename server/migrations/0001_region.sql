-- A region is the tenant: its code leads every key and every index, so that the same schema distributes by region.

create table region (
  region_id  text primary key check (region_id ~ '^\d{2}(\.\d{2})?$'),  -- as the ministry writes it: 64.01
  slug       text not null unique check (slug ~ '^[a-z0-9-]+$'),        -- in addresses: /paser/...
  name_id    text not null,
  name_en    text not null,
  kind       text not null check (kind in ('province', 'regency', 'city')),
  zone       text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  within     text,             -- slug of the province
  demo_day   date,             -- fixed business day of a demonstration region
  invented   boolean not null default false,
  revision   bigint not null default 0  -- grows with every write of facts: caches are keyed by it
);

create table region_setting (
  region_id    text not null references region,
  id           bigint generated always as identity,
  name         text not null,
  value        jsonb not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),  -- '-infinity': always known
  withdrawn_at timestamptz,
  primary key (region_id, id)
);
create index region_setting_by_name on region_setting (region_id, name);

create table district (
  region_id  text not null references region,
  code       text not null,
  name       text not null,
  primary key (region_id, code)
);

create table village (
  region_id      text not null,
  code           text not null,
  district_code  text not null,
  name           text not null,
  primary key (region_id, code),
  foreign key (region_id, district_code) references district
);

-- National holidays are copied into each region: what a region knew, and when, is its own history, and no table is
-- shared between regions but the list of regions itself.
create table calendar_day (
  region_id    text not null references region,
  id           bigint generated always as identity,
  day          date not null,
  kind         text not null check (kind in ('holiday', 'joint_leave', 'workday')),
  name         text not null,
  decree       text,
  decree_on    date,
  scope        text not null default 'national' check (scope in ('national', 'region')),
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (region_id, id)
);
create index calendar_day_by_day on calendar_day (region_id, day);

create table season (
  region_id    text not null references region,
  id           bigint generated always as identity,
  name         text not null,
  valid_from   date,
  valid_until  date,
  decree       text,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (region_id, id)
);

grant select, insert, update on region to piket_app;
grant select, insert, update (withdrawn_at) on region_setting, calendar_day, season to piket_app;
grant select, insert, update, delete on district, village to piket_app;

-- Fail closed: a transaction that names no region sees the list of regions, which is public, and no other row.
alter table region enable row level security;
alter table region_setting enable row level security;
alter table district enable row level security;
alter table village enable row level security;
alter table calendar_day enable row level security;
alter table season enable row level security;

alter table region force row level security;
alter table region_setting force row level security;
alter table district force row level security;
alter table village force row level security;
alter table calendar_day force row level security;
alter table season force row level security;

create policy everybody on region for select to piket_app using (true);
create policy region_added on region for insert to piket_app
  with check (region_id = nullif(current_setting('piket.region', true), ''));
create policy region_changed on region for update to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on region_setting to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on district to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on village to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on calendar_day to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on season to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
