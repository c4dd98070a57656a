insert into "signal_answer" ("kind", "until_day", "answer", "words", "employee_id", "answered_by", "answered_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict do nothing returning "answer";

select "words", "answered_by" as "by" from "signal_answer" where "employee_id" = $1 and "kind" = $2 and "until_day" = $3 and "answer" = $4;

select "employee_id" as "employee", "kind", "until_day" as "until", "answer", "words", "answered_by" as "by" from "signal_answer" where employee_id = any($1::text[]) and "until_day" >= $2 order by "answered_at";
