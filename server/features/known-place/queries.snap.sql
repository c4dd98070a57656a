insert into "known_place" ("place_id", "unit_id", "kind", "name", "latitude", "longitude", "radius", "known_by", "known_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, current_setting('piket.region')) on conflict do nothing returning "place_id" as "id";

select "place_id" as "id", "unit_id" as "unit", "kind", "name", "latitude", "longitude", "radius" from "known_place" where "closed_at" is null order by "name", "place_id";

select "place_id" as "id", "unit_id" as "unit", "kind", "name", "latitude", "longitude", "radius" from "known_place" where "closed_at" is null and "agency_id" = $1 order by "name", "place_id";

select "place_id" as "id", "unit_id" as "unit", "kind", "name", "latitude", "longitude", "radius" from "known_place" where (closed_at is null or closed_at > $1::timestamptz) order by "name", "place_id";

update "known_place" set "closed_by" = $1, "closed_at" = $2 where "agency_id" = $3 and "place_id" = $4 and "closed_at" is null returning "name";
