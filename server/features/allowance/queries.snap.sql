select "band_id" as "band", "kind", "at_least" as "atLeast", "at_most" as "atMost", "label", "regulation" from "tpp_band" where "withdrawn_at" is null order by "kind" desc, "at_least", "band_id";

select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "kind", "at_least", "at_most", "label", "regulation", "entered_by" from "tpp_band" where "band_id" = $1;

insert into "tpp_band" ("band_id", "kind", "at_least", "at_most", "label", "regulation", "entered_by", "recorded_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, current_setting('piket.region'));

update "tpp_band" set "withdrawn_by" = $1, "withdrawn_at" = $2 where "band_id" = $3 and "withdrawn_at" is null returning "kind", "label";
