select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "coverage_id" as "id" from "coverage" limit $1;

select "coverage_id" as "id", "day", "target_group" as "group", "target", "first_dose" as "first", "second_dose" as "second", "source", "corrected_for" as "correctedFor", "told", "told_districts" as "toldDistricts", "merged", "withdrawn_at" as "withdrawnAt" from "coverage" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute')) order by "day" desc, "number" desc;

select distinct on ("target_group") "coverage_id" as "id", "day", "target_group" as "group", "target", "first_dose" as "first", "second_dose" as "second", "source", "corrected_for" as "correctedFor", "told", "told_districts" as "toldDistricts", "merged", "withdrawn_at" as "withdrawnAt" from "coverage" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute')) and "day" <= $5 and "told_districts" > $6 order by "target_group", "day" desc;

select "coverage_id" as "id", "day", "target_group" as "group", "target", "first_dose" as "first", "second_dose" as "second", "source", "corrected_for" as "correctedFor", "told", "told_districts" as "toldDistricts", "merged", "withdrawn_at" as "withdrawnAt" from "coverage" where "target_group" = $1 order by "number";

select "coverage_id" as "id", "day", "target_group" as "group", "target", "first_dose" as "first", "second_dose" as "second", "source", "corrected_for" as "correctedFor", "told", "told_districts" as "toldDistricts", "merged", "withdrawn_at" as "withdrawnAt" from "coverage" where "coverage_id" = $1;

select "coverage_id" as "id", "district_code" as "district", "target", "first_dose" as "first", "second_dose" as "second" from "coverage_district" where "coverage_id" in ($1) order by "district_code";

update "coverage" set "withdrawn_at" = coalesce(($1)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity') where "coverage_id" = $2;

insert into "coverage" ("coverage_id", "day", "target_group", "target", "first_dose", "second_dose", "source", "told", "told_districts", "merged", "corrects", "corrected_for", "recorded_by", "region_id", "number", "recorded_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, current_setting('piket.region'), (select coalesce(max(number), 0) + 1 from coverage), coalesce(($14)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'));

insert into "coverage_district" (region_id, "coverage_id", "district_code", "target", "first_dose", "second_dose")
      select current_setting('piket.region'), field[1]::uuid, field[2], field[3]::integer, field[4]::integer, field[5]::integer from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;
