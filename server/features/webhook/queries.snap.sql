insert into "webhook" ("webhook_id", "address", "secret", "made_by", "made_at", "kinds", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) on conflict ("region_id", "webhook_id") do nothing returning "webhook_id";

select "address", "kinds" from "webhook" where "webhook_id" = $1 and "made_by" = $2;

select "webhook_id" from "webhook" where "webhook_id" = $1;

select "webhook_id" as "id", "address", "kinds" from "webhook" where "ended_at" is null order by "made_at" desc, "webhook_id";

select "webhook_id" from "webhook" where "webhook_id" = $1 and "ended_at" is null for no key update;

select "delivery_id" from "webhook_delivery" as "delivery" inner join "webhook" on "webhook"."region_id" = "delivery"."region_id" and "webhook"."webhook_id" = "delivery"."webhook_id" inner join "event" on "event"."region_id" = "delivery"."region_id" and "event"."id" = "delivery"."event_id" where "delivery"."webhook_id" = $1 and "event"."kind" = $2 and "state" = $3 limit $4;

update "webhook" set "ended_by" = $1, "ended_at" = $2 where "webhook_id" = $3 and "ended_at" is null returning "address";

select "address", "secret", "ended_at" as "ended", "state", "tries", "delivery"."webhook_id" as "webhook", "thread", "event"."kind", "event"."subject", "event"."agency_id" as "agency", "event"."happened_at" as "happened", clock_timestamp() - queued_at > interval '1 day' as "stale" from "webhook_delivery" as "delivery" inner join "webhook" on "webhook"."region_id" = "delivery"."region_id" and "webhook"."webhook_id" = "delivery"."webhook_id" inner join "event" on "event"."region_id" = "delivery"."region_id" and "event"."id" = "delivery"."event_id" where "delivery_id" = $1;

update "webhook_delivery" set "state" = $1, "tries" = $2, "answer" = $3, "changed_at" = clock_timestamp() where "delivery_id" = $4 and "state" = $5 returning "delivery_id";

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

update "webhook_delivery" set "changed_at" = clock_timestamp() where "delivery_id" = (select "delivery_id" from "webhook_delivery" where "webhook_id" = $1 and "thread" = $2 and "state" = $3 order by "event_id" limit $4) returning "delivery_id" as "delivery";

update "webhook_delivery" set "changed_at" = clock_timestamp() where "delivery_id" in (select distinct on ("webhook_id", coalesce(thread, delivery_id::text)) "delivery_id" from "webhook_delivery" where "state" = $1 order by "webhook_id", coalesce(thread, delivery_id::text), "event_id") and "state" = $2 and clock_timestamp() - changed_at > interval '1 day' returning "delivery_id" as "delivery";

select "delivery_id" as "id", "address", "event"."kind", "event"."subject", "state", "tries", "answer", (extract(epoch from queued_at) * 1000)::float8 as "queued" from "webhook_delivery" as "delivery" inner join "webhook" on "webhook"."region_id" = "delivery"."region_id" and "webhook"."webhook_id" = "delivery"."webhook_id" inner join "event" on "event"."region_id" = "delivery"."region_id" and "event"."id" = "delivery"."event_id" order by "queued_at" desc, "delivery_id" limit $1;
