insert into "circular_attention" ("region_id", "circular_id", "reason", "about", "told_at") values (current_setting('piket.region'), $1, $2, $3, $4) on conflict do nothing returning "about";
