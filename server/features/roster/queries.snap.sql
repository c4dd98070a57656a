select "unit_id" as "unit", "service", "position", "weekday", "minimum" from "service_minimum" order by "unit_id", "service";

insert into "roster" ("unit_id", "starts_on", "ends_on", "seed", "engine", "pattern", "input_hash", "certificate", "metrics", "infeasible", "region_id", "version", "drawn_by", "published_by", "published_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, current_setting('piket.region'), 1 + coalesce((select max(version) from roster
        where region_id = current_setting('piket.region') and unit_id = $11
          and starts_on = $12 and ends_on = $13), 0), $14, $15, coalesce(($16::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')) returning "roster_id";

insert into "duty" (region_id, "roster_id", "employee_id", "day", "place", "shift", "reason", "clause", "unit_id")
      select current_setting('piket.region'), field[1]::uuid, field[2], field[3]::date, field[4], field[5], field[6], case when field[7] is not null then array(select json_array_elements_text(field[7]::json)) end, field[8] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

select "roster_id", "version", "unit_id", "starts_on", "ends_on", "seed", "engine", "pattern", "input_hash", "certificate", "metrics", "infeasible", "published_by", to_char(published_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') as "published" from "roster" where published_at < ($2::timestamp at time zone $3 + interval '1 minute') and (superseded_at is null or superseded_at >= ($4::timestamp at time zone $5 + interval '1 minute')) and "starts_on" <= $6 and "ends_on" >= $7 order by "unit_id", "starts_on", "ends_on", "version";

select "roster_id", "version", "unit_id", "starts_on", "ends_on", "seed", "engine", "pattern", "input_hash", "certificate", "metrics", "infeasible", "published_by", to_char(published_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') as "published" from "roster" where published_at < ($2::timestamp at time zone $3 + interval '1 minute') and (superseded_at is null or superseded_at >= ($4::timestamp at time zone $5 + interval '1 minute')) and "starts_on" <= $6 and "ends_on" >= $7 and "unit_id" = $8 order by "unit_id", "starts_on", "ends_on", "version";

select "roster_id", "version", "unit_id", "starts_on", "ends_on", "seed", "engine", "pattern", "input_hash", "certificate", "metrics", "infeasible", "published_by", to_char(published_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') as "published" from "roster" where published_at < ($2::timestamp at time zone $3 + interval '1 minute') and (superseded_at is null or superseded_at >= ($4::timestamp at time zone $5 + interval '1 minute')) and "starts_on" <= $6 and "ends_on" >= $7 and "unit_id" in (select "unit_id" from "roster" where "infeasible" is not null) order by "unit_id", "starts_on", "ends_on", "version";

select "employee_id" as "employee", "day", "place", "shift", "reason", "clause", "unit_id" as "unit" from "duty" where "roster_id" = $1 and "place" is not null order by "employee_id", "day";
