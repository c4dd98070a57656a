select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "count_id" as "id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrected_for" as "correctedFor" from "case_count" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute')) order by "day";

select "count_id" as "id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrected_for" as "correctedFor" from "case_count" where "withdrawn_at" is null order by "day";

select "count_id" as "id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrected_for" as "correctedFor", withdrawn_for as "withdrawnFor" from "case_count" where "withdrawn_for" is not null order by "day", "withdrawn_at";

select "count_id" as "id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrected_for" as "correctedFor", "withdrawn_for" as "withdrawnFor", withdrawn_at is null as "stands" from "case_count" where "count_id" = $1 order by "day";

update "case_count" set "withdrawn_at" = coalesce(($1)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity') where "count_id" = $2;

update "case_count" set "withdrawn_for" = $1, "withdrawn_by" = $2, "withdrawn_at" = coalesce(($3)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity') where "count_id" = $4;

insert into "case_count" ("count_id", "day", "confirmed", "recovered", "died", "in_care", "source", "corrects", "corrected_for", "recorded_by", "region_id", "recorded_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, current_setting('piket.region'), coalesce(($11)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'));
