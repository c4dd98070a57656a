-- Numbers by which people without a phone come and go at the shared device of their office. Like passwords, only a slow
-- hash is kept; a new number replaces the old one.
create table kiosk_pin (
  region_id    text not null,
  employee_id  text not null,
  pin_hash     text not null,
  set_by       text not null,        -- employee or account id of the superior
  set_at       timestamptz not null,
  failures     integer not null default 0 check (failures >= 0),
  failed_at    timestamptz,
  primary key (region_id, employee_id),
  foreign key (region_id, employee_id) references employee
);

grant select, insert, update (pin_hash, set_by, set_at, failures, failed_at) on kiosk_pin to piket_app;

alter table kiosk_pin enable row level security;
alter table kiosk_pin force row level security;

create policy reach on kiosk_pin to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
