-- Figures as an authority stated them on a day, and the teams that escort activities.

create table figure (
  region_id    text not null references region,
  id           bigint generated always as identity,
  subject      text not null,   -- the region, or a part of it
  kind         text not null,   -- confirmed, recovered, died, in_care, ...
  day          date not null,
  value        double precision not null,
  source       text,
  recorded_at  timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (region_id, id)
);
create index figure_by_day on figure (region_id, day);

create table task_force_team (
  region_id  text not null references region,
  team_id    text not null,
  name       text not null,
  area_code  text,   -- district or village; null: the whole region
  leader_id  text,
  agencies   text[] not null default '{}',
  capacity   integer not null default 1 check (capacity > 0),   -- activities a day
  primary key (region_id, team_id)
);

grant select, insert, update (withdrawn_at) on figure to piket_app;
grant select, insert, update, delete on task_force_team to piket_app;

alter table figure enable row level security;
alter table task_force_team enable row level security;

alter table figure force row level security;
alter table task_force_team force row level security;

create policy region on figure to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on task_force_team to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
