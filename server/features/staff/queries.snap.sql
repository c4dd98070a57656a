select "unit_id" as "unit", "name", "kind", "class", "sector", "functions", "top_echelons" as "topEchelons", "workplace_in" as "workplaceIn", "employer", "building", "room", "room_capacity" as "roomCapacity", "head_id" as "head", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "unit_version" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "unit_id", "recorded_at", "id";

select "employee_id" as "employee", "name", "nip", "employment", "birth_on" as "birth", "sex", "unit_id" as "unit", "position", "title", "echelon", "job", "rank", "supervisor_id" as "supervisor", "workplace_in" as "workplaceIn", "employer", "work_pattern" as "workPattern", "phone", "email", "valid_from" as "from", "valid_until" as "until", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "employee_version" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at", "id";

select "employee_id" as "employee", "position", "echelon", "unit_id" as "unit", "kind", "letter", "valid_from" as "from", "valid_until" as "until" from "acting_post" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) order by "employee_id", "recorded_at", "id";

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

with "held" as (select * from "roster" where published_at < ($1::timestamp at time zone $2 + interval '1 minute') and (superseded_at is null or superseded_at >= ($3::timestamp at time zone $4 + interval '1 minute'))) select "duty"."employee_id" as "employee", "duty"."day", "duty"."place" from "duty" inner join "held" on "held"."region_id" = "duty"."region_id" and "held"."roster_id" = "duty"."roster_id" where "duty"."day" >= $5 and "duty"."day" <= $6 and "duty"."place" is not null and not exists (select "newer"."roster_id" from "held" as "newer" where "newer"."unit_id" = "held"."unit_id" and (newer.published_at, newer.starts_on, newer.ends_on, newer.version)
              > (held.published_at, held.starts_on, held.ends_on, held.version) and "newer"."starts_on" <= "duty"."day" and "newer"."ends_on" >= "duty"."day") order by "held"."published_at", "duty"."employee_id", "duty"."day";

select "day", "kind", "name", "decree", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "calendar_day" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute')) order by "day", "recorded_at", "id";

select "name", "valid_from" as "from", "valid_until" as "until" from "season" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute')) order by "valid_from", "id";

select "name", "value" from "region_setting" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) order by "recorded_at", "id";

select "post"."employee_id" as "employee", "post"."position", "post"."echelon", "post"."unit_id" as "unit", "post"."kind", "post"."letter", "post"."valid_from" as "from", "post"."valid_until" as "until", "person"."name", "person"."unit_id" as "postedIn" from (select * from "acting_post" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and ("unit_id" = $7 or starts_with("unit_id", $8))) as "post" inner join lateral (select "name", "unit_id" from "employee_version" where "employee_version"."region_id" = "post"."region_id" and "employee_version"."employee_id" = "post"."employee_id" and recorded_at < ($9::timestamp at time zone $10 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($11::timestamp at time zone $12 + interval '1 minute'))
    and (valid_from is null or valid_from <= $13) and (valid_until is null or valid_until >= $14) order by "recorded_at" desc, "id" desc limit $15) as "person" on true where not ("person"."unit_id" = $16 or starts_with("person"."unit_id", $17)) order by "post"."employee_id";

select "name", "nip", "birth_on" as "birth", "unit_id" as "unit", "agency_id" as "agency", "position", "title", "supervisor_id" as "supervisor", "phone", "email" from "employee_version" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "recorded_at" desc, "id" desc limit $8;

select "employee_id" from "employee_version" where supervisor_id = any($1::text[]) and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) limit $8;

