-- When somebody last proved who they are: at the sign-in, and again before lists of people leave, something is published
-- or power is handed out. A proof gives the session a new token, so that a copy of the old one is worth nothing. Sessions
-- that are open at the upgrade have proved nothing yet.
alter table session add column proved_at timestamptz not null default '-infinity';
alter table session alter column proved_at drop default;
grant update (token_hash, proved_at) on session to piket_app;

-- Who goes over the provider to prove themselves again; null: somebody who signs in.
alter table sign_on_attempt add column account_id uuid;
alter table sign_on_attempt add foreign key (region_id, account_id) references account;
