-- When somebody entered it at the desk, by the real clock; null: it came with a table of facts.
alter table declared_event add column entered_at timestamptz;
alter table status add column entered_at timestamptz;
alter table reading_answer add column entered_at timestamptz;
