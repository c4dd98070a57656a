-- A count of a wrong day and a place that was entered by mistake are withdrawn with a reason; what was known stays known.
alter table case_count
  add column withdrawn_for text check (length(withdrawn_for) between 1 and 300),  -- null: another took its place
  add column withdrawn_by  text,
  add check ((withdrawn_for is null) = (withdrawn_by is null)),
  add check (withdrawn_for is null or withdrawn_at is not null);
grant update (withdrawn_for, withdrawn_by) on case_count to piket_app;

alter table pilot_site
  add column withdrawn_for text check (length(withdrawn_for) between 1 and 300),
  add column withdrawn_by  text,         -- account id
  add column withdrawn_at  timestamptz,
  add check ((withdrawn_for is null) = (withdrawn_by is null) and (withdrawn_by is null) = (withdrawn_at is null));
grant update (withdrawn_for, withdrawn_by, withdrawn_at) on pilot_site to piket_app;
