-- What a person objects to in a decision about them, how it was answered, and the one appeal. The receipt is kept as it
-- was when they objected. How it stands and whose turn it is follow from these moments, and are not stored.
create table objection (
  region_id     text not null,
  employee_id   text not null,
  objection_id  uuid not null,        -- given by the form: sent twice, it is one
  kind          text not null check (kind in ('record', 'clause', 'roster', 'health')),
  day           date not null,        -- of the decision
  standing      boolean not null,     -- against the rule on every later day too
  staff_column  text check (staff_column in ('name', 'nip', 'employment', 'birth_on', 'sex', 'unit_id', 'position',
                  'title', 'echelon', 'job', 'rank', 'supervisor_id', 'workplace_in', 'employer', 'work_pattern',
                  'phone', 'email')),
  reason        text not null check (length(reason) between 1 and 1000),
  clause        text,                 -- that decided, as circular/clause; null: none, or one that only the person may know
  receipt       jsonb not null,       -- in full, for the person
  seen_receipt  jsonb not null,       -- sealed, as whoever answers may see it
  asked_at      timestamptz not null,
  appealed_at   timestamptz,
  appealed_for  text check (length(appealed_for) between 1 and 1000),
  withdrawn_at  timestamptz,
  primary key (region_id, employee_id, objection_id),
  foreign key (region_id, employee_id) references employee,
  check ((kind = 'record') = (staff_column is not null)),
  check ((appealed_at is null) = (appealed_for is null))
);
create index objection_of_day on objection (region_id, day);

create table objection_decision (
  region_id     text not null,
  employee_id   text not null,
  objection_id  uuid not null,
  round         smallint not null check (round in (1, 2)),  -- 2: of the appeal
  outcome       text not null check (outcome in ('accepted', 'refused')),
  reason        text not null check (length(reason) between 1 and 1000),
  clause        text,                 -- that a refusal rests on
  changed_at    text check (changed_at like '/%'),          -- page of Piket where the change is seen
  right_from    date,                 -- day of the staff list from which the record will be right
  decided_by    text not null,        -- employee id, or the account of somebody without a staff record
  decided_as    text not null check (decided_as in ('head', 'organisation_bureau', 'personnel_agency', 'regional_head')),
  decided_at    timestamptz not null,
  primary key (region_id, employee_id, objection_id, round),
  foreign key (region_id, employee_id, objection_id) references objection,
  check (outcome = 'refused' or changed_at is not null or right_from is not null),
  check (decided_by <> employee_id)
);

grant select, insert, update (appealed_at, appealed_for, withdrawn_at) on objection to piket_app;
grant select, insert on objection_decision to piket_app;

alter table objection enable row level security;
alter table objection_decision enable row level security;

alter table objection force row level security;
alter table objection_decision force row level security;

create policy reach on objection to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on objection_decision to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
