-- Documents as they were filed. The text is the truth; what it says is derived from it each time.

create table circular_version (
  region_id    text not null references region,
  circular_id  text not null,
  version      integer not null check (version > 0),
  source       text not null,   -- the YAML, byte for byte
  sha256       text not null,
  recorded_at  timestamptz not null,   -- since when it could be known; '-infinity': always
  recorded_by  text not null,          -- which field of the document proves that
  filed_at     timestamptz not null default now(),
  filed_by     text not null,
  primary key (region_id, circular_id, version),
  unique (region_id, circular_id, sha256)
);

-- Which reading of an open question a bureau has chosen.
create table reading_answer (
  region_id    text not null references region,
  id           bigint generated always as identity,
  circular_id  text not null,
  question     text not null,
  reading      text not null,
  answered_by  text not null,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (region_id, id)
);
create index reading_answer_by_question on reading_answer (region_id, circular_id, question);

grant select, insert on circular_version to piket_app;
grant select, insert, update (withdrawn_at) on reading_answer to piket_app;

alter table circular_version enable row level security;
alter table reading_answer enable row level security;

alter table circular_version force row level security;
alter table reading_answer force row level security;

create policy region on circular_version to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on reading_answer to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
