insert into "announcement" ("title", "text", "announced_by", "announcement_id", "announced_at", "region_id", "agencies") values ($1, $2, $3, $4, $5, current_setting('piket.region'), $6::text[]) on conflict do nothing returning "announcement_id" as "announcement";

select "announcement"."announcement_id" as "announcement", "agencies", "title", "text", "announced_by" as "announcedBy", (extract(epoch from announced_at) * 1000)::float8 as "announcedAt", (extract(epoch from receipt.read_at) * 1000)::float8 as "readAt" from "announcement" left join "announcement_receipt" as "receipt" on "receipt"."region_id" = "announcement"."region_id" and "receipt"."announcement_id" = "announcement"."announcement_id" and "receipt"."employee_id" = $1 where (cardinality(agencies) = 0 or $2 = any(agencies)) and "announced_at" <= $3 order by "announced_at" desc limit $4;

select "announcement_id" as "announcement", "agencies", "title", "text", "announced_by" as "announcedBy", (extract(epoch from announced_at) * 1000)::float8 as "announcedAt" from "announcement" where "announcement_id" = $1;

select "announcement_id" as "announcement", "agencies", "title", "text", "announced_by" as "announcedBy", (extract(epoch from announced_at) * 1000)::float8 as "announcedAt" from "announcement" where (agencies && $1::text[] or announced_by = $2) order by "announced_at" desc limit $3;

insert into "announcement_receipt" ("region_id", "announcement_id", "employee_id", "read_at") values (current_setting('piket.region'), $1, $2, $3) on conflict do nothing returning "employee_id";

select "employee_id" as "employee", (extract(epoch from read_at) * 1000)::float8 as "readAt" from "announcement_receipt" where "announcement_id" = $1 order by "read_at";
