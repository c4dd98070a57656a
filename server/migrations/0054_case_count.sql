-- Cases of a disease as the task force counts them, one count for a day; a correction is a new row.

-- The id comes from the form: sent twice, it is one.
create table case_count (
  region_id     text not null references region,
  count_id      uuid not null default gen_random_uuid(),
  day           date not null,
  confirmed     integer not null check (confirmed >= 0),
  recovered     integer not null check (recovered >= 0),
  died          integer not null check (died >= 0),
  in_care       integer not null check (in_care >= 0),
  source        text not null check (length(source) between 1 and 300),  -- the letter or the statement it stands in
  corrects      uuid,                -- the count of the same day that it takes the place of
  corrected_for text check (length(corrected_for) between 1 and 300),
  recorded_by   text not null,       -- employee id, or the account of somebody without a staff record
  recorded_at   timestamptz not null,
  withdrawn_at  timestamptz,         -- when another took its place
  primary key (region_id, count_id),
  foreign key (region_id, corrects) references case_count,
  check (confirmed = recovered + died + in_care),
  check ((corrects is null) = (corrected_for is null))
);
create unique index case_count_of_day on case_count (region_id, day) where withdrawn_at is null;

-- What was kept as four figures of a day becomes its count. The owner, too, is held by the policies of both tables.
alter table figure no force row level security;
alter table region no force row level security;
insert into case_count (region_id, day, confirmed, recovered, died, in_care, source, recorded_by, recorded_at)
select figure.region_id, day, max(value) filter (where figure.kind = 'confirmed'),
  max(value) filter (where figure.kind = 'recovered'), max(value) filter (where figure.kind = 'died'),
  max(value) filter (where figure.kind = 'in_care'), coalesce(max(source), 'Tidak disebut'), 'piket', min(figure.recorded_at)
from figure join region on region.region_id = figure.region_id and region.slug = figure.subject
where withdrawn_at is null and figure.kind in ('confirmed', 'recovered', 'died', 'in_care')
group by figure.region_id, day
having count(distinct figure.kind) = 4;
alter table region force row level security;

-- The other figures stand in the documents that state them, and nothing reads the table.
drop table figure;

grant select, insert, update (withdrawn_at) on case_count to piket_app;
alter table case_count enable row level security;
alter table case_count force row level security;
create policy region on case_count to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
