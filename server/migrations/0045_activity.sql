-- Official activities outside the routine of a desk, and what the task force says of them.

-- The id comes from the form: sent twice, it is one. Of a series each day is an activity of its own.
create table activity (
  region_id      text not null,
  activity_id    uuid not null,
  series_id      uuid,              -- the same for the days of a series; null: there is one day
  agency_id      text not null,
  unit_id        text not null,
  purpose        text not null check (length(purpose) between 1 and 300),
  setting        text not null check (setting in ('office', 'meeting', 'village')),
  village_code   text,
  place          text check (length(place) between 1 and 200),
  day            date not null,
  starts_at      time not null,
  ends_at        time not null,
  expected       integer check (expected between 0 and 100000),  -- people of the public; null: nobody says
  registered_by  text not null,     -- employee id, or the account of somebody without a staff record
  registered_on  date not null,     -- the business day: what a clause says of activities scheduled before is asked of it
  registered_at  timestamptz not null,
  state          text not null default 'registered'
    check (state in ('registered', 'asked', 'cleared', 'refused', 'done', 'cancelled')),
  cleared_under  text[] not null default '{}',  -- the clauses that it was last cleared under, as `circular/clause`
  primary key (region_id, activity_id),
  foreign key (region_id, village_code) references village,
  check (starts_at < ends_at),
  check ((setting = 'village') = (village_code is not null)),
  check (village_code is not null or place is not null)
);
create index activity_by_day on activity (region_id, day);

-- Who goes.
create table activity_member (
  region_id    text not null,
  activity_id  uuid not null,
  employee_id  text not null,
  primary key (region_id, activity_id, employee_id),
  foreign key (region_id, activity_id) references activity,
  foreign key (region_id, employee_id) references employee
);
create index activity_of_member on activity_member (region_id, employee_id);

-- What was done with it, in order; nothing of it changes.
create table activity_step (
  region_id    text not null,
  activity_id  uuid not null,
  number       smallint not null check (number >= 1),
  move         text not null check (move in ('ask', 'clear', 'refuse', 'carry_out', 'cancel')),
  words        text check (length(words) between 1 and 1000),  -- conditions, or the reason
  clauses      text[] not null default '{}',  -- that demanded coordination then, and had not been answered
  made_by      text not null,
  made_at      timestamptz not null,
  primary key (region_id, activity_id, number),
  foreign key (region_id, activity_id) references activity,
  check (move not in ('refuse', 'cancel') or words is not null)
);

-- That its owners were told of a clause which demands coordination: once for each clause.
create table activity_demand (
  region_id    text not null,
  activity_id  uuid not null,
  clause       text not null,
  told_at      timestamptz not null,
  primary key (region_id, activity_id, clause),
  foreign key (region_id, activity_id) references activity
);

grant select, insert, update (state, cleared_under) on activity to piket_app;
grant select, insert on activity_member, activity_step, activity_demand to piket_app;

alter table activity enable row level security;
alter table activity_member enable row level security;
alter table activity_step enable row level security;
alter table activity_demand enable row level security;

alter table activity force row level security;
alter table activity_member force row level security;
alter table activity_step force row level security;
alter table activity_demand force row level security;

create policy region on activity to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy reach on activity_member to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy region on activity_step to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on activity_demand to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
