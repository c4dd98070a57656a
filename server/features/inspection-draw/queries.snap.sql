insert into "inspection_draw" ("draw_id", "day", "seed", "wanted", "candidates", "drawn_by", "drawn_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict do nothing returning "draw_id";

select "draw_id" as "id", "day", "seed", "wanted", "candidates", "drawn_by" as "by", "drawn_at" as "at" from "inspection_draw" where "draw_id" = $1;
