select "employee_id" as "employee", "position", "echelon", "unit_id" as "unit", "kind", "letter", "valid_from" as "from", "valid_until" as "until" from "acting_post" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) order by "employee_id", "recorded_at", "id";

select "position", "unit_id" as "unit" from "acting_post" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7);

select distinct "holder"."employee_id" as "inPlaceOf", "post"."valid_from" as "from", "post"."valid_until" as "until" from "acting_post" as "post" inner join "employee_version" as "holder" on "holder"."region_id" = "post"."region_id" and "holder"."unit_id" = "post"."unit_id" and "holder"."position" = "post"."position" where "post"."employee_id" = $1 and "post"."recorded_at" < ($2::timestamp at time zone $3 + interval '1 minute') and ("post"."withdrawn_at" is null or "post"."withdrawn_at" >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and ("post"."valid_from" is null or "post"."valid_from" <= $6) and ("post"."valid_until" is null or "post"."valid_until" >= $7) and "holder"."recorded_at" < ($8::timestamp at time zone $9 + interval '1 minute') and ("holder"."withdrawn_at" is null or "holder"."withdrawn_at" >= ($10::timestamp at time zone $11 + interval '1 minute'))
    and ("holder"."valid_from" is null or "holder"."valid_from" <= $12) and ("holder"."valid_until" is null or "holder"."valid_until" >= $13) and "holder"."employee_id" <> $14 order by "holder"."employee_id";

select distinct "post"."employee_id" as "employee" from "employee_version" as "holder" inner join "acting_post" as "post" on "post"."region_id" = "holder"."region_id" and "post"."unit_id" = "holder"."unit_id" and "post"."position" = "holder"."position" where "holder"."employee_id" = $1 and "post"."recorded_at" < ($2::timestamp at time zone $3 + interval '1 minute') and ("post"."withdrawn_at" is null or "post"."withdrawn_at" >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and ("post"."valid_from" is null or "post"."valid_from" <= $6) and ("post"."valid_until" is null or "post"."valid_until" >= $7) and "holder"."recorded_at" < ($8::timestamp at time zone $9 + interval '1 minute') and ("holder"."withdrawn_at" is null or "holder"."withdrawn_at" >= ($10::timestamp at time zone $11 + interval '1 minute'))
    and ("holder"."valid_from" is null or "holder"."valid_from" <= $12) and ("holder"."valid_until" is null or "holder"."valid_until" >= $13) and "post"."employee_id" <> $14 order by "post"."employee_id";

select "post"."employee_id" as "employee", "post"."position", "post"."echelon", "post"."unit_id" as "unit", "post"."kind", "post"."letter", "post"."valid_from" as "from", "post"."valid_until" as "until", "person"."name", "person"."unit_id" as "postedIn" from (select * from "acting_post" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and ("unit_id" = $7 or starts_with("unit_id", $8))) as "post" inner join lateral (select "name", "unit_id" from "employee_version" where "employee_version"."region_id" = "post"."region_id" and "employee_version"."employee_id" = "post"."employee_id" and recorded_at < ($9::timestamp at time zone $10 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($11::timestamp at time zone $12 + interval '1 minute'))
    and (valid_from is null or valid_from <= $13) and (valid_until is null or valid_until >= $14) order by "recorded_at" desc, "id" desc limit $15) as "person" on true where not ("person"."unit_id" = $16 or starts_with("person"."unit_id", $17)) order by "post"."employee_id";

insert into "acting_post" (region_id, "employee_id", "valid_from", "valid_until", "recorded_at", "position", "echelon", "unit_id", "kind", "letter")
      select current_setting('piket.region'), field[1], field[2]::date, field[3]::date, coalesce((field[4])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'), field[5], field[6], field[7], field[8], field[9] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

select "unit_id" as "unit" from (select distinct on ("unit_id") "unit_id", "head_id" from "unit_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and "unit_id" in (select "unit_id" from "unit_version" where "head_id" = $7) order by "unit_id", "recorded_at" desc, "id" desc) as "unit" where "head_id" = $8;

select "employee_id" from "employee_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and position = any($7::text[]) and unit_id = agency_id;

select "head_id" from "unit_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and head_id is not null and strpos(unit_id, '/') = 0;

select "employee_id" from "employee_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and position = any($7::text[]) and unit_id = agency_id and "unit_id" = $8;

select "head_id" from "unit_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and head_id is not null and strpos(unit_id, '/') = 0 and "unit_id" = $7;

select "echelon" from "employee_version" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "recorded_at" desc, "id" desc limit $8;

select "echelon" from "acting_post" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7);

select "employee_id" from "employee_version" where supervisor_id = any($1::text[]) and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) limit $8;

select "employee_id" as "employee", "nip", "name", "title", "position", "unit_id" as "unit", "agency_id" as "agency", "supervisor_id" as "supervisor", "phone" from (select distinct on ("employee_id") * from "employee_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) order by "employee_id", "recorded_at" desc, "id" desc) as "person" where (supervisor_id = any($7::text[]) or agency_id = any($8::text[])) order by "name", "employee_id";
