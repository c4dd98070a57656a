select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "login" = $1;

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "account_id" = $1;

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "employee_id" = $1;

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where employee_id = any($1::text[]) order by "login";

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "employee_id" is null order by "login";

select "account_id" as "account", "login", "employee_id" as "employee", "name", "body", "state", "password_hash" as "passwordHash", "password_set_at" as "passwordSetAt" from "account" where "state" = $1 order by "created_at", "login" limit $2;

insert into "account" ("login", "employee_id", "name", "body", "state", "password_hash", "region_id", "password_set_at") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'), now()) on conflict do nothing returning "account_id" as "account";

update "account" set "state" = $1 where "account_id" = $2;

update "account" set "password_hash" = $1, "password_set_at" = $2 where "account_id" = $3;

select "account_id" as "account", "role", "valid_from" as "from", "valid_until" as "until", "letter" from "role_grant" where recorded_at < ($1::timestamp at time zone $2 + interval '1 minute') and (withdrawn_at is null or withdrawn_at >= ($3::timestamp at time zone $4 + interval '1 minute'))
    and (valid_from is null or valid_from <= $5) and (valid_until is null or valid_until >= $6) and account_id = any($7::uuid[]) order by "id";

insert into "role_grant" ("account_id", "role", "valid_from", "valid_until", "letter", "granted_by", "region_id", "recorded_at") values ($1, $2, $3, $4, $5, $6, current_setting('piket.region'), '-infinity');

update "role_grant" set "withdrawn_at" = $1 where "account_id" = $2 and "role" = $3 and "withdrawn_at" is null;

insert into "invitation" ("account_id", "code_hash", "invited_by", "expires_at", "region_id") values ($1, $2, $3, $4, current_setting('piket.region'));

select "id" from "invitation" where "account_id" = $1 and "code_hash" = $2 and "used_at" is null and expires_at > $3 for update;

update "invitation" set "used_at" = $1 where "account_id" = $2 and "used_at" is null;
