select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "one"."case_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."finding_id" as "finding", "one"."recall_id" as "recall", "one"."inspection_id" as "inspection", "one"."complaint_id" as "complaint", "one"."day", "one"."agency_id" as "agency", "one"."clauses", "one"."words", "one"."opened_by" as "openedBy", "one"."phase" as "toldPhase", "one"."level" as "toldLevel", (extract(epoch from "one"."opened_at") * 1000)::float8 as "openedAt", coalesce((select jsonb_agg(jsonb_build_object(
        'move', step.move, 'words', step.words, 'outcome', step.outcome, 'clause', step.clause,
        'measure', step.measure_id, 'version', step.measure_version, 'by', step.made_by, 'as', step.made_as,
        'at', (extract(epoch from "step"."made_at") * 1000)::float8) order by step.made_at,
          array_position(array['clarify', 'view', 'decide', 'appeal', 'decide_appeal'], step.move))
        from case_step as step where step.region_id = one.region_id and step.employee_id = one.employee_id
          and step.case_id = one.case_id), '[]') as "steps" from "case_file" as "one" where "one"."employee_id" = $1 order by "one"."opened_at" desc, "one"."case_id";

select "one"."case_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."finding_id" as "finding", "one"."recall_id" as "recall", "one"."inspection_id" as "inspection", "one"."complaint_id" as "complaint", "one"."day", "one"."agency_id" as "agency", "one"."clauses", "one"."words", "one"."opened_by" as "openedBy", "one"."phase" as "toldPhase", "one"."level" as "toldLevel", (extract(epoch from "one"."opened_at") * 1000)::float8 as "openedAt", coalesce((select jsonb_agg(jsonb_build_object(
        'move', step.move, 'words', step.words, 'outcome', step.outcome, 'clause', step.clause,
        'measure', step.measure_id, 'version', step.measure_version, 'by', step.made_by, 'as', step.made_as,
        'at', (extract(epoch from "step"."made_at") * 1000)::float8) order by step.made_at,
          array_position(array['clarify', 'view', 'decide', 'appeal', 'decide_appeal'], step.move))
        from case_step as step where step.region_id = one.region_id and step.employee_id = one.employee_id
          and step.case_id = one.case_id), '[]') as "steps" from "case_file" as "one" where "one"."employee_id" = $1 and "one"."case_id" = $2;

select "one"."case_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."finding_id" as "finding", "one"."recall_id" as "recall", "one"."inspection_id" as "inspection", "one"."complaint_id" as "complaint", "one"."day", "one"."agency_id" as "agency", "one"."clauses", "one"."words", "one"."opened_by" as "openedBy", "one"."phase" as "toldPhase", "one"."level" as "toldLevel", (extract(epoch from "one"."opened_at") * 1000)::float8 as "openedAt", coalesce((select jsonb_agg(jsonb_build_object(
        'move', step.move, 'words', step.words, 'outcome', step.outcome, 'clause', step.clause,
        'measure', step.measure_id, 'version', step.measure_version, 'by', step.made_by, 'as', step.made_as,
        'at', (extract(epoch from "step"."made_at") * 1000)::float8) order by step.made_at,
          array_position(array['clarify', 'view', 'decide', 'appeal', 'decide_appeal'], step.move))
        from case_step as step where step.region_id = one.region_id and step.employee_id = one.employee_id
          and step.case_id = one.case_id), '[]') as "steps" from "case_file" as "one" where "one"."closed_at" is null order by "one"."opened_at", "one"."case_id";

select "one"."case_id" as "id", "one"."employee_id" as "employee", "one"."kind", "one"."finding_id" as "finding", "one"."recall_id" as "recall", "one"."inspection_id" as "inspection", "one"."complaint_id" as "complaint", "one"."day", "one"."agency_id" as "agency", "one"."clauses", "one"."words", "one"."opened_by" as "openedBy", "one"."phase" as "toldPhase", "one"."level" as "toldLevel", (extract(epoch from "one"."opened_at") * 1000)::float8 as "openedAt", coalesce((select jsonb_agg(jsonb_build_object(
        'move', step.move, 'words', step.words, 'outcome', step.outcome, 'clause', step.clause,
        'measure', step.measure_id, 'version', step.measure_version, 'by', step.made_by, 'as', step.made_as,
        'at', (extract(epoch from "step"."made_at") * 1000)::float8) order by step.made_at,
          array_position(array['clarify', 'view', 'decide', 'appeal', 'decide_appeal'], step.move))
        from case_step as step where step.region_id = one.region_id and step.employee_id = one.employee_id
          and step.case_id = one.case_id), '[]') as "steps" from "case_file" as "one" where (one.agency_id = any($1::text[]) or one.employee_id = any($2::text[])
    or one.opened_by = $3) and "one"."closed_at" is not null order by "one"."closed_at" desc, "one"."case_id" limit $4;

select "one"."kind", case when one.closed_at is not null then coalesce(second.outcome, first.outcome) end as "outcome", count(*) as "count" from "case_file" as "one" left join "case_step" as "first" on "first"."region_id" = "one"."region_id" and "first"."employee_id" = "one"."employee_id" and "first"."case_id" = "one"."case_id" and "first"."move" = $1 left join "case_step" as "second" on "second"."region_id" = "one"."region_id" and "second"."employee_id" = "one"."employee_id" and "second"."case_id" = "one"."case_id" and "second"."move" = $2 where (one.opened_at at time zone $3)::date between $4::date and $5::date group by "one"."kind", 2;
