select "region_id", "slug", "name_id", "name_en", "kind", "zone", "within", "demo_day", "invented", "revision" from "region" order by "region_id";

select "region_id", "slug", "within", "zone", "revision" from "region" where "region_id" = current_setting('piket.region');

insert into "region" ("region_id", "slug", "kind", "zone", "within", "name_id", "name_en", "demo_day", "invented") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict ("region_id") do update set "region_id" = $10, "slug" = $11, "kind" = $12, "zone" = $13, "within" = $14, "name_id" = $15, "name_en" = $16, "demo_day" = $17, "invented" = $18;

insert into "receipt_key" ("region_id") values (current_setting('piket.region')) on conflict do nothing returning "key";

select "key" from "receipt_key";

select "name", "value" from "region_setting" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) order by "recorded_at", "id";

insert into "region_setting" (region_id, "name", "value", "recorded_at")
      select current_setting('piket.region'), field[1], field[2]::jsonb, coalesce((field[3])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity') from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;
