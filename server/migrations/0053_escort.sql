-- Teams that go along with activities, who is in them and when they cannot come; and which team was asked along with which
-- activity, what it said, and whether it came.
alter table task_force_team rename to escort_team;
alter table escort_team
  add column valid_from date,     -- null: always
  add column valid_until date,    -- the last day; null: no end
  add constraint escort_team_days check (valid_from <= valid_until),
  add constraint escort_team_name check (length(name) between 1 and 120),
  add constraint escort_team_capacity check (capacity <= 50);
revoke update, delete on escort_team from piket_app;
grant update (capacity, valid_until) on escort_team to piket_app;

-- Members that sign in: of the staff list, or of an outside body without a staff record.
create table escort_team_member (
  region_id   text not null,
  team_id     text not null,
  account_id  uuid not null,
  added_by    text not null,   -- account id
  added_at    timestamptz not null,
  primary key (region_id, team_id, account_id),
  foreign key (region_id, team_id) references escort_team,
  foreign key (region_id, account_id) references account
);
create index escort_team_of_member on escort_team_member (region_id, account_id);

-- A day on which a team cannot come.
create table escort_team_absence (
  region_id  text not null,
  team_id    text not null,
  day        date not null,
  reason     text not null check (length(reason) between 1 and 300),
  stated_by  text not null,    -- account id
  stated_at  timestamptz not null,
  primary key (region_id, team_id, day),
  foreign key (region_id, team_id) references escort_team
);

-- A team that was asked along. What is handed on stays, with its reason: the team is not asked again for that time.
create table escort (
  region_id    text not null,
  escort_id    uuid not null default gen_random_uuid(),
  activity_id  uuid not null,
  team_id      text not null,
  form_id      uuid not null,  -- of the form that asked: sent twice, it asks once
  state        text not null default 'proposed'
    check (state in ('proposed', 'accepted', 'handed_on', 'attended', 'absent')),
  reason       text check (length(reason) between 1 and 500),
  proposed_by  text not null,  -- account id
  proposed_at  timestamptz not null,
  said_by      text,           -- account id of who said last how it stands
  said_at      timestamptz,
  primary key (region_id, escort_id),
  foreign key (region_id, activity_id) references activity,
  foreign key (region_id, team_id) references escort_team,
  check ((state = 'proposed') = (said_at is null) and (said_by is null) = (said_at is null)),
  check (state not in ('handed_on', 'absent') or reason is not null)
);
create unique index escort_once on escort (region_id, activity_id, team_id) where state <> 'handed_on';
create index escort_of_form on escort (region_id, form_id);

grant select, insert, delete on escort_team_member, escort_team_absence to piket_app;
grant select, insert, update (state, reason, said_by, said_at) on escort to piket_app;

alter table escort_team_member enable row level security;
alter table escort_team_absence enable row level security;
alter table escort enable row level security;

alter table escort_team_member force row level security;
alter table escort_team_absence force row level security;
alter table escort force row level security;

create policy reach on escort_team_member to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy reach on escort_team_absence to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and current_setting('piket.reach', true) = 'region'
);
create policy region on escort to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'recall_cancelled', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide',
  'correction_answered', 'objection_to_decide', 'objection_answered', 'activity_to_coordinate', 'activity_to_clear',
  'activity_answered', 'finding_made', 'case_opened', 'case_to_answer', 'case_answered', 'escort_to_answer'));
