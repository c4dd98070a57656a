-- What a person asks to be corrected of a day on record, who decided, and the one appeal. How it stands and whose turn it
-- is follow from these moments, and are not stored.
create table correction (
  region_id      text not null,
  employee_id    text not null,
  correction_id  uuid not null,       -- given by the form: sent twice, it is one
  day            date not null,
  kind           text not null check (kind in ('present', 'forgot', 'outage', 'wrong_place')),
  moment         text not null check (moment in ('in', 'out')),
  place          text not null check (place in ('office', 'home', 'field')),
  at             timestamptz not null,  -- when the person came or went, as they say
  reason         text not null check (length(reason) between 1 and 300),
  file           bytea,               -- of the person's files
  asked_at       timestamptz not null,
  appealed_at    timestamptz,
  appealed_for   text check (length(appealed_for) between 1 and 300),
  primary key (region_id, employee_id, correction_id),
  foreign key (region_id, employee_id) references employee,
  foreign key (region_id, employee_id, file) references report_file,
  check ((appealed_at is null) = (appealed_for is null))
);
create index correction_of_day on correction (region_id, day);

create table correction_decision (
  region_id      text not null,
  employee_id    text not null,
  correction_id  uuid not null,
  round          smallint not null check (round in (1, 2)),  -- 2: of the appeal
  outcome        text not null check (outcome in ('accepted', 'refused')),
  reason         text check (length(reason) between 1 and 300),
  decided_by     text not null,       -- employee id, or the account of somebody without a staff record
  decided_as     text not null check (decided_as in ('superior', 'head', 'personnel_agency')),
  decided_at     timestamptz not null,
  primary key (region_id, employee_id, correction_id, round),
  foreign key (region_id, employee_id, correction_id) references correction,
  check (outcome = 'accepted' or reason is not null),
  check (decided_by <> employee_id)
);

grant select, insert, update (appealed_at, appealed_for) on correction to piket_app;
grant select, insert on correction_decision to piket_app;

alter table correction enable row level security;
alter table correction_decision enable row level security;

alter table correction force row level security;
alter table correction_decision force row level security;

create policy reach on correction to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on correction_decision to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
