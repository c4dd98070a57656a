-- When a head or the bureau answered at the desk, by the real clock; null: it came with a table of facts.
alter table answer add column entered_at timestamptz;
