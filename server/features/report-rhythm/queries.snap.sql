select distinct on ("agency_id") "agency_id" as "agency", "every", to_char(due_time, 'HH24:MI') as "time" from "report_setting" where agency_id = any($1::text[]) order by "agency_id", "id" desc;

insert into "report_setting" ("agency_id", "every", "due_time", "set_by", "recorded_at", "region_id") values ($1, $2, $3, $4, $5, current_setting('piket.region'));
