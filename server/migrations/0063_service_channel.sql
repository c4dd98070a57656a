-- How the public reaches a service without coming: numbers and addresses of the office, never of a person.
create table service_channel (
  region_id   text not null references region,
  channel_id  uuid not null,          -- given by the form: sent twice, it is one
  unit_id     text not null,
  agency_id   text not null generated always as (split_part(unit_id, '/', 1)) stored,
  kind        text not null check (kind in ('phone', 'whatsapp', 'mail', 'web')),
  address     text not null check (length(address) between 1 and 200),
  stated_by   text not null,          -- account id
  stated_at   timestamptz not null,
  closed_by   text,
  closed_at   timestamptz,
  primary key (region_id, channel_id),
  check ((closed_by is null) = (closed_at is null))
);
create index service_channel_of on service_channel (region_id, unit_id) where closed_at is null;

grant select, insert, update (closed_by, closed_at) on service_channel to piket_app;

alter table service_channel enable row level security;
alter table service_channel force row level security;

create policy reach on service_channel to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or agency_id = nullif(current_setting('piket.agency', true), ''))
);
