select "one"."activity_id" as "activity", "one"."series_id" as "series", "one"."continues_id" as "continues", "one"."agency_id" as "agency", "one"."unit_id" as "unit", "one"."purpose", "one"."setting", "one"."village_code" as "village", "village"."name" as "villageName", "village"."district_code" as "district", "one"."place", "one"."day", "one"."expected", "one"."registered_by" as "registeredBy", "one"."registered_on" as "registeredOn", "one"."state", "one"."cleared_under" as "clearedUnder", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."village_code" where "one"."day" >= $1 and "one"."day" <= $2 order by "one"."day", "one"."starts_at", "one"."activity_id";

select "state" from "activity" where "activity_id" = $1 for update;

select "one"."activity_id" as "activity", "one"."series_id" as "series", "one"."continues_id" as "continues", "one"."agency_id" as "agency", "one"."unit_id" as "unit", "one"."purpose", "one"."setting", "one"."village_code" as "village", "village"."name" as "villageName", "village"."district_code" as "district", "one"."place", "one"."day", "one"."expected", "one"."registered_by" as "registeredBy", "one"."registered_on" as "registeredOn", "one"."state", "one"."cleared_under" as "clearedUnder", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."village_code" where "one"."activity_id" = $1;

select "employee_id" from "activity_member" where "activity_id" = $1 order by "employee_id";

select "one"."activity_id" as "activity", "one"."series_id" as "series", "one"."continues_id" as "continues", "one"."agency_id" as "agency", "one"."unit_id" as "unit", "one"."purpose", "one"."setting", "one"."village_code" as "village", "village"."name" as "villageName", "village"."district_code" as "district", "one"."place", "one"."day", "one"."expected", "one"."registered_by" as "registeredBy", "one"."registered_on" as "registeredOn", "one"."state", "one"."cleared_under" as "clearedUnder", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."village_code" where "one"."day" >= $1 and one.state not in ('done', 'postponed', 'cancelled') order by "one"."day", "one"."activity_id";

select "number", "move", "words", "clauses", "made_by" as "by", "made_at" as "at" from "activity_step" where "activity_id" = $1 order by "number";

select "activity_id" as "activity", "day" from "activity" where "continues_id" = $1;

select "activity_id" as "activity", max("told_at") as "at" from "activity_demand" where activity_id = any($1::uuid[]) group by "activity_id";
