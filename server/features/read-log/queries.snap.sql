insert into "sensitive_read" ("region_id", "subject_id", "agency_id", "reader", "purpose", "fields") values (current_setting('piket.region'), $1, $2, $3, $4, $5);

select "reader", "purpose", "fields", "agency_id" as "agency", count(*) as "times", (extract(epoch from max(read_at)) * 1000)::float8 as "lastAt" from "sensitive_read" where ("subject_id" = $1 or "agency_id" = $2) group by "reader", "purpose", "fields", "agency_id", (read_at at time zone $3)::date order by "lastAt" desc limit $4;
