insert into "office_screen" ("screen_id", "unit_id", "name", "token_hash", "opened_by", "opened_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) on conflict ("region_id", "screen_id") do nothing returning "screen_id";

select "unit_id" as "unit", "name" from "office_screen" where "screen_id" = $1 and "opened_by" = $2;

select "screen_id" as "screen", "unit_id" as "unit", "name", "opened_at" as "opened" from "office_screen" where "agency_id" = $1 and "closed_at" is null order by "opened_at" desc, "screen_id";

select "screen_id" as "screen", "unit_id" as "unit", "name" from "office_screen" where "token_hash" = $1 and "closed_at" is null;

update "office_screen" set "closed_by" = $1, "closed_at" = $2 where "agency_id" = $3 and "screen_id" = $4 and "closed_at" is null returning "screen_id";

select "screen_id" from "office_screen" where "agency_id" = $1 and "screen_id" = $2;
