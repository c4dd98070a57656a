select "employee_id" as "employee", "attribute", "value", "issuer", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "attribute" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "employee_id" as "employee", "kind", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "leave" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "letter", "employee_id" as "employee", "number", "dated_on" as "dated", "signer_echelon" as "signerEchelon", "signed_by" as "by", "reported_to" as "reportedTo", "reported_on" as "reportedOn", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "letter" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "status", "subject", "value", "authority", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "status" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "recorded_at", "id";

select "type", "subject", "valid_until" as "until", "authority", concat_ws('T', starts_on, to_char(starts_time, 'HH24:MI')) as "from", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "declared_event" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute')) and "starts_on" <= $6 order by "recorded_at", "id";

select "circular_id" as "circular", "clause", "unit_id" as "unit", "value", "answered_by" as "by", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "answer" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "recorded_at", "id";

select "employee_id" as "employee", "day", "action", "ordered_by" as "by", "reason", day || 'T' || to_char(starts_time, 'HH24:MI') as "at" from "override" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute')) and "day" >= $5 and "day" <= $6 order by "recorded_at", "id";

with "held" as (select * from "roster" where published_at < ($1::timestamp at time zone $2 + interval '1 minute') and (superseded_at is null or superseded_at >= ($3::timestamp at time zone $4 + interval '1 minute'))) select "duty"."employee_id" as "employee", "duty"."day", "duty"."place", "duty"."shift" from "duty" inner join "held" on "held"."region_id" = "duty"."region_id" and "held"."roster_id" = "duty"."roster_id" where "duty"."day" >= $5 and "duty"."day" <= $6 and "duty"."place" is not null and not exists (select "newer"."roster_id" from "held" as "newer" where "newer"."unit_id" = "held"."unit_id" and (newer.published_at, newer.starts_on, newer.ends_on, newer.version)
              > (held.published_at, held.starts_on, held.ends_on, held.version) and "newer"."starts_on" <= "duty"."day" and "newer"."ends_on" >= "duty"."day") order by "held"."published_at", "duty"."employee_id", "duty"."day";

select "day", "kind", "name", "decree", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "calendar_day" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute')) order by "day", "recorded_at", "id";

select "name", "valid_from" as "from", "valid_until" as "until" from "season" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute')) order by "valid_from", "id";

select "employee_id" as "employee", "kind", "valid_from" as "from", "valid_until" as "until" from "leave" where "employee_id" = $1 and "permit_id" is null and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "id";

with "held" as (select * from "roster" where published_at < ($1::timestamp at time zone $2 + interval '1 minute') and (superseded_at is null or superseded_at >= ($3::timestamp at time zone $4 + interval '1 minute'))) select "duty"."employee_id" as "employee", "duty"."day", "duty"."place", "duty"."shift" from "duty" inner join "held" on "held"."region_id" = "duty"."region_id" and "held"."roster_id" = "duty"."roster_id" where "duty"."day" >= $5 and "duty"."day" <= $6 and "duty"."place" is not null and not exists (select "newer"."roster_id" from "held" as "newer" where "newer"."unit_id" = "held"."unit_id" and (newer.published_at, newer.starts_on, newer.ends_on, newer.version)
              > (held.published_at, held.starts_on, held.ends_on, held.version) and "newer"."starts_on" <= "duty"."day" and "newer"."ends_on" >= "duty"."day") and "duty"."employee_id" = $7 order by "held"."published_at", "duty"."employee_id", "duty"."day";

insert into "leave" (region_id, "employee_id", "valid_from", "valid_until", "recorded_at", "kind", "permit_id")
      select current_setting('piket.region'), field[1], field[2]::date, field[3]::date, coalesce((field[4])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'), field[5], field[6]::uuid from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

with ended as (
      update "leave" set withdrawn_at = coalesce(($1::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')
      where region_id = current_setting('piket.region') and permit_id = $2 and withdrawn_at is null returning *)
    insert into "leave" (region_id, valid_until, recorded_at, "employee_id", "valid_from", "kind", "permit_id")
    select region_id, $3::date, withdrawn_at, "employee_id", "valid_from", "kind", "permit_id" from ended
    where valid_from <= $4::date;
