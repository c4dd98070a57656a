insert into "report_file" ("employee_id", "sha256", "type", "content", "kept_by", "kept_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) on conflict do nothing;

select "type", "content" from "report_file" where "employee_id" = $1 and "sha256" = $2;

select "sha256", "type" from "report_file" where "employee_id" = $1 and sha256 = any($2::bytea[]);
