select pg_advisory_xact_lock(hashtextextended(
    current_setting('piket.region') || ' ' || $1, 0));

insert into "invitation" (region_id, "account_id", "code_hash", "invited_by", "invited_at", "expires_at")
      select current_setting('piket.region'), field[1]::uuid, decode(field[2], 'hex'), field[3], field[4]::timestamptz, field[5]::timestamptz from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

select "id", (extract(epoch from "used_at") * 1000)::float8 as "used", (extract(epoch from "expires_at") * 1000)::float8 as "expires" from "invitation" where "account_id" = $1 and "code_hash" = $2 for update;

select (extract(epoch from "invited_at") * 1000)::float8 as "made" from "invitation" where "account_id" = $1 and "id" > $2 order by "id" desc limit $3;

update "invitation" set "used_at" = $1 where account_id = any($2::uuid[]) and "used_at" is null;
