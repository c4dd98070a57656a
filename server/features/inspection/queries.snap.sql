select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "inspection_id" from "inspection" where "inspection_id" = $1 for update;

select "agency_id" as "agency", "inspection_id" as "id" from "inspection" where "day" = $1;

select "agency_id" as "agency", count(*)::int as "visits", max(day)::text as "lastVisit" from "inspection" where "closed_at" is not null and "day" >= $1 group by "agency_id";

insert into "inspection" ("inspection_id", "day", "agency_id", "draw_id", "reason", "planned_by", "planned_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict do nothing returning "inspection_id";

select "inspection_id" as "id", "day", "agency_id" as "agency", "draw_id" as "draw", "reason", "planned_by" as "plannedBy", "begun_by" as "begunBy", "begun_at" as "begunAt", "number", "remark", "office_name" as "officeName", "office_word" as "officeWord", "closed_by" as "closedBy", "closed_at" as "closedAt", "team_signature" as "teamSignature", "office_signature" as "officeSignature", "reply", "replied_by" as "repliedBy", "replied_at" as "repliedAt", "list" from "inspection" where "inspection_id" = $1;

select "inspection_id" as "id", "day", "agency_id" as "agency", "draw_id" as "draw", "reason", "planned_by" as "plannedBy", "begun_by" as "begunBy", "begun_at" as "begunAt", "number", "remark", "office_name" as "officeName", "office_word" as "officeWord", "closed_by" as "closedBy", "closed_at" as "closedAt", "team_signature" as "teamSignature", "office_signature" as "officeSignature", "reply", "replied_by" as "repliedBy", "replied_at" as "repliedAt" from "inspection" where "day" >= $1 order by "day" desc, "planned_at" desc, "agency_id" limit $2;

update "inspection" set "list" = $1, "begun_by" = $2, "begun_at" = $3 where "inspection_id" = $4 and "begun_at" is null returning "inspection_id";

insert into "inspection_mark" ("inspection_id", "mark_id", "employee_id", "kind", "note", "inspector", "marked_at", "received_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, current_setting('piket.region')) on conflict do nothing returning "mark_id";

select "employee_id" as "person", "kind", "note", "inspector", "received_at" as "receivedAt" from "inspection_mark" where "inspection_id" = $1 and "mark_id" = $2;

select "mark_id" as "id", "employee_id" as "person", "kind", "note", "inspector", "marked_at" as "at", "received_at" as "receivedAt" from "inspection_mark" where "inspection_id" = $1 order by "marked_at", "mark_id";

select coalesce(max(number), 0)::int as "last" from "inspection" where extract(year from day) = extract(year from $1::date);

update "inspection" set "remark" = $1, "office_name" = $2, "team_signature" = $3, "office_signature" = $4, "office_word" = $5, "number" = $6, "closed_by" = $7, "closed_at" = $8 where "inspection_id" = $9;

insert into "inspection_finding" ("kind", "circular", "clause", "people", "finding_no", "region_id", "inspection_id") values ($1, $2, $3, $4, $5, current_setting('piket.region'), $6);

select "kind", "circular", "clause", "people" from "inspection_finding" where "inspection_id" = $1 order by "finding_no";

update "inspection" set "reply" = $1, "replied_by" = $2, "replied_at" = $3 where "inspection_id" = $4 and "replied_at" is null returning "inspection_id";
