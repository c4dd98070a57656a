select "one"."employee_id" as "employee", "one"."check_in_id" as "id", "one"."record", "one"."position", "one"."signature", "device"."public_key" as "key" from "check_in" as "one" inner join "device" on "device"."region_id" = "one"."region_id" and "device"."employee_id" = "one"."employee_id" and "device"."device_id" = "one"."device_id" where "one"."day" = $1 and not exists (select "grade"."check_in_id" from "check_in_grade" as "grade" where "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id") limit $2;

insert into check_in_grade (region_id, day, employee_id, check_in_id, signature_holds, anchor_holds)
    select current_setting('piket.region'), $1, employee, id, "signatureHolds", "anchorHolds"
    from json_to_recordset($2::json) as grade
      (employee text, id uuid, "signatureHolds" boolean, "anchorHolds" boolean)
    on conflict do nothing;

select "one"."record", "one"."position", "one"."sha256", "one"."received_at", "one"."sent_mono", "one"."sent_wall", "device"."registered_at", "one"."sent_session", "grade"."signature_holds", "grade"."anchor_holds", "grade"."near_to", "grade"."near_band", "grade"."near_within", "grade"."near_accuracy" from "check_in" as "one" left join "check_in_grade" as "grade" on "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id" inner join "device" on "device"."region_id" = "one"."region_id" and "device"."employee_id" = "one"."employee_id" and "device"."device_id" = "one"."device_id" where "one"."day" >= $1 and "one"."day" <= $2 and "one"."set_aside" = $3 order by "one"."received_at", "one"."check_in_id";

select "one"."record", "one"."position", "one"."sha256", "one"."received_at", "one"."sent_mono", "one"."sent_wall", "device"."registered_at", "one"."sent_session", "grade"."signature_holds", "grade"."anchor_holds", "grade"."near_to", "grade"."near_band", "grade"."near_within", "grade"."near_accuracy" from "check_in" as "one" left join "check_in_grade" as "grade" on "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id" inner join "device" on "device"."region_id" = "one"."region_id" and "device"."employee_id" = "one"."employee_id" and "device"."device_id" = "one"."device_id" where "one"."day" >= $1 and "one"."day" <= $2 and "one"."set_aside" = $3 and one.employee_id = any($4::text[]) order by "one"."received_at", "one"."check_in_id";

select "one"."record", "one"."position", "one"."sha256", "one"."received_at", "one"."sent_mono", "one"."sent_wall", "device"."registered_at", "one"."sent_session", "grade"."signature_holds", "grade"."anchor_holds", "grade"."near_to", "grade"."near_band", "grade"."near_within", "grade"."near_accuracy" from "check_in" as "one" left join "check_in_grade" as "grade" on "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id" inner join "device" on "device"."region_id" = "one"."region_id" and "device"."employee_id" = "one"."employee_id" and "device"."device_id" = "one"."device_id" where "one"."day" >= $1 and "one"."day" <= $2 and "one"."set_aside" = $3 and (
  one.employee_id = any($4::text[])
  or one.employee_id in (select employee_id from employee_version where agency_id = any($5::text[]))
    and ("one"."day", "one"."position"::json->>'latitude', "one"."position"::json->>'longitude', "one"."position"::json->>'imprint') in (
      select "own"."day", "own"."position"::json->>'latitude', "own"."position"::json->>'longitude', "own"."position"::json->>'imprint' from check_in as own
      where own.day between $6 and $7 and own.employee_id = any($8::text[])
        and own.position is not null
    )
) order by "one"."received_at", "one"."check_in_id";

select distinct "one"."day" from "check_in" as "one" inner join "check_in_grade" as "grade" on "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id" where "one"."day" >= $1 and "one"."day" <= $2 and "one"."position" is not null order by "one"."day";

select "one"."employee_id" as "employee", "one"."check_in_id" as "id", "one"."record", "one"."position" from "check_in" as "one" inner join "check_in_grade" as "grade" on "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id" where "one"."day" = $1 and "one"."position" is not null order by "one"."employee_id", "one"."check_in_id" limit $2;

with found as (
      select * from json_to_recordset($1::json) as found
        (employee text, id uuid, "to" uuid, band text, "within" integer, accuracy double precision)
    ), kept as (
      update check_in_grade as grade set near_to = found."to", near_band = found.band, near_within = found."within",
        near_accuracy = found.accuracy
      from found where grade.region_id = current_setting('piket.region') and grade.day = $2
        and grade.employee_id = found.employee and grade.check_in_id = found.id
    )
    update check_in as one set position = null
      from found where one.region_id = current_setting('piket.region') and one.day = $3
        and one.employee_id = found.employee and one.check_in_id = found.id;
