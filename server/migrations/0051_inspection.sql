-- Visits to offices without notice: which were drawn and by which lot, whom the list named when the visit began, what each
-- inspector saw, and what the minutes say. Marks are added and never changed; how they stand together is derived.
create table inspection_draw (
  region_id   text not null references region,
  draw_id     uuid not null,          -- given by the form: sent twice, it is one
  day         date not null,          -- of the visits
  seed        bigint not null check (seed between 0 and 4294967295),
  wanted      smallint not null check (wanted between 1 and 50),
  candidates  jsonb not null,         -- each with agency, visits and last visit, as the lot knew them
  drawn_by    text not null,          -- account id
  drawn_at    timestamptz not null,
  primary key (region_id, draw_id)
);

create table inspection (
  region_id      text not null references region,
  inspection_id  uuid not null,
  day            date not null,
  agency_id      text not null,
  draw_id        uuid,                -- null: chosen for a reason
  reason         text check (length(reason) between 1 and 500),
  planned_by     text not null,       -- account id
  planned_at     timestamptz not null,
  list           jsonb,               -- whom to look for: person, place, excused, clause, evidence
  begun_by       text,
  begun_at       timestamptz,
  number         integer,             -- of the minutes, within the year
  remark         text check (length(remark) between 1 and 2000),
  office_name    text check (length(office_name) between 1 and 120),   -- who received the team
  office_word    text check (office_word in ('signed', 'refused', 'nobody')),
  closed_by      text,
  closed_at      timestamptz,
  reply          text check (length(reply) between 1 and 2000),
  replied_by     text,
  replied_at     timestamptz,
  primary key (region_id, inspection_id),
  foreign key (region_id, draw_id) references inspection_draw,
  check ((draw_id is null) = (reason is not null)),
  check ((list is null) = (begun_at is null) and (begun_by is null) = (begun_at is null)),
  check ((closed_at is null) = (office_word is null) and (closed_by is null) = (closed_at is null)),
  check ((closed_at is null) = (number is null)),
  check ((reply is null) = (replied_at is null) and (replied_by is null) = (replied_at is null)),
  check (closed_at is null or begun_at is not null)
);
create index inspection_by_day on inspection (region_id, day);
create unique index inspection_of_agency on inspection (region_id, day, agency_id);
create unique index inspection_number on inspection (region_id, (extract(year from day)), number);

create table inspection_mark (
  region_id      text not null,
  inspection_id  uuid not null,
  mark_id        uuid not null,       -- given by the phone: sent twice, it is one
  employee_id    text not null,
  kind           text not null check (kind in ('found', 'absent', 'letter', 'misplaced')),
  note           text not null check (length(note) <= 500),
  inspector      text not null,       -- account id
  marked_at      timestamptz not null,   -- by the phone
  received_at    timestamptz not null,
  primary key (region_id, inspection_id, mark_id),
  foreign key (region_id, inspection_id) references inspection
);

create table inspection_finding (
  region_id      text not null,
  inspection_id  uuid not null,
  finding_no     smallint not null,
  kind           text not null check (kind in ('not_found', 'should_be_home')),
  circular       text,
  clause         text[] not null,
  people         text[] not null check (cardinality(people) > 0),
  primary key (region_id, inspection_id, finding_no),
  foreign key (region_id, inspection_id) references inspection
);

grant select, insert on inspection_draw, inspection_mark, inspection_finding to piket_app;
grant select, insert, update (list, begun_by, begun_at, number, remark, office_name, office_word, closed_by, closed_at,
  reply, replied_by, replied_at) on inspection to piket_app;

alter table inspection_draw enable row level security;
alter table inspection enable row level security;
alter table inspection_mark enable row level security;
alter table inspection_finding enable row level security;

alter table inspection_draw force row level security;
alter table inspection force row level security;
alter table inspection_mark force row level security;
alter table inspection_finding force row level security;

create policy reach on inspection_draw to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy reach on inspection to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy reach on inspection_mark to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and inspection_id in (select one.inspection_id from inspection as one)
);
create policy reach on inspection_finding to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and inspection_id in (select one.inspection_id from inspection as one)
);
