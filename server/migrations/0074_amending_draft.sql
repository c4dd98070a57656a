-- A draft may say how a document of the region is to read from a day on: its text is that document whole.
alter table circular_draft add column amends text check (length(amends) between 1 and 160);  -- null: a document of its own
