insert into "sign_on_attempt" ("state", "nonce", "verifier", "back", "expires_at", "region_id") values ($1, $2, $3, $4, $5, current_setting('piket.region'));

delete from "sign_on_attempt" where "state" = $1 returning "nonce", "verifier", "back", expires_at > $2 as "fresh";

delete from "sign_on_attempt" where expires_at < $1;
