-- Drafts of documents: a text as it was begun, and the edits since. What a draft says follows from them each time.

create table circular_draft (
  region_id    text not null references region,
  draft_id     uuid not null,          -- given by the form: sent twice, it is one
  begun_from   text not null check (length(begun_from) between 1 and 160),  -- a template, a document of the region, or `text`
  source       text not null check (length(source) between 1 and 400000),   -- YAML
  begun_by     text not null,          -- account id
  begun_at     timestamptz not null,
  ended_as     text check (ended_as in ('signed', 'dropped')),
  ended_by     text,
  ended_at     timestamptz,
  ended_for    text check (length(ended_for) between 1 and 300),  -- why nobody will sign it
  primary key (region_id, draft_id),
  check ((ended_as is null) = (ended_by is null) and (ended_as is null) = (ended_at is null)),
  check ((ended_as = 'dropped') = (ended_for is not null))
);

-- Edits are numbered in the order in which they count; nothing of one changes. Taking one back is another one.
create table draft_edit (
  region_id    text not null,
  draft_id     uuid not null,
  edit_no      integer not null check (edit_no > 0),
  form_id      uuid not null,          -- sent twice, it is one
  changes      json not null,          -- paths and values, in the order in which they were made
  back         json not null,          -- the changes that take it back
  takes_back   integer check (takes_back < edit_no),
  edited_by    text not null,          -- account id
  edited_at    timestamptz not null,
  primary key (region_id, draft_id, edit_no),
  unique (region_id, form_id),
  unique (region_id, draft_id, takes_back),
  foreign key (region_id, draft_id) references circular_draft
);

grant select, insert, update (ended_as, ended_by, ended_at, ended_for) on circular_draft to piket_app;
grant select, insert on draft_edit to piket_app;

alter table circular_draft enable row level security;
alter table draft_edit enable row level security;

alter table circular_draft force row level security;
alter table draft_edit force row level security;

create policy region on circular_draft to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on draft_edit to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
