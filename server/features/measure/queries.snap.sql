select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

select "measure_id" as "measure", "version", "rank", "label", "regulation", "desk", "withdrawn", "entered_by" as "enteredBy", "entered_at" as "enteredAt" from "measure" order by "rank", "measure_id", "version";

insert into "measure" ("measure_id", "version", "rank", "label", "regulation", "desk", "withdrawn", "entered_by", "entered_at", "region_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, current_setting('piket.region'));
