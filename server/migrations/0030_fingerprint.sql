-- What fingerprint machines have kept, as their exports say it. Taps are a set: in whatever order and however often files
-- come, what they say together is the same. Comings and goings are derived from it when somebody asks.

create table fingerprint_machine (
  region_id   text not null references region,
  machine_id  uuid not null,      -- given by the form: sent twice, it is one
  agency_id   text not null,
  name        text not null check (length(name) between 1 and 80),  -- and where it hangs
  added_by    text not null,      -- account id
  added_at    timestamptz not null,
  primary key (region_id, machine_id)
);

-- Whom a number of a machine means, where it is neither NIP nor employee id. The last word holds for files to come.
create table machine_number (
  region_id    text not null,
  machine_id   uuid not null,
  number       text not null check (length(number) between 1 and 40),
  employee_id  text not null,
  entered_by   text not null,
  entered_at   timestamptz not null,
  primary key (region_id, machine_id, number),
  foreign key (region_id, machine_id) references fingerprint_machine,
  foreign key (region_id, employee_id) references employee
);

create table fingerprint_file (
  region_id    text not null,
  machine_id   uuid not null,
  sha256       text not null check (length(sha256) = 64),
  content      bytea not null check (length(content) between 1 and 2097152),  -- CSV or XLSX, as it came
  kept_by      text not null,
  kept_at      timestamptz not null,
  imported_at  timestamptz,       -- the last time; null: looked over only
  primary key (region_id, machine_id, sha256),
  foreign key (region_id, machine_id) references fingerprint_machine
);

create table fingerprint (
  region_id    text not null,
  day          date not null,
  employee_id  text not null,
  machine_id   uuid not null,
  at           timestamptz not null,
  direction    text not null check (direction in ('in', 'out', 'unsaid')),
  imported_at  timestamptz not null,
  primary key (region_id, day, employee_id, machine_id, at, direction),
  foreign key (region_id, employee_id) references employee,
  foreign key (region_id, machine_id) references fingerprint_machine
);

grant select, insert on fingerprint_machine to piket_app;
grant select, insert, update (employee_id, entered_by, entered_at) on machine_number to piket_app;
grant select, insert, update (imported_at) on fingerprint_file to piket_app;
grant select, insert on fingerprint to piket_app;

alter table fingerprint_machine enable row level security;
alter table machine_number enable row level security;
alter table fingerprint_file enable row level security;
alter table fingerprint enable row level security;

alter table fingerprint_machine force row level security;
alter table machine_number force row level security;
alter table fingerprint_file force row level security;
alter table fingerprint force row level security;

create policy reach on fingerprint_machine to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy reach on machine_number to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or machine_id in (select machine.machine_id from fingerprint_machine as machine))
);
create policy reach on fingerprint_file to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or machine_id in (select machine.machine_id from fingerprint_machine as machine))
);
create policy reach on fingerprint to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
