insert into "sign_on_attempt" ("state", "nonce", "verifier", "back", "account_id", "expires_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'));

delete from "sign_on_attempt" where "state" = $1 returning "nonce", "verifier", "back", "account_id" as "account", expires_at > $2 as "fresh", (extract(epoch from expires_at) * 1000)::float8 as "expires";

delete from "sign_on_attempt" where expires_at < $1;
