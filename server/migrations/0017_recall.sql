-- Orders to come to the office, and what became of each. What was written stays; whether somebody missed the deadline
-- follows from the times.

create table recall (
  region_id      text not null,
  recall_id      uuid not null default gen_random_uuid(),
  order_id       uuid not null,        -- given by the form: sent twice, it is one order
  day            date not null,
  employee_id    text not null,
  agency_id      text not null,
  reason         text not null check (reason in ('meeting', 'important_gathering', 'urgent_service')),
  clause         text not null,        -- as `circular/clause`: who lets people be called
  place          text not null check (length(place) between 1 and 120),
  ordered_by     text not null,        -- employee id
  ordered_as     text not null,        -- the post in which it was ordered
  ordered_at     timestamptz not null,
  arrive_by_at   timestamptz not null,
  noticed_at     timestamptz not null, -- the last time a notice went out
  answer         text check (answer in ('acknowledged', 'declined')),
  answered_at    timestamptz,
  declined_for   text check (length(declined_for) between 1 and 300),
  arrived_at     timestamptz,
  arrival_by     text,                 -- employee id of the superior; null: a check-in at the office
  settled_as     text check (settled_as in ('excused', 'kept')),
  settled_for    text check (length(settled_for) between 1 and 500),
  settled_by     text,
  settled_at     timestamptz,
  primary key (region_id, recall_id),
  unique (region_id, order_id, employee_id),
  foreign key (region_id, employee_id) references employee,
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'declined') = (declined_for is not null)),
  check (arrived_at is not null or arrival_by is null),
  check ((settled_as is null) = (settled_for is null) and (settled_as is null) = (settled_by is null)
    and (settled_as is null) = (settled_at is null))
);
create index recall_by_day on recall (region_id, day, employee_id);

grant select, insert, update (noticed_at, answer, answered_at, declined_for, arrived_at, arrival_by, settled_as,
  settled_for, settled_by, settled_at) on recall to piket_app;

alter table recall enable row level security;
alter table recall force row level security;

create policy reach on recall to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
