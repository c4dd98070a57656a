insert into "machine_token" ("token_id", "name", "token_hash", "made_by", "made_at", "expires_at", "permissions", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict ("region_id", "token_id") do nothing returning "token_id";

select "token_id" as "id", "name", "permissions", (extract(epoch from "made_at") * 1000)::float8 as "made", (extract(epoch from "expires_at") * 1000)::float8 as "expires", (extract(epoch from "revoked_at") * 1000)::float8 as "revoked" from "machine_token" where "token_id" = $1 and "made_by" = $2;

select "token_id" as "id", "name", "permissions", (extract(epoch from "made_at") * 1000)::float8 as "made", (extract(epoch from "expires_at") * 1000)::float8 as "expires", (extract(epoch from "revoked_at") * 1000)::float8 as "revoked" from "machine_token" order by "made_at" desc, "token_id";

select "token_id" as "id", "name", "permissions" from "machine_token" where "token_hash" = $1 and "revoked_at" is null and "expires_at" > $2::timestamptz;

update "machine_token" set "revoked_by" = $1, "revoked_at" = $2 where "token_id" = $3 and "revoked_at" is null returning "name";

select "name" from "machine_token" where "token_id" = $1;
