select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "service_channel" ("channel_id", "unit_id", "kind", "address", "stated_by", "stated_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'));

select "unit_id" as "unit", "kind", "address", "stated_by" as "by" from "service_channel" where "channel_id" = $1;

select "channel_id" as "id", "unit_id" as "unit", "kind", "address" from "service_channel" where "closed_at" is null order by "stated_at", "channel_id";

select "channel_id" as "id", "unit_id" as "unit", "kind", "address" from "service_channel" where "closed_at" is null and "unit_id" = $1 order by "stated_at", "channel_id";

update "service_channel" set "closed_by" = $1, "closed_at" = $2 where "channel_id" = $3 and "closed_at" is null returning "unit_id" as "unit", "kind", "address";
