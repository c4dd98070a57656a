-- The daily work report with its evidence, the tasks it answers, and what everybody was told.

-- Main duties of a post, offered as choices in the form of the report.
create table duty_template (
  region_id     text not null references region,
  id            bigint generated always as identity,
  post          text not null check (length(post) between 1 and 120),  -- code of the position, or the title, or how it begins
  agency_id     text,           -- null: in every agency
  text          text not null check (length(text) between 1 and 200),
  counted       text check (length(counted) <= 40),  -- what is counted, `berkas`; null: nothing
  entered_by    text not null,
  recorded_at   timestamptz not null,
  withdrawn_at  timestamptz,
  primary key (region_id, id)
);

-- When the head of an agency wants the reports; the one recorded last holds.
create table report_setting (
  region_id    text not null references region,
  id           bigint generated always as identity,
  agency_id    text not null,
  every        text not null check (every in ('day', 'workday', 'week', 'month', 'never')),
  due_time     time,            -- null: at the end of the hours
  set_by       text not null,
  recorded_at  timestamptz not null,
  primary key (region_id, agency_id, id),
  check (every <> 'never' or due_time is null)
);

-- A photo or a document that shows the work. The same bytes of the same person are kept once.
create table report_file (
  region_id    text not null,
  employee_id  text not null,
  sha256       bytea not null check (length(sha256) = 32),
  type         text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  content      bytea not null check (length(content) between 1 and 10485760),
  kept_by      text not null,
  kept_at      timestamptz not null,
  primary key (region_id, employee_id, sha256),
  foreign key (region_id, employee_id) references employee
);

-- One row for each version of a report: what was written never changes, only how it stands. The id comes from whoever
-- wrote it, so that the same report sent twice is kept once; nobody can use up the id of somebody else.
create table work_report (
  region_id     text not null,
  employee_id   text not null,
  day           date not null,
  version       smallint not null check (version >= 1),
  report_id     uuid not null,
  sha256        bytea not null,  -- of what was sent, to tell a repeat from another report with the same id
  done          text not null check (length(done) between 1 and 4000),
  main_duty     text check (length(main_duty) <= 200),
  amount        integer check (amount between 0 and 99999),
  target        integer check (target between 0 and 99999),
  counted       text check (length(counted) <= 40),
  files         bytea[] not null default '{}',
  instructions  uuid[] not null default '{}',  -- the tasks that it answers
  entered_by    text not null,   -- employee id: the person, or the superior who was told
  channel       text not null check (channel in ('piket', 'phone', 'whatsapp')),
  clause        text,            -- as `circular/clause`: who asked for it
  late          boolean not null,
  written_at    timestamptz,     -- by the phone, where it waited there for a signal
  sent_at       timestamptz not null,  -- when the server had it
  state         text not null default 'sent' check (state in ('sent', 'approved', 'returned')),
  reviewed_by   text,
  reviewed_at   timestamptz,
  returned_for  text check (length(returned_for) <= 1000),
  primary key (region_id, day, employee_id, version),
  unique (region_id, employee_id, report_id),
  foreign key (region_id, employee_id) references employee,
  check ((state = 'sent') = (reviewed_by is null) and (state = 'sent') = (reviewed_at is null)),
  check ((state = 'returned') = (returned_for is not null)),
  check ((channel = 'piket') = (entered_by = employee_id))
);
create index work_report_open on work_report (region_id, employee_id) where state = 'sent';

-- A task that a head or a superior gives.
create table instruction (
  region_id       text not null references region,
  instruction_id  uuid not null default gen_random_uuid(),
  agency_id       text not null,
  text            text not null check (length(text) between 1 and 1000),
  due_on          date not null,
  channel         text not null check (channel in ('piket', 'whatsapp', 'phone')),
  note            text check (length(note) <= 500),  -- how it was said
  given_by        text not null,
  given_at        timestamptz not null,
  withdrawn_at    timestamptz,
  primary key (region_id, instruction_id),
  check ((channel = 'phone') = (note is not null))
);

create table instruction_receiver (
  region_id       text not null,
  employee_id     text not null,
  instruction_id  uuid not null,
  answered_by     uuid,          -- the report that answers it
  answered_at     timestamptz,
  primary key (region_id, employee_id, instruction_id),
  foreign key (region_id, employee_id) references employee,
  foreign key (region_id, instruction_id) references instruction,
  check ((answered_by is null) = (answered_at is null))
);
create index instruction_receiver_of on instruction_receiver (region_id, instruction_id);

-- What everybody of some agencies is told.
create table announcement (
  region_id        text not null references region,
  announcement_id  uuid not null default gen_random_uuid(),
  agencies         text[] not null,   -- empty: all of them
  title            text not null check (length(title) between 1 and 160),
  text             text not null check (length(text) between 1 and 4000),
  announced_by     text not null,     -- employee id, or the account of somebody without a staff record
  announced_at     timestamptz not null,
  primary key (region_id, announcement_id)
);

-- Who says they have read it, and when: with it a unit shows that it was told.
create table announcement_receipt (
  region_id        text not null,
  announcement_id  uuid not null,
  employee_id      text not null,
  read_at          timestamptz not null,
  primary key (region_id, announcement_id, employee_id),
  foreign key (region_id, announcement_id) references announcement,
  foreign key (region_id, employee_id) references employee
);

grant select, insert, update (withdrawn_at) on duty_template to piket_app;
grant select, insert on report_setting, report_file, announcement, announcement_receipt to piket_app;
grant select, insert, update (state, reviewed_by, reviewed_at, returned_for) on work_report to piket_app;
grant select, insert, update (withdrawn_at) on instruction to piket_app;
grant select, insert, update (answered_by, answered_at) on instruction_receiver to piket_app;

alter table duty_template enable row level security;
alter table report_setting enable row level security;
alter table report_file enable row level security;
alter table work_report enable row level security;
alter table instruction enable row level security;
alter table instruction_receiver enable row level security;
alter table announcement enable row level security;
alter table announcement_receipt enable row level security;

alter table duty_template force row level security;
alter table report_setting force row level security;
alter table report_file force row level security;
alter table work_report force row level security;
alter table instruction force row level security;
alter table instruction_receiver force row level security;
alter table announcement force row level security;
alter table announcement_receipt force row level security;

create policy region on duty_template to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on report_setting to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on instruction to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on announcement to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy reach on report_file to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on work_report to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on instruction_receiver to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on announcement_receipt to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
