select "public_key" as "publicKey", "private_key" as "privateKey" from "push_key";

insert into "push_key" ("region_id", "public_key", "private_key") values (current_setting('piket.region'), $1, $2) on conflict do nothing;

select "endpoint_sha256" as "hash", "endpoint", "p256dh", "auth", "subscribed_at" as "since" from "push_subscription" where "employee_id" = $1 order by "subscribed_at" desc, "endpoint_sha256";

select distinct "employee_id" as "employee" from "push_subscription" where employee_id = any($1::text[]);

insert into "push_subscription" ("region_id", "endpoint_sha256", "employee_id", "endpoint", "p256dh", "auth", "subscribed_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5, $6) on conflict ("region_id", "endpoint_sha256") do update set "employee_id" = $7, "endpoint" = $8, "p256dh" = $9, "auth" = $10, "subscribed_at" = $11;

delete from "push_subscription" where "endpoint_sha256" = $1;

delete from "push_subscription" where "employee_id" = $1 and "endpoint_sha256" in (select "endpoint_sha256" from "push_subscription" where "employee_id" = $2 order by "subscribed_at" desc, "endpoint_sha256" offset $3);

select distinct on ("employee_id") "employee_id" as "employee", "mail" from "notice_address" where employee_id = any($1::text[]) order by "employee_id", "id" desc;

insert into "notice_address" ("region_id", "employee_id", "mail", "stated_at") values (current_setting('piket.region'), $1, $2, $3);
