set local piket.purpose = 'decision';

select "employee_id" as "employee", "attribute", "value", "valid_from" as "from", "valid_until" as "until", "issuer", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "health_attribute" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "employee_id" as "employee", "attribute", "value", "valid_from" as "from", "valid_until" as "until", "issuer", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "health_attribute" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) and "employee_id" = $8 order by "employee_id", "recorded_at", "id";

insert into "health_attribute" (region_id, "employee_id", "attribute", "value", "valid_from", "valid_until", "issuer", "recorded_at")
      select current_setting('piket.region'), field[1], field[2], field[3], field[4]::date, field[5]::date, field[6], coalesce((field[7])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity') from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;
