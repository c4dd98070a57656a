select pg_advisory_xact_lock(hashtextextended(
    'return ' || current_setting('piket.region') || ' ' || $1 || ' ' || $2, 0));

insert into "attendance_return" ("day", "agency_id", "return_id", "stated_by", "acting", "stated_at", "due_at", "figures", "deviations", "note", "region_id", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, current_setting('piket.region'), 1 + coalesce((select max(version) from attendance_return
        where region_id = current_setting('piket.region') and day = $11 and agency_id = $12), 0)) on conflict ("region_id", "return_id") do nothing returning "version";

select distinct on ("agency_id") "agency_id" as "agency", "version", "return_id" as "id", "stated_by" as "by", "acting", "figures", "deviations", "note", "stated_at" as "stated", "due_at" as "due" from "attendance_return" where "day" = $1 order by "agency_id", "version" desc;

select distinct on ("agency_id") "agency_id" as "agency", "version", "return_id" as "id", "stated_by" as "by", "acting", "figures", "deviations", "note", "stated_at" as "stated", "due_at" as "due" from "attendance_return" where "day" = $1 and "agency_id" = $2 order by "agency_id", "version" desc;
