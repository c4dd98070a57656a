select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "kiosk_pin" ("employee_id", "pin_hash", "set_by", "set_at", "region_id") values ($1, $2, $3, $4, current_setting('piket.region')) on conflict ("region_id", "employee_id") do update set "pin_hash" = "excluded"."pin_hash", "set_by" = "excluded"."set_by", "set_at" = "excluded"."set_at", "failures" = $5, "failed_at" = $6;

select "pin_hash" as "hash", "failures", (extract(epoch from failed_at) * 1000)::float8 as "failedAt" from "kiosk_pin" where "employee_id" = $1 for update;

update "kiosk_pin" set "failures" = $1, "failed_at" = $2 where "employee_id" = $3;
