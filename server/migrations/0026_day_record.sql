-- What is kept of a person's day once it is over, so that looking back need not decide it again. It is derived, and can
-- be derived again: where that finds something else, the row stays and a newer one replaces it.

create table day_record (
  region_id      text not null,
  day            date not null,
  employee_id    text not null,
  version        smallint not null check (version >= 1),
  agency_id      text not null,       -- of the person on that day, as is the employment
  employment     text not null,
  planned        text not null,
  clause         text,                -- that places the person, as `circular/clause`
  state          text not null,
  deviation      text,
  standing       text not null check (standing in ('present', 'excused', 'unexcused', 'none')),
  arrival        text check (arrival in ('on_time', 'late', 'early', 'credited', 'undecided')),
  leaving        text check (leaving in ('on_time', 'late', 'early', 'credited', 'undecided')),
  minutes_late   smallint not null check (minutes_late >= 0),
  minutes_early  smallint not null check (minutes_early >= 0),
  evidence       smallint not null check (evidence between 0 and 3),
  outage         text,                -- number of the one that credits the day
  report         text check (report in ('sent', 'late', 'missing', 'due')),  -- null: nobody asks for one
  open_for       text[] not null,     -- why the day counts against nobody yet
  derived_at     timestamptz not null,
  replaced_at    timestamptz,         -- null: it stands
  primary key (region_id, day, employee_id, version),
  foreign key (region_id, employee_id) references employee
);
create unique index day_record_standing on day_record (region_id, employee_id, day) where replaced_at is null;
create index day_record_absence on day_record (region_id, day) where replaced_at is null and standing = 'unexcused';
create index day_record_unsettled on day_record (region_id, day)
  where replaced_at is null and (report = 'due' or 'correction' = any(open_for));

-- When the days of a region were derived: first, and last.
create table day_closing (
  region_id   text not null references region,
  day         date not null,
  closed_at   timestamptz not null,
  derived_at  timestamptz not null,
  revision    bigint not null,        -- of the facts that it was derived from
  people      integer not null,
  primary key (region_id, day)
);

grant select, insert, update (replaced_at) on day_record to piket_app;
grant select, insert, update (derived_at, revision, people) on day_closing to piket_app;

alter table day_record enable row level security;
alter table day_closing enable row level security;

alter table day_record force row level security;
alter table day_closing force row level security;

create policy reach on day_record to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy reach on day_closing to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
);