select distinct "holder"."employee_id" as "inPlaceOf", "post"."valid_from" as "from", "post"."valid_until" as "until" from "acting_post" as "post" inner join "employee_version" as "holder" on "holder"."region_id" = "post"."region_id" and "holder"."unit_id" = "post"."unit_id" and "holder"."position" = "post"."position" where "post"."employee_id" = $1 and "post"."recorded_at" < ($2::timestamp at time zone $3 + interval '1 minute') and ("post"."withdrawn_at" is null or "post"."withdrawn_at" >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and ("post"."valid_from" is null or "post"."valid_from" <= $6) and ("post"."valid_until" is null or "post"."valid_until" >= $7) and "holder"."recorded_at" < ($8::timestamp at time zone $9 + interval '1 minute') and ("holder"."withdrawn_at" is null or "holder"."withdrawn_at" >= ($10::timestamp at time zone $11 + interval '1 minute'))
    and ("holder"."valid_from" is null or "holder"."valid_from" <= $12) and ("holder"."valid_until" is null or "holder"."valid_until" >= $13) and "holder"."employee_id" <> $14 order by "holder"."employee_id";

select "employee_id" as "employee", "nip", "name", "title", "position", "unit_id" as "unit", "agency_id" as "agency", "supervisor_id" as "supervisor", "phone" from (select distinct on ("employee_id") * from "employee_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) order by "employee_id", "recorded_at" desc, "id" desc) as "person" where (supervisor_id = any($7::text[]) or agency_id = any($8::text[])) order by "name", "employee_id";

select distinct on ("employee_id") "employee_id" as "employee", "name" from "employee_version" where employee_id = any($1::text[]) order by "employee_id", "recorded_at" desc, "id" desc;

select distinct on ("employee_id") "employee_id" as "employee", "email" as "mail" from "employee_version" where employee_id = any($1::text[]) and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "employee_id", "recorded_at" desc, "id" desc;

select "unit_id" as "unit" from (select distinct on ("unit_id") "unit_id", "head_id" from "unit_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and "unit_id" in (select "unit_id" from "unit_version" where "head_id" = $7) order by "unit_id", "recorded_at" desc, "id" desc) as "unit" where "head_id" = $8;

select "position", "unit_id" as "unit" from "acting_post" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7);

insert into "employee" (region_id, "employee_id")
      select current_setting('piket.region'), field[1] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line on conflict do nothing;

insert into "leave" (region_id, "employee_id", "valid_from", "valid_until", "recorded_at", "kind", "permit_id")
      select current_setting('piket.region'), field[1], field[2]::date, field[3]::date, coalesce((field[4])::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'), field[5], field[6]::uuid from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

select "employee_id" from "employee_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and position = any($7::text[]) and unit_id = agency_id;

select "head_id" from "unit_version" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and head_id is not null and strpos(unit_id, '/') = 0;

select "echelon" from "employee_version" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "recorded_at" desc, "id" desc limit $8;

select "echelon" from "acting_post" where "employee_id" = $1 and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7);

select "employee_id" as "employee", "kind", "valid_from" as "from", "valid_until" as "until" from "leave" where "employee_id" = $1 and "permit_id" is null and recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute'))
    and (valid_from is null or valid_from <= $6) and (valid_until is null or valid_until >= $7) order by "id";

with "held" as (select * from "roster" where published_at < ($1::timestamp at time zone $2 + interval '1 minute') and (superseded_at is null or superseded_at >= ($3::timestamp at time zone $4 + interval '1 minute'))) select "duty"."employee_id" as "employee", "duty"."day", "duty"."place" from "duty" inner join "held" on "held"."region_id" = "duty"."region_id" and "held"."roster_id" = "duty"."roster_id" where "duty"."day" >= $5 and "duty"."day" <= $6 and "duty"."place" is not null and not exists (select "newer"."roster_id" from "held" as "newer" where "newer"."unit_id" = "held"."unit_id" and (newer.published_at, newer.starts_on, newer.ends_on, newer.version)
              > (held.published_at, held.starts_on, held.ends_on, held.version) and "newer"."starts_on" <= "duty"."day" and "newer"."ends_on" >= "duty"."day") and "duty"."employee_id" = $7 order by "held"."published_at", "duty"."employee_id", "duty"."day";

with ended as (
      update "leave" set withdrawn_at = coalesce(($1::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')
      where region_id = current_setting('piket.region') and permit_id = $2 and withdrawn_at is null returning *)
    insert into "leave" (region_id, valid_until, recorded_at, "employee_id", "valid_from", "kind", "permit_id")
    select region_id, $3::date, withdrawn_at, "employee_id", "valid_from", "kind", "permit_id" from ended
    where valid_from <= $4::date;

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
