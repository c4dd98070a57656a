insert into "session" ("token_hash", "account_id", "method", "agent", "begun_at", "seen_at", "expires_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region'));

select "token_hash" as "token", "account_id" as "account", "method", "agent", extract(epoch from begun_at) * 1000 as "begun", extract(epoch from seen_at) * 1000 as "seen", extract(epoch from expires_at) * 1000 as "expires", (extract(epoch from coalesce(signed_in_at, begun_at)) * 1000)::float8 as "signedIn" from "session" where "token_hash" = $1 and "ended_at" is null;

select "token_hash" as "token", "account_id" as "account", "method", "agent", extract(epoch from begun_at) * 1000 as "begun", extract(epoch from seen_at) * 1000 as "seen", extract(epoch from expires_at) * 1000 as "expires", (extract(epoch from coalesce(signed_in_at, begun_at)) * 1000)::float8 as "signedIn" from "session" where "account_id" = $1 and "ended_at" is null order by "begun_at" desc;

update "session" set "seen_at" = $1 where "token_hash" = $2;

update "session" set "ended_at" = $1 where "account_id" = $2 and "ended_at" is null;

update "session" set "ended_at" = $1 where "account_id" = $2 and "ended_at" is null and "token_hash" = $3;

update "session" set "ended_at" = $1 where "account_id" = $2 and "ended_at" is null and "token_hash" <> $3;

update "session" set "ended_at" = $1 where "ended_at" is null and "device_id" = $2;

update "session" set "ended_at" = $1 where "ended_at" is null and "renewed_from" = $2;

select "failures", extract(epoch from $1::timestamptz - failed_at)::float8 as "ago" from "sign_in_failure" where "login" = $2 and "browser" = $3;

insert into "sign_in_failure" ("region_id", "login", "browser", "failures", "failed_at") values (current_setting('piket.region'), $1, $2, $3, $4) on conflict ("region_id", "login", "browser") do update set "failures" = sign_in_failure.failures + 1, "failed_at" = $5;

delete from "sign_in_failure" where "login" = $1 and "browser" = $2;
