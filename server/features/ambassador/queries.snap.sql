select "ambassador_id" as "id", "name", "description", "reason", "accepted", "consent", "nominated_by" as "nominatedBy", "nominated_at" as "nominatedAt" from "ambassador" where "name" is not null order by "nominated_at" desc, "ambassador_id";

select "ambassador_id" as "id", "name", "description", "reason", "accepted", "consent", "nominated_by" as "nominatedBy", "nominated_at" as "nominatedAt" from "ambassador" where "name" is not null and "nominated_by" = $1 order by "nominated_at" desc, "ambassador_id";

select "ambassador_id" as "id", "name", "description", "reason", "accepted", "consent", "nominated_by" as "nominatedBy", "nominated_at" as "nominatedAt" from "ambassador" where "name" is not null and "accepted" = $1 order by "name";

select count(*) as "count" from "ambassador" where "name" is null and "accepted" = $1;

update "ambassador" set "name" = $1, "description" = $2, "reason" = $3, "consent" = $4 where "name" is not null and (("accepted" = $5 and "decided_at" < $6) or ("consent" is null and "consent_at" < $7)) returning "ambassador_id" as "id";

select "ambassador_id" as "id", "name", "description", "reason", "accepted", "consent", "nominated_by" as "nominatedBy", "nominated_at" as "nominatedAt" from "ambassador" where "name" is not null and "ambassador_id" = $1 for update;

select "award_id" as "id", "ambassador_id" as "ambassador", "month", "reason" from "ambassador_award" order by "month" desc, "award_id";

insert into "ambassador" ("ambassador_id", "name", "description", "reason", "nominated_by", "nominated_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) on conflict do nothing returning "ambassador_id" as "id";

update "ambassador" set "accepted" = $1, "decided_by" = $2, "decided_at" = $3 where "ambassador_id" = $4;

update "ambassador" set "consent" = $1, "consent_by" = $2, "consent_at" = $3 where "ambassador_id" = $4;

insert into "ambassador_award" ("award_id", "ambassador_id", "month", "reason", "given_by", "given_at", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region')) on conflict do nothing returning "award_id" as "id";
