-- A session and all that a phone renewed from it are one chain: ended together, and one of them runs at a time.
-- Row security binds the owner too, who is to join the chains of every region here.
alter table session add column chain_id uuid not null default gen_random_uuid();
alter table session no force row level security;
with recursive renewal as (
  select region_id, token_hash, chain_id from session where renewed_from is null
  union all
  select session.region_id, session.token_hash, renewal.chain_id
  from session join renewal on session.region_id = renewal.region_id and session.renewed_from = renewal.token_hash
)
update session set chain_id = renewal.chain_id
from renewal
where session.region_id = renewal.region_id and session.token_hash = renewal.token_hash
  and session.renewed_from is not null;
alter table session force row level security;
alter table session drop column renewed_from;

-- What is ended by its chain, and with its phone.
create index session_by_chain on session (region_id, chain_id) where ended_at is null;
create index session_by_device on session (region_id, device_id) where ended_at is null and device_id is not null;

-- What is to be signed follows the session.
alter table session_challenge drop constraint session_challenge_region_id_token_hash_fkey;
alter table session_challenge add foreign key (region_id, token_hash) references session on update cascade;
