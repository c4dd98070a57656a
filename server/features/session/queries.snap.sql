insert into "session" ("token_hash", "account_id", "method", "agent", "begun_at", "seen_at", "proved_at", "second_factor", "expires_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, current_setting('piket.region'));

select "token_hash" as "token", "account_id" as "account", "method", "agent", extract(epoch from begun_at) * 1000 as "begun", extract(epoch from seen_at) * 1000 as "seen", (extract(epoch from proved_at) * 1000)::float8 as "proved", extract(epoch from expires_at) * 1000 as "expires", (extract(epoch from coalesce(signed_in_at, begun_at)) * 1000)::float8 as "signedIn", "chain_id" as "chain", "second_factor" as "second", exists (
        select from passkey
        where passkey.region_id = session.region_id and passkey.account_id = session.account_id and revoked_at is null
      ) as "hasPasskey", exists (
        select from totp where totp.region_id = session.region_id and totp.account_id = session.account_id
      ) as "hasCodes" from "session" where "token_hash" = $1 and "ended_at" is null;

select "token_hash" as "token", "account_id" as "account", "method", "agent", extract(epoch from begun_at) * 1000 as "begun", extract(epoch from seen_at) * 1000 as "seen", (extract(epoch from proved_at) * 1000)::float8 as "proved", extract(epoch from expires_at) * 1000 as "expires", (extract(epoch from coalesce(signed_in_at, begun_at)) * 1000)::float8 as "signedIn" from "session" where "account_id" = $1 and "ended_at" is null order by "begun_at" desc;

update "session" set "seen_at" = $1 where "token_hash" = $2;

update "session" set "token_hash" = $1, "proved_at" = $2, "seen_at" = $3 where "token_hash" = $4 and "ended_at" is null and "expires_at" > $5 returning "account_id";

update "session" set "token_hash" = $1, "proved_at" = $2, "seen_at" = $3, "second_factor" = $4 where "token_hash" = $5 and "ended_at" is null and "expires_at" > $6 returning "account_id";

select "account_id" from "account" where "account_id" = $1 for no key update;

update "session" set "ended_at" = $1 where "account_id" = $2 and "ended_at" is null;

update "session" set "ended_at" = $1 where "account_id" = $2 and "ended_at" is null and "chain_id" = (select "one"."chain_id" from "session" as "one" where "one"."token_hash" = $3);

update "session" set "ended_at" = $1 where "account_id" = $2 and "ended_at" is null and "token_hash" <> $3;

update "session" set "ended_at" = $1 where "ended_at" is null and "chain_id" = $2 and "token_hash" <> $3;

update "session" set "ended_at" = $1 where "ended_at" is null and "device_id" = $2;
