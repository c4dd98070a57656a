-- How many of a target group have been vaccinated, as the task force counts them; a correction is a new row.

-- The id comes from the form: sent twice, it is one. What anybody may know of a statement is settled once, when it is
-- made, against all that was told before: what was told cannot be taken back.
create table coverage (
  region_id       text not null references region,
  coverage_id     uuid not null,
  number          integer not null check (number >= 1),  -- the order in which statements were made
  day             date not null,
  target_group    text not null check (target_group in
    ('health_workers', 'public_officers', 'elderly', 'vulnerable', 'general', 'adolescents')),
  target          integer not null check (target >= 0),
  first_dose      integer check (first_dose >= 0),       -- cumulative; null: it is not given yet
  second_dose     integer check (second_dose >= 0),
  source          text not null check (length(source) between 1 and 300),  -- the letter or the statement it stands in
  told            smallint not null check (told between 0 and 2),           -- doses of the whole region that anybody may know
  told_districts  smallint not null check (told_districts between 0 and told),
  merged          text[] not null,     -- districts that are told as one sum
  corrects        uuid,                -- the statement on the same group and day that it takes the place of
  corrected_for   text check (length(corrected_for) between 1 and 300),
  recorded_by     text not null,       -- employee id, or the account of somebody without a staff record
  recorded_at     timestamptz not null,
  withdrawn_at    timestamptz,         -- when another took its place
  primary key (region_id, coverage_id),
  unique (region_id, number),
  foreign key (region_id, corrects) references coverage,
  check (coalesce(second_dose, 0) <= coalesce(first_dose, 0)),
  check ((corrects is null) = (corrected_for is null))
);
create unique index coverage_of_day on coverage (region_id, target_group, day) where withdrawn_at is null;

-- The same of each district, where a statement is broken down.
create table coverage_district (
  region_id      text not null,
  coverage_id    uuid not null,
  district_code  text not null,
  target         integer not null check (target >= 0),
  first_dose     integer check (first_dose >= 0),
  second_dose    integer check (second_dose >= 0),
  primary key (region_id, coverage_id, district_code),
  foreign key (region_id, coverage_id) references coverage,
  foreign key (region_id, district_code) references district,
  check (coalesce(second_dose, 0) <= coalesce(first_dose, 0))
);

grant select, insert, update (withdrawn_at) on coverage to piket_app;
grant select, insert on coverage_district to piket_app;

alter table coverage enable row level security;
alter table coverage_district enable row level security;

alter table coverage force row level security;
alter table coverage_district force row level security;

create policy region on coverage to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on coverage_district to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
