-- The secret with which the receipts of a region seal their records. It stays for good: with another key, receipts that
-- were given out would no longer verify. Each region is given one when the first receipt asks for it.
create table receipt_key (
  region_id  text primary key references region,
  key        bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
);

grant select, insert (region_id) on receipt_key to piket_app;
alter table receipt_key enable row level security;
alter table receipt_key force row level security;
create policy region on receipt_key to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));
