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
