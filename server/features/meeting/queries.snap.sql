select "meeting_id" as "id", "title", "aim", "mode", "place", "link", "day", "agenda", "chair", to_char(starts_at, 'HH24:MI') as "from", to_char(ends_at, 'HH24:MI') as "until", "planned_by" as "plannedBy", "cancelled_for" as "cancelledFor", "cancelled_at" as "cancelledAt", "begun_at" as "begunAt", "remark", "number", "closed_by" as "closedBy", "closed_at" as "closedAt" from "meeting" where "meeting_id" = $1;

select "meeting_id" as "id", "title", "aim", "mode", "place", "link", "day", "agenda", "chair", to_char(starts_at, 'HH24:MI') as "from", to_char(ends_at, 'HH24:MI') as "until", "planned_by" as "plannedBy", "cancelled_for" as "cancelledFor", "cancelled_at" as "cancelledAt", "begun_at" as "begunAt", "remark", "number", "closed_by" as "closedBy", "closed_at" as "closedAt" from "meeting" where "meeting_id" = $1 for update;

select "meeting_id" as "id", "title", "aim", "mode", "place", "link", "day", "agenda", "chair", to_char(starts_at, 'HH24:MI') as "from", to_char(ends_at, 'HH24:MI') as "until", "planned_by" as "plannedBy", "cancelled_for" as "cancelledFor", "cancelled_at" as "cancelledAt", "begun_at" as "begunAt", "remark", "number", "closed_by" as "closedBy", "closed_at" as "closedAt" from "meeting" order by "day" desc, "starts_at" desc, "meeting_id" limit $1;

select "meeting_id" as "id", "title", "aim", "mode", "place", "link", "day", "agenda", "chair", to_char(starts_at, 'HH24:MI') as "from", to_char(ends_at, 'HH24:MI') as "until", "planned_by" as "plannedBy", "cancelled_for" as "cancelledFor", "cancelled_at" as "cancelledAt", "begun_at" as "begunAt", "remark", "number", "closed_by" as "closedBy", "closed_at" as "closedAt" from "meeting" where "meeting_id" in (select "meeting_id" from "meeting_participant" where "employee_id" = $1) order by "day" desc, "starts_at" desc, "meeting_id" limit $2;

insert into "meeting" ("meeting_id", "title", "aim", "day", "starts_at", "ends_at", "mode", "place", "link", "agenda", "planned_by", "planned_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, current_setting('piket.region')) on conflict do nothing returning "meeting_id";

select "participant_id" as "id", "position", "employee_id" as "employee", "name", "post", "body", "attendance", "represented_by" as "representedBy" from "meeting_participant" where "meeting_id" = $1 order by "position";

insert into "meeting_participant" ("meeting_id", "participant_id", "position", "employee_id", "name", "post", "body", "added_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, current_setting('piket.region'));

delete from "meeting_participant" where "meeting_id" = $1 and "participant_id" = $2;

update "meeting_participant" set "attendance" = $1, "represented_by" = $2 where "meeting_id" = $3 and "participant_id" = $4;

update "meeting" set "begun_by" = $1, "begun_at" = $2 where "meeting_id" = $3;

select coalesce(max(number), 0)::int as "last" from "meeting" where extract(year from day) = extract(year from $1::date);
