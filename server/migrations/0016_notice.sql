-- Telling somebody something over channels, the jobs that do it, and the phones and addresses they go to.

-- The one door to the queue: a job is queued in the transaction of what it is about, and is not there when that fails.
-- The queue itself belongs to graphile-worker, whose schema is installed before this file, and nobody else may touch it.
create function enqueue(task text, payload json) returns void language sql
  security definer set search_path = graphile_worker, pg_temp
  begin atomic; select graphile_worker.add_job(task, payload, max_attempts => 5); end;
revoke execute on function enqueue from public;
grant execute on function enqueue to piket_app;

-- The key with which the services of browsers know a region's notices; made when the first phone asks for it, for good:
-- with another one every phone would have to be asked again.
create table push_key (
  region_id    text primary key references region,
  public_key   text not null,
  private_key  text not null
);

-- A browser that takes notices for somebody.
create table push_subscription (
  region_id        text not null,
  endpoint_sha256  bytea not null check (length(endpoint_sha256) = 32),
  employee_id      text not null,
  endpoint         text not null check (length(endpoint) <= 1000),
  p256dh           text not null check (length(p256dh) <= 120),
  auth             text not null check (length(auth) <= 40),
  subscribed_at    timestamptz not null,
  primary key (region_id, endpoint_sha256),  -- a browser tells whoever used it last
  foreign key (region_id, employee_id) references employee
);
create index push_subscription_of on push_subscription (region_id, employee_id);

-- The address that somebody states for notices; the one stated last holds, before that of the staff list.
create table notice_address (
  region_id    text not null,
  employee_id  text not null,
  id           bigint generated always as identity,
  mail         text check (length(mail) <= 200),  -- null: no mail, whatever the staff list says
  stated_at    timestamptz not null,
  primary key (region_id, employee_id, id),
  foreign key (region_id, employee_id) references employee
);

create table notice (
  region_id    text not null,
  notice_id    uuid not null default gen_random_uuid(),
  kind         text not null check (kind in ('recall', 'return_missing')),
  subject      text not null,     -- id of the recall, agency of the statement
  agency_id    text not null,     -- of whom it is about
  day          date not null,
  employee_id  text not null,     -- who is told
  due_at       timestamptz not null,  -- by when it is of use
  told_by      text not null,     -- employee id, or the part of Piket that tells
  told_at      timestamptz not null,
  primary key (region_id, notice_id),
  foreign key (region_id, employee_id) references employee
);
create index notice_about on notice (region_id, kind, day, subject);

-- How far a notice has come on each channel. None of it proves that somebody has read it.
create table delivery (
  region_id    text not null,
  notice_id    uuid not null,
  channel      text not null check (channel in ('push', 'mail', 'whatsapp', 'phone')),
  state        text not null check (state in ('queued', 'handed_over', 'failed', 'by_hand')),
  tries        smallint not null default 0,
  failed_for   text check (failed_for in ('no-receiver', 'unreachable', 'turned-away', 'too-late')),
  changed_at   timestamptz not null,
  primary key (region_id, notice_id, channel),
  foreign key (region_id, notice_id) references notice,
  check ((state = 'by_hand') = (channel in ('whatsapp', 'phone'))),
  check ((state = 'failed') = (failed_for is not null))
);

grant select, insert on push_key, notice_address, notice to piket_app;
grant select, insert, update, delete on push_subscription to piket_app;
grant select, insert, update (state, tries, failed_for, changed_at) on delivery to piket_app;

alter table push_key enable row level security;
alter table push_subscription enable row level security;
alter table notice_address enable row level security;
alter table notice enable row level security;
alter table delivery enable row level security;

alter table push_key force row level security;
alter table push_subscription force row level security;
alter table notice_address force row level security;
alter table notice force row level security;
alter table delivery force row level security;

create policy region on push_key to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy reach on push_subscription to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on notice_address to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on notice to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on delivery to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or notice_id in (select told.notice_id from notice as told))
);
