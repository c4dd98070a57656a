-- What the public says of a service, without a name. Whoever complains is given a code of which only a sealed hash is
-- kept: nobody can find out from here who holds it. A contact is there where one was left, and goes after the answer.
create table complaint (
  region_id     text not null references region,
  complaint_id  uuid not null,
  code_hash     text not null check (length(code_hash) = 64),   -- of the code, with the key of the region
  number        integer not null check (number > 0),            -- by which offices speak of it
  kind          text not null check (kind in ('closed', 'unattended', 'protocol', 'other')),
  unit_id       text not null,
  agency_id     text not null generated always as (split_part(unit_id, '/', 1)) stored,
  day           date not null,         -- on which it happened
  words         text not null check (length(words) between 1 and 1000),
  contact       text check (length(contact) between 1 and 120),
  received_at   timestamptz not null,
  taken_by      text,                  -- account id
  taken_at      timestamptz,
  answer        text check (length(answer) between 1 and 2000),
  answered_by   text,
  answered_at   timestamptz,
  primary key (region_id, complaint_id),
  unique (region_id, code_hash),
  unique (region_id, number),
  check ((taken_by is null) = (taken_at is null)),
  check ((answer is null) = (answered_at is null) and (answered_by is null) = (answered_at is null))
);
create index complaint_by_arrival on complaint (region_id, received_at);
create index complaint_with_contact on complaint (region_id, answered_at) where contact is not null;

grant select, insert, update (contact, taken_by, taken_at, answer, answered_by, answered_at) on complaint to piket_app;

alter table complaint enable row level security;
alter table complaint force row level security;

create policy reach on complaint to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
