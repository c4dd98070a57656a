-- People, units and everything dated about them, with two clocks: valid_from and valid_until say which days a row
-- speaks of (null: open), recorded_at says since when it is known ('-infinity': always), withdrawn_at until when it was
-- held true. A row is never changed otherwise: a correction is a new row. Among rows that speak of the same day the one
-- recorded last counts, and of two recorded at once the one with the greater id.

create table unit_version (
  region_id      text not null references region,
  id             bigint generated always as identity,
  unit_id        text not null check (unit_id ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  name           text not null,
  kind           text not null
    check (kind in ('agency', 'sub_unit', 'team', 'district', 'village', 'health', 'service_post')),
  class          text[] not null default '{}',
  sector         text,
  functions      text[] not null default '{}',
  top_echelons   text[],
  workplace_in   text,
  employer       text,
  building       text,
  room           text,
  room_capacity  integer check (room_capacity > 0),
  head_id        text,
  primary key (region_id, unit_id, id)
);

create table employee (
  region_id    text not null references region,
  employee_id  text not null check (length(employee_id) between 1 and 40),
  primary key (region_id, employee_id)
);

create table employee_version (
  region_id     text not null,
  id            bigint generated always as identity,
  employee_id   text not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  name          text not null,
  nip           text,
  employment    text not null
    check (employment in ('pns', 'cpns', 'pppk', 'pppk_part_time', 'ptt', 'tkd', 'honorary')),
  birth_on      date,
  sex           text check (sex in ('m', 'f')),
  unit_id       text not null,
  agency_id     text not null generated always as (split_part(unit_id, '/', 1)) stored,
  position      text not null,
  title         text,
  echelon       text not null check (echelon in ('I', 'II', 'III', 'IV', 'none')),
  job           text not null check (job in ('structural', 'functional', 'executor')),
  rank          text,
  supervisor_id text,
  workplace_in  text,
  employer      text,
  work_pattern  text not null default 'five_day' check (work_pattern in ('five_day', 'six_day', 'shift')),
  phone         text,
  email         text,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);
create index employee_version_by_agency on employee_version (region_id, agency_id);

create table acting_post (
  region_id    text not null,
  id           bigint generated always as identity,
  employee_id  text not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  position     text not null,
  echelon      text check (echelon in ('I', 'II', 'III', 'IV', 'none')),
  unit_id      text,
  kind         text not null check (kind in ('plt', 'plh')),
  letter       text,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);

-- Health is not among these: it has a table of its own.
create table attribute (
  region_id    text not null,
  id           bigint generated always as identity,
  employee_id  text not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  attribute    text not null check (
    attribute not in ('pregnant', 'nursing', 'at_risk_health', 'unwell', 'isolating', 'disability')),
  value        text not null check (value in ('yes', 'no', 'unknown')),
  issuer       text,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);

create table leave (
  region_id    text not null,
  id           bigint generated always as identity,
  employee_id  text not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  kind         text not null
    check (kind in ('annual', 'sick', 'maternity', 'urgent', 'official_travel', 'education', 'other')),
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);

create table letter (
  region_id       text not null,
  id              bigint generated always as identity,
  employee_id     text not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  letter          text not null,
  number          text,
  dated_on        date,
  signer_echelon  text check (signer_echelon in ('I', 'II', 'III', 'IV', 'none')),
  signed_by       text,
  reported_to     text,
  reported_on     date,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);

create table status (
  region_id    text not null references region,
  id           bigint generated always as identity,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  status       text not null,
  subject      text not null,
  value        text not null,
  authority    text,
  primary key (region_id, id)
);

create table declared_event (
  region_id    text not null references region,
  id           bigint generated always as identity,
  type         text not null,
  subject      text not null,
  starts_on    date not null,
  starts_time  time,   -- in the region's own time; null: the whole day
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  authority    text,
  primary key (region_id, id)
);

create table answer (
  region_id    text not null references region,
  id           bigint generated always as identity,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  circular_id  text not null,
  clause       text not null,
  unit_id      text,
  value        jsonb not null check (jsonb_typeof(value) in ('string', 'number')),
  answered_by  text not null,
  primary key (region_id, id)
);

create table override (
  region_id    text not null,
  id           bigint generated always as identity,
  employee_id  text not null,
  day          date not null,
  action       text not null check (action in ('recall', 'field')),
  starts_time  time,   -- null: the whole day
  ordered_by   text not null,
  reason       text,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);
create index override_by_day on override (region_id, day);

grant select, insert on employee to piket_app;
grant select, insert, update (withdrawn_at) on
  unit_version, employee_version, acting_post, attribute, leave, letter, status, declared_event, answer, override
  to piket_app;

alter table unit_version enable row level security;
alter table employee enable row level security;
alter table employee_version enable row level security;
alter table acting_post enable row level security;
alter table attribute enable row level security;
alter table leave enable row level security;
alter table letter enable row level security;
alter table status enable row level security;
alter table declared_event enable row level security;
alter table answer enable row level security;
alter table override enable row level security;

alter table unit_version force row level security;
alter table employee force row level security;
alter table employee_version force row level security;
alter table acting_post force row level security;
alter table attribute force row level security;
alter table leave force row level security;
alter table letter force row level security;
alter table status force row level security;
alter table declared_event force row level security;
alter table answer force row level security;
alter table override force row level security;

create policy region on unit_version to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on status to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on declared_event to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on answer to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));

-- A head sees the people who are or were theirs; what hangs on a person follows the person.
create policy reach on employee_version to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy reach on employee to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on acting_post to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on attribute to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on leave to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on letter to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on override to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
