insert into "challenge" ("challenge", "account_id", "expires_at", "region_id") values ($1, $2, $3, current_setting('piket.region'));

delete from "challenge" where "challenge" = $1 returning "account_id" as "account", expires_at > $2 as "fresh";

delete from "challenge" where expires_at < $1;

select "credential_id" as "credential", "account_id" as "account", "public_key" as "publicKey", "counter", "transports", "label", (extract(epoch from registered_at) * 1000)::float8 as "registered", (extract(epoch from used_at) * 1000)::float8 as "used" from "passkey" where "account_id" = $1 and "revoked_at" is null order by "registered_at";

select "credential_id" as "credential", "account_id" as "account", "public_key" as "publicKey", "counter", "transports", "label", (extract(epoch from registered_at) * 1000)::float8 as "registered", (extract(epoch from used_at) * 1000)::float8 as "used" from "passkey" where "credential_id" = $1 and "revoked_at" is null for update;

insert into "passkey" ("credential_id", "account_id", "public_key", "counter", "transports", "label", "registered_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict do nothing returning "credential_id";

update "passkey" set "counter" = $1, "used_at" = $2 where "credential_id" = $3;

update "passkey" set "revoked_at" = $1 where "account_id" = $2 and "credential_id" = $3 and "revoked_at" is null returning "credential_id";

update "passkey" set "revoked_at" = $1 where "account_id" = $2 and "revoked_at" is null returning "credential_id";
