insert into "activity_step" ("number", "move", "words", "made_by", "made_at", "clauses", "activity_id", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region'));

update "activity" set "state" = $1, "cleared_under" = $2 where "activity_id" = $3;

insert into "activity_demand" ("activity_id", "clause", "told_at", "region_id") values ($1, $2, $3, current_setting('piket.region')) on conflict do nothing returning "clause";
