-- What is said about a sign that a check-in may not be what it says. The sign itself is derived, and no finding.
create table signal_answer (
  region_id    text not null,
  employee_id  text not null,
  kind         text not null check (length(kind) between 1 and 40),
  until_day    date not null,         -- the last day that the sign rested on
  answer       text not null check (answer in ('asked', 'replied', 'explained')),
  words        text not null check (length(words) between 1 and 300),
  answered_by  text not null,         -- employee id
  answered_at  timestamptz not null,
  primary key (region_id, employee_id, kind, until_day, answer),
  foreign key (region_id, employee_id) references employee,
  check ((answer = 'replied') = (answered_by = employee_id))
);

-- A declaration sent twice is one.
alter table outage add column form_id uuid;
alter table outage add unique (region_id, form_id);

grant select, insert on signal_answer to piket_app;

alter table signal_answer enable row level security;

alter table signal_answer force row level security;

create policy reach on signal_answer to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
