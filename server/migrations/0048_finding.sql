-- Activities with a team of the task force along, and those that another day has taken the place of; and what is found.

alter table activity
  drop constraint activity_state_check,
  add constraint activity_state_check check (state in
    ('registered', 'asked', 'cleared', 'escorted', 'refused', 'done', 'postponed', 'cancelled')),
  add column continues_id uuid,        -- the activity that was postponed to this day; null: none
  add foreign key (region_id, continues_id) references activity;

alter table activity_step
  drop constraint activity_step_move_check,
  add constraint activity_step_move_check check (move in
    ('ask', 'clear', 'escort', 'refuse', 'carry_out', 'postpone', 'cancel')),
  drop constraint activity_step_check,
  add constraint activity_step_check check (move not in ('escort', 'refuse', 'postpone', 'cancel') or words is not null);

-- That an activity was carried out against clauses which demand coordination: once, and about nobody in particular. What
-- follows from it, people decide.
create table finding (
  region_id    text not null,
  finding_id   uuid not null,
  activity_id  uuid not null,
  agency_id    text not null,
  unit_id      text not null,
  day          date not null,
  clauses      text[] not null check (cardinality(clauses) > 0),  -- as `circular/clause`
  found_at     timestamptz not null,
  primary key (region_id, finding_id),
  unique (region_id, activity_id),
  foreign key (region_id, activity_id) references activity
);

grant select, insert on finding to piket_app;

alter table finding enable row level security;

alter table finding force row level security;

create policy region on finding to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
