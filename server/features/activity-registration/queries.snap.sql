select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "activity" ("activity_id", "series_id", "continues_id", "agency_id", "unit_id", "purpose", "setting", "village_code", "place", "day", "starts_at", "ends_at", "expected", "registered_by", "registered_on", "registered_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, current_setting('piket.region'));

insert into activity_member (region_id, activity_id, employee_id)
    select current_setting('piket.region'), $1::uuid, employee
    from unnest($2::text[]) as employee;

select "member"."employee_id" as "employee", "one"."purpose", to_char(one.starts_at, 'HH24:MI') as "from", to_char(one.ends_at, 'HH24:MI') as "until" from "activity_member" as "member" inner join "activity" as "one" on "one"."region_id" = "member"."region_id" and "one"."activity_id" = "member"."activity_id" where member.employee_id = any($1::text[]) and "one"."activity_id" <> $2 and "one"."day" = $3 and "one"."state" not in ($4, $5);
