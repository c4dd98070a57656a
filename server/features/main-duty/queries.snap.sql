select "id", "post", "agency_id" as "agency", "text", "counted" from "duty_template" where "withdrawn_at" is null and (agency_id is null or agency_id = any($1::text[])) order by "post", "id";

insert into "duty_template" ("post", "agency_id", "text", "counted", "entered_by", "recorded_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) returning "id";

update "duty_template" set "withdrawn_at" = $1 where "id" = $2 and "withdrawn_at" is null returning "id";

update "duty_template" set "withdrawn_at" = $1 where "id" = $2 and "withdrawn_at" is null and agency_id = any($3::text[]) returning "id";
