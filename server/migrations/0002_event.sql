-- What happened, who did it, by which clause. Rows are added and never changed.

create table event (
  region_id    text not null references region,
  id           bigint generated always as identity,
  happened_at  timestamptz not null default clock_timestamp(),  -- real time, also in a demonstration region
  actor        text not null,
  kind         text not null,
  subject      text not null,
  agency_id    text,   -- whose head may read it; null: the region's own
  clause       text,
  body         jsonb not null default '{}',
  primary key (region_id, id)
);
create index event_by_subject on event (region_id, subject, id);

grant select, insert on event to piket_app;

alter table event enable row level security;
alter table event force row level security;

create policy event_added on event for insert to piket_app
  with check (region_id = nullif(current_setting('piket.region', true), ''));
create policy event_read on event for select to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
