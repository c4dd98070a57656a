select place, outcome, received from check_in_many($1::json);

select "public_key" as "key", "usable_from" as "usableFrom", "registered_at" as "registered", "revoked_at" as "revoked" from "device" where "employee_id" = $1 and "device_id" = $2;

insert into "check_in" ("day", "employee_id", "check_in_id", "device_id", "kind", "record", "position", "sha256", "signature", "sent_mono", "sent_wall", "sent_session", "received_at", "region_id", "set_aside") values ($1, $2, $3, $4, $5, $6, $7, $8::bytea, $9::bytea, $10, $11, $12, $13, current_setting('piket.region'), $14) on conflict do nothing returning "check_in_id" as "id";

select "check_in_id" from "check_in" where "day" = $1 and "employee_id" = $2 and "check_in_id" = $3 and "sha256" = $4::bytea and "set_aside" = $5;
