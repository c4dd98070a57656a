insert into "paper_list" ("rows", "scan", "scan_type", "kept_by", "kept_at", "list_id", "agency_id", "day", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, current_setting('piket.region')) on conflict do nothing returning "list_id";

select "list_id" as "list", "day", "rows", "scan", "scan_type" as "scanType", "kept_by" as "by", "kept_at" as "kept", "entered_at" as "entered" from "paper_list" where "agency_id" = $1 and "list_id" = $2;

select "list_id" as "list", "day", "kept_by" as "by", "entered_at" as "entered" from "paper_list" where "agency_id" = $1 and "day" >= $2 and "entered_at" is not null order by "day" desc, "entered_at" desc, "list_id";

update "paper_list" set "entered_at" = $1 where "agency_id" = $2 and "list_id" = $3 and "entered_at" is null returning "list_id";
