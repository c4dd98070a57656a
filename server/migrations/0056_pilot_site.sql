-- Places where the restriction of activities is tried out, and what the agencies that escort them found there.

-- The id comes from the form: sent twice, it is one. Where it lies is a district or a village of the region.
create table pilot_site (
  region_id      text not null references region,
  site_id        uuid not null,
  kind           text not null check (kind in ('market', 'cafe', 'restaurant', 'place_of_worship', 'opd', 'household',
    'rt', 'desa', 'kelurahan', 'kecamatan')),
  name           text check (length(name) between 1 and 120),  -- of a household for its agency alone
  district_code  text not null,
  village_code   text,
  agency_id      text not null,      -- that escorts it
  starts_on      date not null,
  ends_on        date,               -- the last day; null: no end
  proposed       boolean not null,   -- by a document that is a proposal: nothing is tried out yet
  entered_by     text not null,      -- account id
  entered_at     timestamptz not null,
  primary key (region_id, site_id),
  foreign key (region_id, district_code) references district,
  foreign key (region_id, village_code) references village,
  check ((kind = 'kecamatan') = (village_code is null)),
  check (name is not null or kind in ('household', 'desa', 'kelurahan', 'kecamatan')),
  check (ends_on >= starts_on)
);

-- What was found; nothing of it changes.
create table pilot_check (
  region_id   text not null,
  check_id    uuid not null,
  site_id     uuid not null,
  day         date not null,
  met         text[] not null,       -- items of the protocol
  note        text not null check (length(note) <= 500),
  checked_by  text not null,         -- account id
  checked_at  timestamptz not null,
  primary key (region_id, check_id),
  foreign key (region_id, site_id) references pilot_site
);
create index pilot_check_of_site on pilot_check (region_id, site_id, day);

grant select, insert, update (ends_on, proposed) on pilot_site to piket_app;
grant select, insert on pilot_check to piket_app;

alter table pilot_site enable row level security;
alter table pilot_check enable row level security;

alter table pilot_site force row level security;
alter table pilot_check force row level security;

create policy region on pilot_site to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on pilot_check to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
