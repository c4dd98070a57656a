select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "attendance_return" ("day", "agency_id", "return_id", "stated_by", "acting", "stated_at", "due_at", "figures", "deviations", "note", "region_id", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, current_setting('piket.region'), 1 + coalesce((select max(version) from attendance_return
        where region_id = current_setting('piket.region') and day = $11 and agency_id = $12), 0)) on conflict ("region_id", "return_id") do nothing returning "version";

select distinct on ("agency_id") "agency_id" as "agency", "version", "return_id" as "id", "stated_by" as "by", "acting", "figures", "deviations", "note", "stated_at" as "stated", "due_at" as "due" from "attendance_return" where "day" = $1 order by "agency_id", "version" desc;

select distinct on ("agency_id") "agency_id" as "agency", "version", "return_id" as "id", "stated_by" as "by", "acting", "figures", "deviations", "note", "stated_at" as "stated", "due_at" as "due" from "attendance_return" where "day" = $1 and "agency_id" = $2 order by "agency_id", "version" desc;


      select agency_id as agency, count(*)::int as days, (count(*) filter (where stated_at > due_at))::int as late
      from attendance_return where version = 1 and day between $1 and $2 group by agency_id;


      select agency_id as agency, day from (
        select distinct on (day, agency_id) day, agency_id, figures from attendance_return
        where day between $1 and $2 order by day, agency_id, version desc) as newest
      where (figures->>'tooFull')::int > 0 or (figures->>'tooEmpty')::int > 0
        or jsonb_array_length(figures->'lacking') > 0;
