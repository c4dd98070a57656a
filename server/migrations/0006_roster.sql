-- A roster is drawn, then published, then perhaps superseded by another; its lines never change.

create table roster (
  region_id      text not null references region,
  roster_id      uuid not null default gen_random_uuid(),
  version        integer not null check (version > 0),
  unit_id        text not null,
  agency_id      text not null generated always as (split_part(unit_id, '/', 1)) stored,
  starts_on      date not null,
  ends_on        date not null check (ends_on >= starts_on),
  seed           bigint not null,
  engine         text not null,
  pattern        text,
  input_hash     text not null,
  certificate    jsonb not null,
  metrics        jsonb not null,
  infeasible     jsonb,
  drawn_at       timestamptz not null default now(),
  drawn_by       text not null,
  published_at   timestamptz,   -- on the knowledge clock of the region
  published_by   text,
  superseded_at  timestamptz,
  superseded_by  uuid,
  primary key (region_id, roster_id),
  unique (region_id, unit_id, starts_on, ends_on, version),
  foreign key (region_id, superseded_by) references roster
);

create table duty (
  region_id    text not null,
  roster_id    uuid not null,
  employee_id  text not null,
  day          date not null,
  place        text check (place in ('office', 'home')),
  shift        text,
  reason       text not null check (reason in ('fixed', 'advised', 'drawn', 'away')),
  clause       text[] not null default '{}',   -- each as circular/clause
  unit_id      text not null,                  -- where they belonged that day: people move, history does not
  agency_id    text not null generated always as (split_part(unit_id, '/', 1)) stored,
  primary key (region_id, roster_id, employee_id, day),
  foreign key (region_id, roster_id) references roster,
  foreign key (region_id, employee_id) references employee,
  check (place is not null or reason = 'away')
);
create index duty_by_employee on duty (region_id, employee_id, day);
create index duty_by_day on duty (region_id, day, agency_id);

-- How many of a post a service needs at the counter.
create table service_minimum (
  region_id  text not null references region,
  id         bigint generated always as identity,
  unit_id    text not null,
  service    text not null,
  position   text,
  weekday    text check (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
  minimum    integer not null check (minimum >= 0),
  primary key (region_id, id),
  unique nulls not distinct (region_id, unit_id, service, position, weekday)
);

grant select, insert, update (published_at, published_by, superseded_at, superseded_by) on roster to piket_app;
grant select, insert on duty to piket_app;
grant select, insert, update, delete on service_minimum to piket_app;

alter table roster enable row level security;
alter table duty enable row level security;
alter table service_minimum enable row level security;

alter table roster force row level security;
alter table duty force row level security;
alter table service_minimum force row level security;

create policy reach on roster to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy reach on duty to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy region on service_minimum to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
