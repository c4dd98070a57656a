-- What stands beside a phone or instead of one: the superior's word, a list on paper, the shared device of an office. It
-- is evidence and never proof; who gave it is kept with it.

-- An attendance list on paper, as the rows that were brought and, where there is one, the picture of the paper.
create table paper_list (
  region_id   text not null references region,
  list_id     uuid not null,          -- given by the form: sent twice, it is one
  agency_id   text not null,
  day         date not null,
  rows        bytea not null check (length(rows) between 1 and 2097152),  -- CSV or XLSX, as it came
  scan        bytea check (length(scan) between 1 and 10485760),
  scan_type   text check (scan_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  kept_by     text not null,          -- employee id, or the account of somebody without a staff record
  kept_at     timestamptz not null,
  entered_at  timestamptz,            -- null: looked over and not entered
  primary key (region_id, list_id),
  check ((scan is null) = (scan_type is null))
);
create index paper_list_of on paper_list (region_id, agency_id, day);

create table voucher (
  region_id     text not null,
  day           date not null,
  employee_id   text not null,
  voucher_id    uuid not null,        -- given by the form: sent twice, it is one
  kind          text not null check (kind in ('superior_word', 'paper_list', 'kiosk_pin')),
  moment        text not null check (moment in ('in', 'out')),
  place         text not null check (place in ('office', 'home', 'field')),
  at            timestamptz not null, -- when the person came or went, as it is said
  reason        text check (length(reason) between 1 and 300),
  seen_by       text check (length(seen_by) between 1 and 120),  -- who saw it
  list_id       uuid,
  vouched_by    text not null,        -- employee id, account id, or the screen beside the shared device
  vouched_at    timestamptz not null,
  withdrawn_by  text,
  withdrawn_at  timestamptz,
  primary key (region_id, day, employee_id, voucher_id),
  foreign key (region_id, employee_id) references employee,
  foreign key (region_id, list_id) references paper_list,
  check ((kind = 'superior_word') = (reason is not null)),
  check ((kind = 'paper_list') = (list_id is not null)),
  check (vouched_by <> employee_id),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);

grant select, insert, update (entered_at) on paper_list to piket_app;
grant select, insert, update (withdrawn_by, withdrawn_at) on voucher to piket_app;

alter table paper_list enable row level security;
alter table voucher enable row level security;

alter table paper_list force row level security;
alter table voucher force row level security;

create policy reach on paper_list to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
create policy reach on voucher to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
