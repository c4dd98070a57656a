-- A draft becomes a document when it was signed: the letter is kept as it was signed, beside the text that is law from then.
alter table circular_version
  add column draft_id uuid,             -- that it was signed from; null: it came as a file
  add foreign key (region_id, draft_id) references circular_draft;

create table signed_letter (
  region_id    text not null,
  circular_id  text not null,
  version      integer not null,
  draft_id     uuid not null,
  sha256       bytea not null check (length(sha256) = 32),
  content      bytea not null check (length(content) between 1 and 10485760),  -- a PDF
  differs      text check (length(differs) between 1 and 300),  -- where the letter does not say what the text says, and why
  signed_by    text not null,
  kept_by      text not null,          -- account id
  kept_at      timestamptz not null,
  primary key (region_id, circular_id, version),
  foreign key (region_id, circular_id, version) references circular_version,
  foreign key (region_id, draft_id) references circular_draft
);

grant select, insert on signed_letter to piket_app;
alter table signed_letter enable row level security;
alter table signed_letter force row level security;
create policy region on signed_letter to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
