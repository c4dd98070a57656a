-- Coordination meetings: who was called by which post, what was on the agenda, what was resolved and who owes it.

create table meeting (
  region_id      text not null references region,
  meeting_id     uuid not null,          -- given by the form: sent twice, it is one
  title          text not null check (length(title) between 1 and 200),
  aim            text not null check (length(aim) between 1 and 1000),
  mode           text not null check (mode in ('room', 'video')),
  place          text check (length(place) between 1 and 200),
  link           text check (length(link) <= 500 and link like 'https://%'),
  day            date not null,
  starts_at      time not null,
  ends_at        time not null,
  agenda         text[] not null check (cardinality(agenda) between 1 and 30),
  chair          uuid,                   -- a participant
  planned_by     text not null,          -- account id
  planned_at     timestamptz not null,
  cancelled_for  text check (length(cancelled_for) between 1 and 500),
  cancelled_by   text,
  cancelled_at   timestamptz,
  begun_by       text,
  begun_at       timestamptz,
  remark         text check (length(remark) between 1 and 2000),
  number         integer,                -- of the minutes, within the year
  closed_by      text,
  closed_at      timestamptz,
  primary key (region_id, meeting_id),
  check (ends_at > starts_at),
  check (place is not null or (mode = 'video' and link is not null)),
  check ((cancelled_at is null) = (cancelled_for is null) and (cancelled_at is null) = (cancelled_by is null)),
  check ((begun_at is null) = (begun_by is null)),
  check ((closed_at is null) = (number is null) and (closed_at is null) = (closed_by is null)),
  check (cancelled_at is null or begun_at is null),
  check (closed_at is null or (begun_at is not null and chair is not null))
);
create index meeting_by_day on meeting (region_id, day);
create unique index meeting_number on meeting (region_id, (extract(year from day)), number);

create table meeting_participant (
  region_id       text not null,
  meeting_id      uuid not null,
  participant_id  uuid not null,         -- given by the form: sent twice, it is one
  position        smallint not null check (position between 1 and 1000),   -- on the list
  employee_id     text,                  -- null: of an outside body, or in public office without a staff record
  name            text check (length(name) between 1 and 120),    -- null: the body sends whom it chooses
  post            text not null check (length(post) between 1 and 200),  -- as it was when they were called
  body            text not null check (length(body) between 1 and 200),
  attendance      text check (attendance in ('present', 'excused', 'absent', 'represented')),
  represented_by  text check (length(represented_by) between 1 and 120),
  added_at        timestamptz not null,
  primary key (region_id, meeting_id, participant_id),
  unique (region_id, meeting_id, position),
  foreign key (region_id, meeting_id) references meeting,
  check (employee_id is null or name is not null),
  check ((represented_by is not null) = (attendance is not null and attendance = 'represented'))
);
create unique index meeting_participant_once on meeting_participant (region_id, meeting_id, employee_id);
create index meeting_participant_of on meeting_participant (region_id, employee_id);
-- A list that goes, goes with its chair.
alter table meeting add foreign key (region_id, meeting_id, chair) references meeting_participant
  deferrable initially deferred;

create table resolution (
  region_id         text not null,
  meeting_id        uuid not null,
  resolution_id     uuid not null,       -- given by the form; of a task that was given it is also the instruction
  position          smallint not null check (position between 1 and 200),
  kind              text not null check (kind in ('clause', 'follow_up', 'task')),
  words             text not null check (length(words) between 1 and 800),
  agency_id         text,                -- who owes it; null: the organisation bureau, which words the clause
  employee_id       text,
  due_on            date,
  given             boolean not null default false,   -- as a task of Piket, when the minutes were closed
  written_by        text not null,       -- account id
  written_at        timestamptz not null,
  settled_words     text check (length(settled_words) between 1 and 1000),
  settled_circular  text,                -- the document that took the clause up
  settled_by        text,
  settled_at        timestamptz,
  primary key (region_id, resolution_id),
  unique (region_id, meeting_id, position),
  foreign key (region_id, meeting_id) references meeting,
  check ((kind = 'clause') = (agency_id is null) and (kind = 'clause') = (due_on is null)),
  check ((kind = 'task') = (employee_id is not null)),
  check (not given or kind = 'task'),
  check (settled_circular is null or kind = 'clause'),
  check ((settled_at is null) = (settled_words is null) and (settled_at is null) = (settled_by is null))
);

-- What is found wrong in closed minutes is said beside them, and they stay as they are.
create table meeting_correction (
  region_id      text not null,
  meeting_id     uuid not null,
  correction_no  smallint not null check (correction_no between 1 and 99),
  correction_id  uuid not null,          -- given by the form
  words          text not null check (length(words) between 1 and 1000),
  written_by     text not null,
  written_at     timestamptz not null,
  primary key (region_id, meeting_id, correction_no),
  unique (region_id, correction_id),
  foreign key (region_id, meeting_id) references meeting
);

grant select, insert, update (chair, cancelled_for, cancelled_by, cancelled_at, begun_by, begun_at, remark, number,
  closed_by, closed_at) on meeting to piket_app;
grant select, insert, delete, update (attendance, represented_by) on meeting_participant to piket_app;
grant select, insert, delete, update (given, settled_words, settled_circular, settled_by, settled_at)
  on resolution to piket_app;
grant select, insert on meeting_correction to piket_app;

alter table meeting enable row level security;
alter table meeting_participant enable row level security;
alter table resolution enable row level security;
alter table meeting_correction enable row level security;

alter table meeting force row level security;
alter table meeting_participant force row level security;
alter table resolution force row level security;
alter table meeting_correction force row level security;

create policy reach on meeting to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy reach on meeting_participant to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy reach on resolution to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy reach on meeting_correction to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
