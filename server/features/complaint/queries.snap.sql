select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "complaint" ("complaint_id", "code_hash", "kind", "unit_id", "day", "words", "contact", "received_at", "region_id", "number") values ($1, $2, $3, $4, $5, $6, $7, $8, current_setting('piket.region'), (select coalesce(max(one.number), 0) + 1 from complaint as one));

select "complaint_id" as "id", "number", "kind", "unit_id" as "unit", "agency_id" as "agency", "day", "words", "contact", "received_at" as "receivedAt", "taken_by" as "takenBy", "taken_at" as "takenAt", "answer", "answered_by" as "answeredBy", "answered_at" as "answeredAt" from "complaint" where "code_hash" = $1;

select "complaint_id" as "id", "number", "kind", "unit_id" as "unit", "agency_id" as "agency", "day", "words", "contact", "received_at" as "receivedAt", "taken_by" as "takenBy", "taken_at" as "takenAt", "answer", "answered_by" as "answeredBy", "answered_at" as "answeredAt" from "complaint" where "complaint_id" = $1;

select "complaint_id" as "id", "number", "kind", "unit_id" as "unit", "agency_id" as "agency", "day", "words", "contact", "received_at" as "receivedAt", "taken_by" as "takenBy", "taken_at" as "takenAt", "answer", "answered_by" as "answeredBy", "answered_at" as "answeredAt" from "complaint" where "complaint_id" = $1 for update;

select "complaint_id" as "id" from "complaint" order by "number" desc;

select "complaint_id" as "id" from "complaint" where "answered_at" is null and "taken_at" is not null order by "number" desc;

select "complaint_id" as "id" from "complaint" where "answered_at" is not null order by "number" desc;

select "complaint_id" as "id", "number", "kind", "unit_id" as "unit", "agency_id" as "agency", "day", "words", "contact", "received_at" as "receivedAt", "taken_by" as "takenBy", "taken_at" as "takenAt", "answer", "answered_by" as "answeredBy", "answered_at" as "answeredAt" from "complaint" where complaint_id = any($1::uuid[]) order by "number" desc;

select count(*) as "count", min("received_at") as "first" from "complaint" where "received_at" > $1;

update "complaint" set "taken_by" = $1, "taken_at" = $2 where "complaint_id" = $3;

update "complaint" set "answer" = $1, "answered_by" = $2, "answered_at" = $3 where "complaint_id" = $4;

update "complaint" set "contact" = $1 where "contact" is not null and "answered_at" < $2 returning "complaint_id" as "id";
