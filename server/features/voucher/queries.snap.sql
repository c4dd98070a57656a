insert into "voucher" ("kind", "moment", "place", "reason", "seen_by", "list_id", "day", "employee_id", "voucher_id", "at", "vouched_by", "vouched_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, current_setting('piket.region')) on conflict do nothing returning "voucher_id" as "voucher", "employee_id" as "employee";

select "employee_id" as "employee", "voucher_id" as "voucher", "kind", "moment", "place", "reason", "seen_by" as "seenBy", "vouched_by" as "by", (extract(epoch from at) * 1000)::float8 as "at", (extract(epoch from vouched_at) * 1000)::float8 as "vouchedAt" from "voucher" where "day" = $1 and "withdrawn_at" is null and employee_id = any($2::text[]) order by "at", "voucher_id";

update "voucher" set "withdrawn_by" = $1, "withdrawn_at" = $2 where "employee_id" = $3 and "voucher_id" = $4 and "kind" = $5 and "vouched_by" = $6 and "withdrawn_at" is null and not exists (select "correction_id" from "correction" where "correction"."correction_id" = "voucher"."voucher_id" and "correction"."employee_id" = "voucher"."employee_id") returning "day";

select "day", "moment", "place", "withdrawn_by" as "withdrawnBy", (extract(epoch from at) * 1000)::float8 as "at" from "voucher" where "employee_id" = $1 and "voucher_id" = $2;
