select place, outcome, received from check_in_many($1::json);

select "public_key" as "key", "usable_from" as "usableFrom", "revoked_at" as "revoked" from "device" where "employee_id" = $1 and "device_id" = $2;

insert into "check_in" ("day", "employee_id", "check_in_id", "device_id", "kind", "record", "position", "sha256", "signature", "sent_mono", "sent_wall", "sent_session", "received_at", "region_id", "set_aside") values ($1, $2, $3, $4, $5, $6, $7, $8::bytea, $9::bytea, $10, $11, $12, $13, current_setting('piket.region'), $14) on conflict do nothing returning "check_in_id" as "id";
