select "public_key" as "publicKey", "private_key" as "privateKey" from "push_key";

insert into "push_key" ("region_id", "public_key", "private_key") values (current_setting('piket.region'), $1, $2) on conflict do nothing;

select "endpoint_sha256" as "hash", "endpoint", "p256dh", "auth", "subscribed_at" as "since" from "push_subscription" where "employee_id" = $1 order by "subscribed_at" desc, "endpoint_sha256";

select distinct "employee_id" as "employee" from "push_subscription" where employee_id = any($1::text[]);

insert into "push_subscription" ("region_id", "endpoint_sha256", "employee_id", "endpoint", "p256dh", "auth", "subscribed_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5, $6) on conflict ("region_id", "endpoint_sha256") do update set "employee_id" = $7, "endpoint" = $8, "p256dh" = $9, "auth" = $10, "subscribed_at" = $11;

delete from "push_subscription" where "endpoint_sha256" = $1;

delete from "push_subscription" where "employee_id" = $1 and "endpoint_sha256" in (select "endpoint_sha256" from "push_subscription" where "employee_id" = $2 order by "subscribed_at" desc, "endpoint_sha256" offset $3);

select distinct on ("employee_id") "employee_id" as "employee", "mail" from "notice_address" where employee_id = any($1::text[]) order by "employee_id", "id" desc;

insert into "notice_address" ("region_id", "employee_id", "mail", "stated_at") values (current_setting('piket.region'), $1, $2, $3);

insert into "notice" ("region_id", "kind", "subject", "agency_id", "day", "employee_id", "due_at", "told_by", "told_at", "send_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning "notice_id" as "notice";

insert into "delivery" ("region_id", "notice_id", "channel", "state", "changed_at") values (current_setting('piket.region'), $1, $2, $3, $4);

select "kind", "subject", "employee_id" as "employee", "due_at" as "due", "state", "tries" from "delivery" inner join "notice" on "notice"."region_id" = "delivery"."region_id" and "notice"."notice_id" = "delivery"."notice_id" where "delivery"."notice_id" = $1 and "channel" = $2;

update "delivery" set "state" = $1, "tries" = $2, "failed_for" = $3, "changed_at" = $4 where "notice_id" = $5 and "channel" = $6 and "state" = $7;

update "delivery" set "state" = $1, "failed_for" = $2, "changed_at" = $3 where "state" = $4 and "notice_id" in (select "notice"."notice_id" from "notice" where "kind" = $5 and "day" = $6 and subject = any($7::text[]));

select "notice"."notice_id" as "notice", "subject", "employee_id" as "employee", "told_at" as "at", "channel", "state", "tries", "failed_for" as "failedFor" from "notice" left join "delivery" on "delivery"."region_id" = "notice"."region_id" and "delivery"."notice_id" = "notice"."notice_id" where "kind" = $1 and day = any($2::date[]) and told_at >= $3::timestamptz order by "told_at", "notice"."notice_id", "channel";

select coalesce(send_at, told_at) as "sends", due_at > $1::timestamptz and exists (select from delivery
        where delivery.region_id = notice.region_id and delivery.notice_id = notice.notice_id and state = 'queued') as "waits" from "notice" where "employee_id" = $2 and "kind" = $3 order by "sends" desc limit $4;

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));
