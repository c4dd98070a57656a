select pg_advisory_xact_lock(hashtextextended('case_count ' || current_setting('piket.region'), 0));

select "count_id" as "id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrected_for" as "correctedFor" from "case_count" where "replaced_at" is null order by "day";

select "day", "confirmed", "recovered", "died", "in_care" from "case_count" where "count_id" = $1;

update "case_count" set "replaced_at" = $1 where "count_id" = $2;

insert into "case_count" ("count_id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrects", "corrected_for", "recorded_by", "recorded_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, current_setting('piket.region'));
