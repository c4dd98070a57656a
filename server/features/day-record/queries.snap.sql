select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select min(day) as "day" from "check_in";

select day as "day", "revision", "people", (extract(epoch from closed_at) * 1000)::float8 as "closedAt", (extract(epoch from derived_at) * 1000)::float8 as "derivedAt" from "day_closing" where "day" >= $1 and "day" <= $2 order by "day";


    select day from day_closing as closing where (day >= $1 and (
      exists (select from check_in as made where made.region_id = closing.region_id and made.day = closing.day
        and made.received_at > closing.derived_at)
      or exists (select from work_report as sent where sent.region_id = closing.region_id and sent.day = closing.day
        and sent.sent_at > closing.derived_at)
      or exists (select from permit where permit.region_id = closing.region_id
        and closing.day between permit.starts_on and permit.ends_on
        and greatest(permit.asked_at, permit.decided_at, permit.ended_at) > closing.derived_at)
      or exists (select from outage where outage.region_id = closing.region_id
        and outage.starts_at < closing.day + interval '2 days'
        and coalesce(outage.ends_at, now()) > closing.day - interval '1 day'
        and (greatest(outage.recorded_at, outage.withdrawn_at) > closing.derived_at
          or exists (select from event where event.region_id = outage.region_id and event.subject = outage.region_id
            and event.kind in ('outage-confirmed', 'outage-ended') and event.body->>'outage' = outage.id::text
            and event.happened_at > closing.derived_at)))
    ))
    or exists (select from voucher where voucher.region_id = closing.region_id and voucher.day = closing.day
      and greatest(voucher.vouched_at, voucher.withdrawn_at) > closing.derived_at)
    or exists (select from fingerprint as tap where tap.region_id = closing.region_id and tap.day = closing.day
      and tap.imported_at > closing.derived_at)
    or exists (select from correction as one left join correction_decision as decision
        using (region_id, employee_id, correction_id)
      where one.region_id = closing.region_id and one.day = closing.day
      and greatest(one.asked_at, one.appealed_at, decision.decided_at) > closing.derived_at)
    or exists (select from objection as one left join objection_decision as decision
        using (region_id, employee_id, objection_id)
      where one.region_id = closing.region_id
      and (one.day = closing.day or (one.standing and one.day <= closing.day))
      and greatest(one.asked_at, one.appealed_at, one.withdrawn_at, decision.decided_at) > closing.derived_at)
    order by day;

select "employee_id", "version", "agency_id", "employment", "planned", "clause", "state", "deviation", "standing", "arrival", "leaving", "minutes_late", "minutes_early", "evidence", "outage", "report", "open_for" from "day_record" where "day" = $1 and "replaced_at" is null;

select day as "day", "employee_id", "version", "agency_id", "employment", "planned", "clause", "state", "deviation", "standing", "arrival", "leaving", "minutes_late", "minutes_early", "evidence", "outage", "report", "open_for" from "day_record" where "day" >= $1 and "day" <= $2 and "replaced_at" is null and employee_id = any($3::text[]) order by "employee_id", "day";

select day as "day", "employee_id", "version", "agency_id", "employment", "planned", "clause", "state", "deviation", "standing", "arrival", "leaving", "minutes_late", "minutes_early", "evidence", "outage", "report", "open_for" from "day_record" where "day" >= $1 and "day" <= $2 and "replaced_at" is null and "agency_id" = $3 order by "employee_id", "day";

select distinct day as "day" from "day_record" where "replaced_at" is null and (report = 'due' or 'correction' = any(open_for));

select day as "day", "employee_id", "version", "agency_id", "employment", "planned", "clause", "state", "deviation", "standing", "arrival", "leaving", "minutes_late", "minutes_early", "evidence", "outage", "report", "open_for" from "day_record" where "day" >= $1 and "day" <= $2 and "replaced_at" is null and "standing" = $3 order by "employee_id", "day";

select "agency_id" as "agency", day as "day", count(*) filter (where standing <> 'none')::int as "working", count(*) filter (where state = 'at_office')::int as "office", count(*) filter (where state = 'at_home')::int as "home", count(*) filter (where state in ('in_field', 'elsewhere'))::int as "field", count(*) filter (where standing = 'excused')::int as "excused", count(*) filter (where standing = 'unexcused' and open_for = '{}')::int as "missing", count(*) filter (where open_for <> '{}')::int as "open", count(*) filter (where 'correction' = any(open_for))::int as "corrections", count(*) filter (where minutes_late > 0 and open_for = '{}')::int as "late", count(*) filter (where report in ('sent', 'late', 'missing'))::int as "reportsAsked", count(*) filter (where report in ('sent', 'late'))::int as "reportsSent", count(*) filter (where report = 'missing')::int as "reportsMissing" from "day_record" where "day" >= $1 and "day" <= $2 and "replaced_at" is null group by "agency_id", "day" order by "agency_id", "day";

select "agency_id" as "agency", day as "day", count(*) filter (where standing <> 'none')::int as "working", count(*) filter (where state = 'at_office')::int as "office", count(*) filter (where state = 'at_home')::int as "home", count(*) filter (where state in ('in_field', 'elsewhere'))::int as "field", count(*) filter (where standing = 'excused')::int as "excused", count(*) filter (where standing = 'unexcused' and open_for = '{}')::int as "missing", count(*) filter (where open_for <> '{}')::int as "open", count(*) filter (where 'correction' = any(open_for))::int as "corrections", count(*) filter (where minutes_late > 0 and open_for = '{}')::int as "late", count(*) filter (where report in ('sent', 'late', 'missing'))::int as "reportsAsked", count(*) filter (where report in ('sent', 'late'))::int as "reportsSent", count(*) filter (where report = 'missing')::int as "reportsMissing" from "day_record" where "day" >= $1 and "day" <= $2 and "replaced_at" is null and "agency_id" = $3 group by "agency_id", "day" order by "agency_id", "day";

update "day_record" set "replaced_at" = $1 where "day" = $2 and employee_id = any($3::text[]) and "replaced_at" is null;

insert into "day_record" (region_id, "day", "derived_at", "employee_id", "version", "agency_id", "employment", "planned", "clause", "state", "deviation", "standing", "arrival", "leaving", "minutes_late", "minutes_early", "evidence", "outage", "report", "open_for")
      select current_setting('piket.region'), field[1]::date, field[2]::timestamptz, field[3], field[4]::integer, field[5], field[6], field[7], field[8], field[9], field[10], field[11], field[12], field[13], field[14]::integer, field[15]::integer, field[16]::integer, field[17], field[18], case when field[19] is not null then array(select json_array_elements_text(field[19]::json)) end from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

insert into "day_closing" ("region_id", "day", "closed_at", "derived_at", "revision", "people") values (current_setting('piket.region'), $1, $2, $3, $4, $5) on conflict ("region_id", "day") do update set "derived_at" = $6, "revision" = $7, "people" = $8;
