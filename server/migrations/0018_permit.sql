-- Permits (izin) ahead of their days: asked for, signed, and from then on facts like any other.

-- One row for each version: what was asked never changes, only how it stands. The id comes from the form: sent twice, it
-- is one. Health is not told here: a permit of kind `health` has its category in `health_claim`, and no words.
create table permit (
  region_id     text not null,
  permit_id     uuid not null,
  version       smallint not null check (version >= 1),
  employee_id   text not null,
  kind          text not null check (kind in ('annual', 'sick', 'maternity', 'urgent', 'other', 'education',
    'official_travel', 'surat_tugas', 'surat_perintah', 'izin_ppk', 'road_cut_off', 'still_travelling',
    'lives_outside_region', 'health', 'travel_out_of_region')),
  starts_on     date not null,
  ends_on       date not null,
  outside       boolean not null,     -- leads out of the region
  reason        text check (length(reason) between 1 and 1000),
  entered_by    text not null,        -- employee or account id: the person, or whoever enters it for them
  asked_at      timestamptz not null,
  state         text not null default 'asked'
    check (state in ('asked', 'asked_back', 'granted', 'refused', 'withdrawn', 'revoked')),
  decided_by    text,                 -- employee id, or the account of somebody without a staff record
  decided_as    text check (decided_as in ('superior', 'head', 'personnel_agency', 'regional_head')),
  acting        boolean,              -- signed in an acting post
  signer_name   text,                 -- as they were called when they signed
  signer_title  text,
  signer_rank   text check (signer_rank in ('I', 'II', 'III', 'IV', 'none')),
  number        text check (length(number) between 1 and 120),
  clause        text,                 -- as `circular/clause`: what it rests on, or what forbids it
  words         text check (length(words) between 1 and 1000),  -- why it is refused, or what is asked back
  decided_at    timestamptz,
  ended_by      text,
  ended_for     text check (length(ended_for) between 1 and 1000),
  ended_at      timestamptz,
  primary key (region_id, permit_id, version),
  foreign key (region_id, employee_id) references employee,
  check (starts_on <= ends_on),
  check ((kind = 'health') <= (reason is null and clause is null)),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_as is null)),
  check (state not in ('granted', 'refused', 'asked_back', 'revoked') or decided_at is not null),
  check (state not in ('refused', 'asked_back') or words is not null),
  check ((state in ('withdrawn', 'revoked')) = (ended_at is not null)),
  check (state <> 'revoked' or ended_for is not null)
);
create index permit_of on permit (region_id, employee_id, starts_on);
create index permit_open on permit (region_id, employee_id) where state = 'asked';

-- The health category that a version of a permit asks for: closed like the table of health data.
create table health_claim (
  region_id    text not null,
  permit_id    uuid not null,
  version      smallint not null,
  employee_id  text not null,
  attribute    text not null check (
    attribute in ('pregnant', 'nursing', 'at_risk_health', 'unwell', 'isolating', 'disability')),
  primary key (region_id, permit_id, version),
  foreign key (region_id, permit_id, version) references permit,
  foreign key (region_id, employee_id) references employee
);

-- Which permit a fact comes from; null: none.
alter table leave add column permit_id uuid;
alter table letter add column permit_id uuid;
alter table attribute add column permit_id uuid;
alter table health_attribute add column permit_id uuid;
create index leave_of_permit on leave (region_id, permit_id) where permit_id is not null;
create index letter_of_permit on letter (region_id, permit_id) where permit_id is not null;
create index attribute_of_permit on attribute (region_id, permit_id) where permit_id is not null;
create index health_attribute_of_permit on health_attribute (region_id, permit_id) where permit_id is not null;

grant select, insert, update (state, decided_by, decided_as, acting, signer_name, signer_title, signer_rank, number,
  clause, words, decided_at, ended_by, ended_for, ended_at) on permit to piket_app;
grant select, insert on health_claim to piket_app;

alter table permit enable row level security;
alter table health_claim enable row level security;

alter table permit force row level security;
alter table health_claim force row level security;

create policy reach on permit to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy purpose on health_claim to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.purpose', true) in ('decision', 'record', 'own', 'review')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
