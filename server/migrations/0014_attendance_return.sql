-- What heads state of a day: who is where, and why somebody is not where the rules place them. A later statement of the
-- same day is a new version; none is overwritten.

create table attendance_return (
  region_id   text not null references region,
  day         date not null,
  agency_id   text not null,
  version     integer not null check (version > 0),
  return_id   uuid not null,        -- given by the form: sent twice, it is one
  stated_by   text not null,        -- account id
  acting      boolean not null,     -- stated by an acting head
  stated_at   timestamptz not null,
  due_at      timestamptz not null,
  figures     jsonb not null,       -- counts by state, limits, coverage: as they were when it was stated
  deviations  jsonb not null,       -- each with person, kind and the head's reason
  note        text,
  primary key (region_id, day, agency_id, version),
  unique (region_id, return_id)
);

grant select, insert on attendance_return to piket_app;

alter table attendance_return enable row level security;
alter table attendance_return force row level security;

create policy reach on attendance_return to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
