-- Bands by which a region's own regulation treats lateness, early leaving and absence. Data of the region: no share and
-- no money is known here, and what a band means for the allowance is said in the regulation alone.

create table tpp_band (
  region_id     text not null references region,
  band_id       uuid not null,        -- given by the form: sent twice, it is one
  kind          text not null check (kind in ('late', 'early', 'absent')),
  at_least      integer not null check (at_least >= 1),  -- minutes of a day; of `absent`, days of a month
  at_most       integer,              -- null: no end
  label         text not null check (length(label) between 1 and 80),
  regulation    text not null check (length(regulation) between 1 and 200),
  entered_by    text not null,        -- account id
  recorded_at   timestamptz not null,
  withdrawn_by  text,
  withdrawn_at  timestamptz,
  primary key (region_id, band_id),
  check (at_most >= at_least),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);

grant select, insert, update (withdrawn_by, withdrawn_at) on tpp_band to piket_app;

alter table tpp_band enable row level security;

alter table tpp_band force row level security;

create policy reach on tpp_band to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
);
