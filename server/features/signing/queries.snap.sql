select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "signed_letter" ("region_id", "circular_id", "version", "draft_id", "sha256", "content", "is_same", "differs", "signed_by", "kept_by", "kept_at") values (current_setting('piket.region'), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

select "content" from "signed_letter" where "circular_id" = $1 order by "version" desc limit $2;

select "is_same" as "isSame", "differs", "signed_by" as "signedBy", "kept_at" as "keptAt", encode(sha256, 'hex') as "sha256" from "signed_letter" where "circular_id" = $1 order by "version" desc limit $2;
