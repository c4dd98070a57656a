-- Cases: somebody is asked to explain what was found, or that they did not come; people decide, citing the clause.

-- What a region may do where a clause was broken, by its own regulation. A change is a new version; a decision keeps the
-- one that it was made under.
create table measure (
  region_id   text not null references region,
  measure_id  uuid not null,          -- given by the form: sent twice, it is one
  version     smallint not null check (version >= 1),
  rank        smallint not null check (rank between 1 and 99),  -- 1 is the mildest
  label       text not null check (length(label) between 1 and 120),
  regulation  text not null check (length(regulation) between 1 and 200),
  desk        text not null check (desk in ('head', 'personnel_agency', 'regional_head')),  -- the lowest that may pronounce it
  withdrawn   boolean not null,
  entered_by  text not null,          -- account id
  entered_at  timestamptz not null,
  primary key (region_id, measure_id, version)
);

create table case_file (
  region_id    text not null,
  employee_id  text not null,
  case_id      uuid not null,         -- given by the form: sent twice, it is one
  kind         text not null check (kind in ('uncoordinated', 'no_show', 'unreachable', 'travel')),
  finding_id   uuid,
  recall_id    uuid,
  day          date not null,         -- on which it happened
  agency_id    text not null,         -- where the person belonged when it was opened
  clauses      text[] not null check (cardinality(clauses) > 0),  -- that it rests on, as `circular/clause`
  words        text not null check (length(words) between 1 and 1000),  -- what the person is asked to explain
  opened_by    text not null,         -- employee id, or the account of somebody without a staff record
  opened_at    timestamptz not null,
  phase        text not null default 'clarification'  -- that people were last told of; how it stands follows from the steps
    check (phase in ('clarification', 'view', 'decision', 'appealable', 'appeal', 'closed')),
  level        text check (level in ('head', 'personnel_agency', 'regional_head')),  -- the desk that was told
  closed_at    timestamptz,
  primary key (region_id, employee_id, case_id),
  unique (region_id, employee_id, finding_id),
  unique (region_id, recall_id),
  foreign key (region_id, employee_id) references employee,
  foreign key (region_id, finding_id) references finding,
  foreign key (region_id, recall_id) references recall,
  check ((kind = 'uncoordinated') = (finding_id is not null)),
  check ((kind in ('no_show', 'unreachable')) = (recall_id is not null)),
  check ((phase = 'closed') = (closed_at is not null)),
  check (opened_by <> employee_id)
);
create index case_file_open on case_file (region_id, opened_at) where closed_at is null;

-- What was said and decided: each once, and nothing of it changes.
create table case_step (
  region_id        text not null,
  employee_id      text not null,
  case_id          uuid not null,
  move             text not null check (move in ('clarify', 'view', 'decide', 'appeal', 'decide_appeal')),
  words            text not null check (length(words) between 1 and 2000),
  outcome          text check (outcome in ('dismissed', 'upheld')),
  clause           text,              -- that a decision rests on
  measure_id       uuid,
  measure_version  smallint,
  made_by          text not null,
  made_as          text not null check (made_as in ('self', 'superior', 'head', 'personnel_agency', 'regional_head')),
  made_at          timestamptz not null,
  primary key (region_id, employee_id, case_id, move),
  foreign key (region_id, employee_id, case_id) references case_file,
  foreign key (region_id, measure_id, measure_version) references measure,
  check ((move in ('decide', 'decide_appeal')) = (outcome is not null)),
  check ((move in ('clarify', 'appeal')) = (made_by = employee_id)),
  check ((measure_id is null) = (measure_version is null)),
  check (outcome = 'upheld' or measure_id is null),
  check (outcome is distinct from 'upheld' or clause is not null)
);

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'recall_cancelled', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide',
  'correction_answered', 'objection_to_decide', 'objection_answered', 'activity_to_coordinate', 'activity_to_clear',
  'activity_answered', 'finding_made', 'case_opened', 'case_to_answer', 'case_answered'));

grant select, insert on measure to piket_app;
grant select, insert, update (phase, level, closed_at) on case_file to piket_app;
grant select, insert on case_step to piket_app;

alter table measure enable row level security;
alter table case_file enable row level security;
alter table case_step enable row level security;

alter table measure force row level security;
alter table case_file force row level security;
alter table case_step force row level security;

create policy region on measure to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy reach on case_file to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy reach on case_step to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
