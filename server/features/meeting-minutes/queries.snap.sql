select "correction_id" as "id", "correction_no" as "number", "words", "written_by" as "by", "written_at" as "at" from "meeting_correction" where "meeting_id" = $1 order by "correction_no";

insert into "meeting_correction" ("meeting_id", "correction_no", "correction_id", "words", "written_by", "written_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'));

select "closed_at" from "meeting" where "meeting_id" = $1 for update;
