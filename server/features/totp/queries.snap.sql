insert into "totp" ("account_id", "secret", "last_step", "begun_at", "region_id") values ($1, $2, $3, $4, current_setting('piket.region'));

select (extract(epoch from begun_at) * 1000)::float8 as "begun" from "totp" where "account_id" = $1;

select "secret", "last_step" as "lastStep" from "totp" where "account_id" = $1 for update;

update "totp" set "last_step" = $1 where "account_id" = $2;

delete from "totp" where "account_id" = $1 returning "account_id";

insert into "recovery_code" (region_id, "account_id", "code_hash")
      select current_setting('piket.region'), field[1]::uuid, decode(field[2], 'hex') from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line;

select "account_id" from "recovery_code" where "account_id" = $1 and "code_hash" = $2 and "used_at" is null;

select count(*)::int as "left" from "recovery_code" where "account_id" = $1 and "used_at" is null;

update "recovery_code" set "used_at" = $1 where "account_id" = $2 and "code_hash" = $3;

delete from "recovery_code" where "account_id" = $1;
