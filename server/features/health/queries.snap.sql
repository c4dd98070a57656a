set local piket.purpose = 'decision';

select "employee_id" as "employee", "attribute", "value", "valid_from" as "from", "valid_until" as "until", "issuer", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "health_attribute" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "employee_id" as "employee", "attribute", "value", "valid_from" as "from", "valid_until" as "until", "issuer", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "health_attribute" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) and "employee_id" = $8 order by "employee_id", "recorded_at", "id";

insert into "health_attribute" (region_id, "employee_id", "attribute", "value", "valid_from", "valid_until", "issuer", "recorded_at", "permit_id")
      select current_setting('piket.region'), field[1], field[2], field[3], field[4]::date, field[5]::date, field[6], coalesce((field[7])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'), field[8]::uuid from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

with ended as (
      update health_attribute set withdrawn_at = coalesce(($1::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')
      where region_id = current_setting('piket.region') and permit_id = $2 and withdrawn_at is null returning *)
    insert into health_attribute
      (region_id, employee_id, valid_from, valid_until, recorded_at, attribute, value, issuer, permit_id)
    select region_id, employee_id, valid_from, $3::date, withdrawn_at, attribute, value, issuer, permit_id
    from ended where valid_from <= $4::date;

insert into "health_claim" ("region_id", "employee_id", "permit_id", "version", "attribute") values (current_setting('piket.region'), $1, $2, $3, $4);

select "employee_id" as "employee", "permit_id" as "permit", "version", "attribute" from "health_claim" where "employee_id" = $1 and permit_id = any($2::uuid[]) order by "permit_id", "version";
