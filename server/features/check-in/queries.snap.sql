select place, outcome, received from check_in_many($1::json);

update "check_in" as "one" set "position" = $1 where "one"."day" >= $2 and "one"."day" <= $3 and "one"."position" is not null and exists (select "grade"."check_in_id" from "check_in_grade" as "grade" where "grade"."region_id" = "one"."region_id" and "grade"."day" = "one"."day" and "grade"."employee_id" = "one"."employee_id" and "grade"."check_in_id" = "one"."check_in_id");
