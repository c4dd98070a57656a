select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "login" = $1;

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "account_id" = $1;

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "employee_id" = $1;

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where employee_id = any($1::text[]) order by "login";

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where ("employee_id" is null or "account_id" in (select "account_id" from "role_grant" where "withdrawn_at" is null)) order by "login";

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "state" = $1 order by "created_at", "login" limit $2;

insert into "account" ("login", "employee_id", "name", "body", "state", "password_hash", "region_id", "password_set_at") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'), now()) on conflict do nothing returning "account_id" as "account";

insert into "account" (region_id, "login", "employee_id", "state")
      select current_setting('piket.region'), field[1], field[2], field[3] from (
        select string_to_array(line, $1, $2) as field
        from string_to_table($3, $4) as line offset 0) as line on conflict do nothing;

update "account" set "state" = $1 where "account_id" = $2;

update "account" set "password_hash" = $1, "password_set_at" = $2 where "account_id" = $3;

select "account_id" as "account", "role", "valid_from" as "from", "valid_until" as "until", "letter" from "role_grant" where withdrawn_at is null
    and (valid_from is null or valid_from <= $1) and (valid_until is null or valid_until >= $2) and account_id = any($3::uuid[]) order by "id";

select "role", "valid_from" as "from", "valid_until" as "until", "letter" from "role_grant" where "account_id" = $1 and "withdrawn_at" is null order by "id";

select distinct "account"."account_id" as "account", "account"."employee_id" as "employee" from "role_grant" inner join "account" on "account"."region_id" = "role_grant"."region_id" and "account"."account_id" = "role_grant"."account_id" where "role" = $1 and "state" = $2 and withdrawn_at is null
    and (valid_from is null or valid_from <= $3) and (valid_until is null or valid_until >= $4);

insert into "role_grant" ("account_id", "role", "valid_from", "valid_until", "letter", "granted_by", "region_id") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'));

update "role_grant" set "withdrawn_at" = $1 where "account_id" = $2 and "role" = $3 and "withdrawn_at" is null;
