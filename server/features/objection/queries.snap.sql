insert into "objection" ("kind", "day", "standing", "staff_column", "reason", "clause", "receipt", "seen_receipt", "employee_id", "objection_id", "asked_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, current_setting('piket.region'));

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "one"."objection_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."day", "one"."standing" as "everyDay", "one"."staff_column" as "column", "one"."reason", "one"."clause", "one"."receipt", "one"."seen_receipt" as "seenReceipt", (extract(epoch from "one"."asked_at") * 1000)::float8 as "askedAt", "one"."appealed_for" as "appealedFor", (extract(epoch from "one"."appealed_at") * 1000)::float8 as "appealedAt", (extract(epoch from "one"."withdrawn_at") * 1000)::float8 as "withdrawnAt", case when "first"."round" is not null then jsonb_build_object(
    'outcome', "first"."outcome", 'reason', "first"."reason", 'clause', "first"."clause",
    'changedAt', "first"."changed_at", 'rightFrom', "first"."right_from", 'by', "first"."decided_by",
    'level', "first"."decided_as", 'at', (extract(epoch from "first"."decided_at") * 1000)::float8) end as "decision", case when "second"."round" is not null then jsonb_build_object(
    'outcome', "second"."outcome", 'reason', "second"."reason", 'clause', "second"."clause",
    'changedAt', "second"."changed_at", 'rightFrom', "second"."right_from", 'by', "second"."decided_by",
    'level', "second"."decided_as", 'at', (extract(epoch from "second"."decided_at") * 1000)::float8) end as "appealDecision" from "objection" as "one" left join "objection_decision" as "first" on "first"."region_id" = "one"."region_id" and "first"."employee_id" = "one"."employee_id" and "first"."objection_id" = "one"."objection_id" and "first"."round" = $1 left join "objection_decision" as "second" on "second"."region_id" = "one"."region_id" and "second"."employee_id" = "one"."employee_id" and "second"."objection_id" = "one"."objection_id" and "second"."round" = $2 where "one"."employee_id" = $3 order by "one"."asked_at" desc, "one"."objection_id";

select "one"."objection_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."day", "one"."standing" as "everyDay", "one"."staff_column" as "column", "one"."reason", "one"."clause", "one"."receipt", "one"."seen_receipt" as "seenReceipt", (extract(epoch from "one"."asked_at") * 1000)::float8 as "askedAt", "one"."appealed_for" as "appealedFor", (extract(epoch from "one"."appealed_at") * 1000)::float8 as "appealedAt", (extract(epoch from "one"."withdrawn_at") * 1000)::float8 as "withdrawnAt", case when "first"."round" is not null then jsonb_build_object(
    'outcome', "first"."outcome", 'reason', "first"."reason", 'clause', "first"."clause",
    'changedAt', "first"."changed_at", 'rightFrom', "first"."right_from", 'by', "first"."decided_by",
    'level', "first"."decided_as", 'at', (extract(epoch from "first"."decided_at") * 1000)::float8) end as "decision", case when "second"."round" is not null then jsonb_build_object(
    'outcome', "second"."outcome", 'reason', "second"."reason", 'clause', "second"."clause",
    'changedAt', "second"."changed_at", 'rightFrom', "second"."right_from", 'by', "second"."decided_by",
    'level', "second"."decided_as", 'at', (extract(epoch from "second"."decided_at") * 1000)::float8) end as "appealDecision" from "objection" as "one" left join "objection_decision" as "first" on "first"."region_id" = "one"."region_id" and "first"."employee_id" = "one"."employee_id" and "first"."objection_id" = "one"."objection_id" and "first"."round" = $1 left join "objection_decision" as "second" on "second"."region_id" = "one"."region_id" and "second"."employee_id" = "one"."employee_id" and "second"."objection_id" = "one"."objection_id" and "second"."round" = $2 where "one"."employee_id" = $3 and "one"."objection_id" = $4;

select "one"."objection_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."day", "one"."standing" as "everyDay", "one"."staff_column" as "column", "one"."reason", "one"."clause", "one"."receipt", "one"."seen_receipt" as "seenReceipt", (extract(epoch from "one"."asked_at") * 1000)::float8 as "askedAt", "one"."appealed_for" as "appealedFor", (extract(epoch from "one"."appealed_at") * 1000)::float8 as "appealedAt", (extract(epoch from "one"."withdrawn_at") * 1000)::float8 as "withdrawnAt", case when "first"."round" is not null then jsonb_build_object(
    'outcome', "first"."outcome", 'reason', "first"."reason", 'clause', "first"."clause",
    'changedAt', "first"."changed_at", 'rightFrom', "first"."right_from", 'by', "first"."decided_by",
    'level', "first"."decided_as", 'at', (extract(epoch from "first"."decided_at") * 1000)::float8) end as "decision", case when "second"."round" is not null then jsonb_build_object(
    'outcome', "second"."outcome", 'reason', "second"."reason", 'clause', "second"."clause",
    'changedAt', "second"."changed_at", 'rightFrom', "second"."right_from", 'by', "second"."decided_by",
    'level', "second"."decided_as", 'at', (extract(epoch from "second"."decided_at") * 1000)::float8) end as "appealDecision" from "objection" as "one" left join "objection_decision" as "first" on "first"."region_id" = "one"."region_id" and "first"."employee_id" = "one"."employee_id" and "first"."objection_id" = "one"."objection_id" and "first"."round" = $1 left join "objection_decision" as "second" on "second"."region_id" = "one"."region_id" and "second"."employee_id" = "one"."employee_id" and "second"."objection_id" = "one"."objection_id" and "second"."round" = $2 where "one"."withdrawn_at" is null and ("first"."outcome" is null or ("one"."appealed_at" is not null and "second"."outcome" is null)) order by "one"."asked_at", "one"."objection_id";

select "one"."employee_id" as "employee" from "objection" as "one" left join "objection_decision" as "first" on "first"."region_id" = "one"."region_id" and "first"."employee_id" = "one"."employee_id" and "first"."objection_id" = "one"."objection_id" and "first"."round" = $1 left join "objection_decision" as "second" on "second"."region_id" = "one"."region_id" and "second"."employee_id" = "one"."employee_id" and "second"."objection_id" = "one"."objection_id" and "second"."round" = $2 where (one.day = $3::date or (one.standing and one.day < $4::date)) and one.employee_id = any($5::text[]) and "one"."withdrawn_at" is null and "second"."outcome" is null and (first.outcome is null or (first.outcome = 'refused'
        and (one.appealed_at is not null or first.decided_at > $6::timestamptz)));

insert into "objection_decision" ("round", "outcome", "reason", "clause", "changed_at", "right_from", "decided_by", "decided_as", "decided_at", "employee_id", "objection_id", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, current_setting('piket.region'));

update "objection" set "appealed_at" = $1, "appealed_for" = $2 where "employee_id" = $3 and "objection_id" = $4;

update "objection" set "withdrawn_at" = $1 where "employee_id" = $2 and "objection_id" = $3;
