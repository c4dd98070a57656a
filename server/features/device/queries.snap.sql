select "device_id" as "device", "slot", "public_key", "label", "registered_at", "usable_from", "approved_by" as "approvedBy", "revoked_at" from "device" where "employee_id" = $1 order by "registered_at" desc, "device_id";

select "employee_id" as "employee", "device_id" as "device", "label", "registered_at" as "registered", "usable_from" as "usableFrom" from "device" where "revoked_at" is null and "usable_from" > $1::timestamptz and employee_id = any($2::text[]) order by "registered_at", "device_id";

select "employee_id" as "employee", "device_id" as "device", "label", "registered_at" as "registered", "usable_from" as "usableFrom" from "device" where "revoked_at" is null and "usable_from" > $1::timestamptz order by "registered_at", "device_id";

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "device" ("employee_id", "slot", "public_key", "label", "registered_at", "usable_from", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) on conflict ("region_id", "public_key") do nothing returning "device_id" as "device";

update "device" set "approved_by" = $1, "usable_from" = least(usable_from, $2::timestamptz) where "employee_id" = $3 and "device_id" = $4 and "revoked_at" is null returning "device_id";

update "device" set "revoked_at" = $1, "revoked_by" = $2 where "employee_id" = $3 and "device_id" = $4 and "revoked_at" is null returning "device_id";
