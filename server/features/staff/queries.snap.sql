select "unit_id" as "unit", "name", "kind", "class", "sector", "functions", "top_echelons" as "topEchelons", "workplace_in" as "workplaceIn", "employer", "building", "room", "room_capacity" as "roomCapacity", "head_id" as "head", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "unit_version" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "unit_id", "recorded_at", "id";

select "employee_id" as "employee", "name", "nip", "employment", "birth_on" as "birth", "sex", "unit_id" as "unit", "position", "title", "echelon", "job", "rank", "supervisor_id" as "supervisor", "workplace_in" as "workplaceIn", "employer", "work_pattern" as "workPattern", "phone", "email", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "employee_version" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "name", "nip", "birth_on" as "birth", "unit_id" as "unit", "agency_id" as "agency", "position", "title", "supervisor_id" as "supervisor", "phone", "email" from "employee_version" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "recorded_at" desc, "id" desc limit $8;

select distinct on ("employee_id") "employee_id" as "employee", "name" from "employee_version" where employee_id = any($1::text[]) order by "employee_id", "recorded_at" desc, "id" desc;

select distinct on ("employee_id") "employee_id" as "employee", "name" from "employee_version" where employee_id = any($1::text[]) and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') order by "employee_id", "recorded_at" desc, "id" desc;

select distinct on ("employee_id") "employee_id" as "employee", "email" as "mail" from "employee_version" where employee_id = any($1::text[]) and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at" desc, "id" desc;

insert into "employee" (region_id, "employee_id")
      select current_setting('piket.region'), field[1] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line on conflict do nothing;

insert into "unit_version" (region_id, "unit_id", "valid_from", "valid_until", "recorded_at", "name", "kind", "class", "sector", "functions", "top_echelons", "workplace_in", "employer", "building", "room", "room_capacity", "head_id")
      select current_setting('piket.region'), field[1], field[2]::date, field[3]::date, coalesce((field[4])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'), field[5], field[6], case when field[7] is not null then array(select json_array_elements_text(field[7]::json)) end, field[8], case when field[9] is not null then array(select json_array_elements_text(field[9]::json)) end, case when field[10] is not null then array(select json_array_elements_text(field[10]::json)) end, field[11], field[12], field[13], field[14], field[15]::integer, field[16] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

insert into "employee_version" (region_id, "employee_id", "valid_from", "valid_until", "recorded_at", "name", "nip", "employment", "birth_on", "sex", "unit_id", "position", "title", "echelon", "job", "rank", "supervisor_id", "workplace_in", "employer", "work_pattern", "phone", "email")
      select current_setting('piket.region'), field[1], field[2]::date, field[3]::date, coalesce((field[4])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'), field[5], field[6], field[7], field[8]::date, field[9], field[10], field[11], field[12], field[13], field[14], field[15], field[16], field[17], field[18], field[19], field[20], field[21] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

update employee_version set withdrawn_at = coalesce(($1::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')
    from json_to_recordset($2) as ending (id text, "lastDay" date)
    where region_id = current_setting('piket.region') and employee_id = ending.id and withdrawn_at is null
      and (valid_until is null or valid_until > ending."lastDay");

update unit_version set withdrawn_at = coalesce(($1::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')
    from json_to_recordset($2) as ending (id text, "lastDay" date)
    where region_id = current_setting('piket.region') and unit_id = ending.id and withdrawn_at is null
      and (valid_until is null or valid_until > ending."lastDay");
