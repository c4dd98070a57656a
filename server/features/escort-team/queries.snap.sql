select "one"."team_id" as "team", "one"."name", "one"."area_code" as "area", "one"."leader_id" as "leader", "one"."agencies" as "bodies", "one"."capacity", "one"."valid_from" as "from", "one"."valid_until" as "until", "village"."code" as "village", "village"."name" as "villageName", "district"."code" as "district", "district"."name" as "districtName", (select count(*) as "members" from "escort_team_member" as "member" where "member"."region_id" = "one"."region_id" and "member"."team_id" = "one"."team_id") as "members" from "escort_team" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."area_code" left join "district" on "district"."region_id" = "one"."region_id" and "district"."code" = coalesce("village"."district_code", "one"."area_code") order by one.area_code is not null, "district"."name", village.code is not null, "one"."name", "one"."team_id";

select "one"."team_id" as "team", "one"."name", "one"."area_code" as "area", "one"."leader_id" as "leader", "one"."agencies" as "bodies", "one"."capacity", "one"."valid_from" as "from", "one"."valid_until" as "until", "village"."code" as "village", "village"."name" as "villageName", "district"."code" as "district", "district"."name" as "districtName", (select count(*) as "members" from "escort_team_member" as "member" where "member"."region_id" = "one"."region_id" and "member"."team_id" = "one"."team_id") as "members" from "escort_team" as "one" left join "village" on "village"."region_id" = "one"."region_id" and "village"."code" = "one"."area_code" left join "district" on "district"."region_id" = "one"."region_id" and "district"."code" = coalesce("village"."district_code", "one"."area_code") where "one"."team_id" = $1 order by one.area_code is not null, "district"."name", village.code is not null, "one"."name", "one"."team_id";

insert into "escort_team" ("team_id", "name", "area_code", "capacity", "valid_from", "valid_until", "agencies", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict do nothing returning "team_id" as "team";

update "escort_team" set "capacity" = $1, "valid_until" = $2 where "team_id" = $3 and (capacity, valid_until) is distinct from ($4::integer, $5::date) returning "team_id" as "team";

select "account_id" as "account" from "escort_team_member" where "team_id" = $1 order by "added_at", "account_id";

select distinct "account"."employee_id" as "employee" from "escort_team_member" as "member" inner join "account" on "account"."region_id" = "member"."region_id" and "account"."account_id" = "member"."account_id" where member.team_id = any($1::text[]) and "account"."employee_id" is not null;

select "team_id" as "team" from "escort_team_member" where "account_id" = $1;

insert into "escort_team_member" ("team_id", "account_id", "added_by", "added_at", "region_id") values ($1, $2, $3, $4, current_setting('piket.region')) on conflict do nothing returning "account_id" as "account";

delete from "escort_team_member" where "team_id" = $1 and "account_id" = $2 returning "account_id" as "account";

select "day", "reason" from "escort_team_absence" where "team_id" = $1 and "day" >= $2 order by "day";

select "team_id" as "team", "reason" from "escort_team_absence" where "day" = $1;

insert into "escort_team_absence" ("team_id", "day", "reason", "stated_by", "stated_at", "region_id") values ($1, $2, $3, $4, $5, current_setting('piket.region')) on conflict do nothing returning "day";

delete from "escort_team_absence" where "team_id" = $1 and "day" = $2 returning "day";
