insert into "activity" ("activity_id", "series_id", "agency_id", "unit_id", "purpose", "setting", "village_code", "place", "day", "starts_at", "ends_at", "expected", "registered_by", "registered_on", "registered_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, current_setting('piket.region')) on conflict do nothing returning "activity_id" as "activity";

insert into activity_member (region_id, activity_id, employee_id)
    select current_setting('piket.region'), $1::uuid, employee
    from unnest($2::text[]) as employee;

select "one"."activity_id" as "activity", "one"."series_id" as "series", "one"."agency_id" as "agency", "one"."unit_id" as "unit", "one"."purpose", "one"."setting", "one"."village_code" as "village", "village"."name" as "villageName", "village"."district_code" as "district", "one"."place", "one"."day", "one"."expected", "one"."registered_by" as "registeredBy", "one"."registered_on" as "registeredOn", "one"."state", "one"."cleared_under" as "clearedUnder", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."village_code" where "one"."day" >= $1 and "one"."day" <= $2 order by "one"."day", "one"."starts_at", "one"."activity_id";

select "state" from "activity" where "activity_id" = $1 for update;

select "one"."activity_id" as "activity", "one"."series_id" as "series", "one"."agency_id" as "agency", "one"."unit_id" as "unit", "one"."purpose", "one"."setting", "one"."village_code" as "village", "village"."name" as "villageName", "village"."district_code" as "district", "one"."place", "one"."day", "one"."expected", "one"."registered_by" as "registeredBy", "one"."registered_on" as "registeredOn", "one"."state", "one"."cleared_under" as "clearedUnder", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."village_code" where "one"."activity_id" = $1;

select "member"."employee_id" as "employee", "one"."purpose", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity_member" as "member" inner join "activity" as "one" on "one"."region_id" = "member"."region_id" and "one"."activity_id" = "member"."activity_id" where member.employee_id = any($1::text[]) and "one"."activity_id" <> $2 and "one"."day" = $3 and "one"."state" <> $4;

select "employee_id" from "activity_member" where "activity_id" = $1 order by "employee_id";

select "one"."activity_id" as "activity", "one"."series_id" as "series", "one"."agency_id" as "agency", "one"."unit_id" as "unit", "one"."purpose", "one"."setting", "one"."village_code" as "village", "village"."name" as "villageName", "village"."district_code" as "district", "one"."place", "one"."day", "one"."expected", "one"."registered_by" as "registeredBy", "one"."registered_on" as "registeredOn", "one"."state", "one"."cleared_under" as "clearedUnder", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."village_code" where "one"."day" >= $1 and one.state not in ('done', 'cancelled') order by "one"."day", "one"."activity_id";

select "number", "move", "words", "clauses", "made_by" as "by", "made_at" as "at" from "activity_step" where "activity_id" = $1 order by "number";
