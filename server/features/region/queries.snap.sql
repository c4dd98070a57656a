select "region_id", "slug", "name_id", "name_en", "kind", "zone", "within", "demo_day", "invented", "revision" from "region" order by "region_id";

select "region_id", "slug", "within", "zone", "revision" from "region" where "region_id" = current_setting('piket.region');

insert into "region" ("region_id", "slug", "kind", "zone", "within", "name_id", "name_en", "demo_day", "invented") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict ("region_id") do update set "region_id" = $10, "slug" = $11, "kind" = $12, "zone" = $13, "within" = $14, "name_id" = $15, "name_en" = $16, "demo_day" = $17, "invented" = $18;

insert into "receipt_key" ("region_id") values (current_setting('piket.region')) on conflict do nothing returning "key";

select "key" from "receipt_key";
