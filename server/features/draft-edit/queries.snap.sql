select "draft_id" as "draft", "changes", "takes_back" as "takesBack", "edited_by" as "by" from "draft_edit" where "form_id" = $1;

insert into "draft_edit" ("region_id", "draft_id", "edit_no", "form_id", "changes", "back", "takes_back", "edited_by", "edited_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5, $6, $7, $8);
