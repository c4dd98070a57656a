select "site"."site_id" as "id", "site"."kind", "site"."name", "site"."agency_id" as "agency", "site"."proposed", "site"."starts_on" as "from", "site"."ends_on" as "until", "district"."name" as "district", "village"."name" as "village", "site"."district_code" as "districtCode", "site"."village_code" as "villageCode", "site"."withdrawn_for" as "withdrawnFor" from "pilot_site" as "site" inner join "district" on "district"."region_id" = "site"."region_id" and "district"."code" = "site"."district_code" left join "village" on "village"."region_id" = "site"."region_id" and "village"."code" = "site"."village_code" order by "district"."name", "village"."name", "site"."site_id";

select "site"."site_id" as "id", "site"."kind", "site"."name", "site"."agency_id" as "agency", "site"."proposed", "site"."starts_on" as "from", "site"."ends_on" as "until", "district"."name" as "district", "village"."name" as "village", "site"."district_code" as "districtCode", "site"."village_code" as "villageCode", "site"."withdrawn_for" as "withdrawnFor" from "pilot_site" as "site" inner join "district" on "district"."region_id" = "site"."region_id" and "district"."code" = "site"."district_code" left join "village" on "village"."region_id" = "site"."region_id" and "village"."code" = "site"."village_code" where "site"."site_id" = $1;

select "site"."site_id" as "id", "site"."kind", "site"."name", "site"."agency_id" as "agency", "site"."proposed", "site"."starts_on" as "from", "site"."ends_on" as "until", "district"."name" as "district", "village"."name" as "village", "site"."district_code" as "districtCode", "site"."village_code" as "villageCode", "site"."withdrawn_for" as "withdrawnFor" from "pilot_site" as "site" inner join "district" on "district"."region_id" = "site"."region_id" and "district"."code" = "site"."district_code" left join "village" on "village"."region_id" = "site"."region_id" and "village"."code" = "site"."village_code" where "site"."site_id" = $1 for update of "site";

select distinct on ("site_id") "check_id" as "id", "site_id" as "site", "day", "met", "note", "checked_by" as "by", "checked_at" as "at" from "pilot_check" where "day" <= $1 order by "site_id", "day" desc, "checked_at" desc;

select "check_id" as "id", "site_id" as "site", "day", "met", "note", "checked_by" as "by", "checked_at" as "at" from "pilot_check" where "site_id" = $1 order by "day" desc, "checked_at" desc;

select "check_id" as "id", "site_id" as "site", "day", "met", "note", "checked_by" as "by", "checked_at" as "at" from "pilot_check" where "check_id" = $1;

insert into "pilot_site" ("site_id", "kind", "name", "district_code", "village_code", "agency_id", "starts_on", "ends_on", "proposed", "entered_by", "entered_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, current_setting('piket.region'));

insert into "pilot_check" ("check_id", "site_id", "day", "met", "note", "checked_by", "checked_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict do nothing returning "check_id" as "id";

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

update "pilot_site" set "withdrawn_for" = $1, "withdrawn_by" = $2, "withdrawn_at" = $3 where "site_id" = $4;

update "pilot_site" set "ends_on" = $1, "proposed" = $2 where "site_id" = $3;
