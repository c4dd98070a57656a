insert into "escort" ("activity_id", "team_id", "form_id", "proposed_by", "proposed_at", "region_id") values ($1, $2, $3, $4, $5, current_setting('piket.region'));

update "escort" set "state" = $1, "reason" = $2, "said_by" = $3, "said_at" = $4 where "escort_id" = $5;
