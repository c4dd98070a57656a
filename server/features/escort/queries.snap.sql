select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "one"."escort_id" as "escort", "one"."activity_id" as "activity", "one"."team_id" as "team", "team"."name" as "teamName", "one"."form_id" as "form", "one"."state", "one"."reason", "one"."said_by" as "saidBy", "one"."said_at" as "saidAt" from "escort" as "one" inner join "escort_team" as "team" on "team"."region_id" = "one"."region_id" and "team"."team_id" = "one"."team_id" inner join "activity" on "activity"."region_id" = "one"."region_id" and "activity"."activity_id" = "one"."activity_id" where "activity"."day" = $1 order by "one"."proposed_at", "one"."escort_id";

select "one"."escort_id" as "escort", "one"."activity_id" as "activity", "one"."team_id" as "team", "team"."name" as "teamName", "one"."form_id" as "form", "one"."state", "one"."reason", "one"."said_by" as "saidBy", "one"."said_at" as "saidAt" from "escort" as "one" inner join "escort_team" as "team" on "team"."region_id" = "one"."region_id" and "team"."team_id" = "one"."team_id" where "one"."activity_id" = $1 order by "one"."proposed_at", "one"."escort_id";

select distinct "activity"."day" from "escort" as "one" inner join "activity" on "activity"."region_id" = "one"."region_id" and "activity"."activity_id" = "one"."activity_id" where one.team_id = any($1::text[]) and "one"."state" = $2 and "activity"."day" >= $3 and activity.state not in ('refused', 'postponed', 'cancelled') order by "activity"."day";

select "activity_id" as "activity" from "escort" where "escort_id" = $1;
