select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "circular_draft" ("region_id", "draft_id", "amends", "begun_from", "source", "begun_by", "begun_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5, $6) on conflict ("region_id", "draft_id") do nothing returning "draft_id";

select "draft_id" as "id", "begun_from" as "begunFrom", "amends", "source", "begun_by" as "begunBy", "begun_at" as "begunAt", "ended_as" as "endedAs", "ended_by" as "endedBy", "ended_at" as "endedAt", "ended_for" as "endedFor" from "circular_draft" where "draft_id" = $1;

select "draft_id" as "id", "begun_from" as "begunFrom", "amends", "source", "begun_by" as "begunBy", "begun_at" as "begunAt", "ended_as" as "endedAs", "ended_by" as "endedBy", "ended_at" as "endedAt", "ended_for" as "endedFor" from "circular_draft" where ("ended_at" is null or "draft_id" in (select "draft_id" from "circular_draft" where "ended_at" is not null order by "ended_at" desc limit $1)) order by "begun_at" desc, "draft_id";

select "draft_id" as "draft", "edit_no" as "number", "form_id" as "form", "changes", "back", "takes_back" as "takesBack", "edited_by" as "by", "edited_at" as "at" from "draft_edit" where draft_id = any($1::uuid[]) order by "draft_id", "edit_no";

update "circular_draft" set "ended_as" = $1, "ended_by" = $2, "ended_at" = $3, "ended_for" = $4 where "draft_id" = $5 and "ended_at" is null;
