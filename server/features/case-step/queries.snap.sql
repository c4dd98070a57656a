insert into "case_step" ("employee_id", "case_id", "move", "words", "outcome", "clause", "measure_id", "measure_version", "made_by", "made_as", "made_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, current_setting('piket.region'));

update "case_file" set "phase" = $1, "level" = $2, "closed_at" = $3 where "employee_id" = $4 and "case_id" = $5;
