insert into "circular_version" ("circular_id", "source", "sha256", "draft_id", "filed_by", "recorded_by", "region_id", "version", "recorded_at") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'), 1 + coalesce((select max(version) from circular_version
        where region_id = current_setting('piket.region') and circular_id = $7), 0), coalesce(($8::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity')) on conflict ("region_id", "circular_id", "sha256") do nothing returning "version";

select distinct on ("circular_id") "circular_id", "version", "source", "sha256", "recorded_by", "filed_by", "filed_at" as "filedAt", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "circular_version" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') order by "circular_id", "version" desc;

select distinct on ("circular_id") "circular_id", "version", "source", "sha256", "recorded_by", "filed_by", "filed_at" as "filedAt", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "circular_version" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') order by "circular_id", "version" desc;

select "version", "sha256", "recorded_by" as "recordedBy", "filed_at" as "filedAt", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "circular_version" where "circular_id" = $2 and recorded_at < ($3::timestamp at time zone $4 + interval '1 minute') order by "version";

select "circular_id", "question", "reading", "answered_by", case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone $1, 'YYYY-MM-DD"T"HH24:MI') end as "recorded" from "reading_answer" where recorded_at < ($2::timestamp at time zone $3 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($4::timestamp at time zone $5 + interval '1 minute')) order by "recorded_at", "id";

insert into "reading_answer" ("circular_id", "question", "reading", "answered_by", "entered_at", "region_id", "recorded_at") values ($1, $2, $3, $4, $5, current_setting('piket.region'), coalesce(($6::text)::timestamp at time zone (
    select zone from region where region_id = current_setting('piket.region')), '-infinity'));
