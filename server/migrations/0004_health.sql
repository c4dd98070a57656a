-- Attributes that are health data: yes, no or unknown, with days and issuer; never a diagnosis. A transaction must say
-- what for, and each read leaves a row that the person can see.

create table health_attribute (
  region_id    text not null,
  id           bigint generated always as identity,
  employee_id  text not null,
  valid_from   date,
  valid_until  date,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  attribute    text not null check (
    attribute in ('pregnant', 'nursing', 'at_risk_health', 'unwell', 'isolating', 'disability')),
  value        text not null check (value in ('yes', 'no', 'unknown')),
  issuer       text,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);

create table sensitive_read (
  region_id   text not null references region,
  id          bigint generated always as identity,
  subject_id  text,   -- null: everybody who has a row, as when a day is decided for all
  reader      text not null,
  purpose     text not null,
  fields      text[] not null,
  read_at     timestamptz not null default clock_timestamp(),
  primary key (region_id, id)
);
create index sensitive_read_by_subject on sensitive_read (region_id, subject_id, id);

grant select, insert, update (withdrawn_at) on health_attribute to piket_app;
grant select, insert on sensitive_read to piket_app;

alter table health_attribute enable row level security;
alter table sensitive_read enable row level security;

alter table health_attribute force row level security;
alter table sensitive_read force row level security;

create policy purpose on health_attribute to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.purpose', true) in ('decision', 'record', 'own', 'review')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy read_added on sensitive_read for insert to piket_app
  with check (region_id = nullif(current_setting('piket.region', true), ''));
create policy read_seen on sensitive_read for select to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or subject_id is null
    or subject_id in (select version.employee_id from employee_version as version))
);
