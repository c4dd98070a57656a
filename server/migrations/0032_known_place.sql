-- Where the people of a unit work: buildings and places of activities, as circles. Several a unit; nobody's home.
create table known_place (
  region_id   text not null references region,
  place_id    uuid not null,          -- given by the form: sent twice, it is one
  unit_id     text not null,          -- whose people it is for, with everybody below
  agency_id   text not null generated always as (split_part(unit_id, '/', 1)) stored,
  kind        text not null check (kind in ('office', 'field')),
  name        text not null check (length(name) between 1 and 80),
  latitude    double precision not null check (latitude between -90 and 90),
  longitude   double precision not null check (longitude between -180 and 180),
  radius      integer not null check (radius between 20 and 20000),   -- metres
  known_by    text not null,          -- account id
  known_at    timestamptz not null,
  closed_by   text,
  closed_at   timestamptz,
  primary key (region_id, place_id)
);
create index known_place_of on known_place (region_id, agency_id) where closed_at is null;

grant select, insert, update (closed_by, closed_at) on known_place to piket_app;

alter table known_place enable row level security;
alter table known_place force row level security;

create policy reach on known_place to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
