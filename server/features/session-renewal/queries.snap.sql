insert into "session_challenge" ("region_id", "token_hash", "employee_id", "device_id", "challenge", "expires_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5) on conflict ("region_id", "token_hash") do update set "employee_id" = $6, "device_id" = $7, "challenge" = $8, "expires_at" = $9;

delete from "session_challenge" where "token_hash" = $1 returning "employee_id" as "employee", "device_id" as "device", "challenge", (extract(epoch from expires_at) * 1000)::float8 as "expires";
