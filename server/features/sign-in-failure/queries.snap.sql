select "failures", extract(epoch from $1::timestamptz - failed_at)::float8 as "ago" from "sign_in_failure" where "login" = $2 and "browser" = $3;

insert into "sign_in_failure" ("region_id", "login", "browser", "failures", "failed_at") values (current_setting('piket.region'), $1, $2, $3, $4) on conflict ("region_id", "login", "browser") do update set "failures" = case
          when sign_in_failure.failed_at < $5::timestamptz then 1
          else sign_in_failure.failures + 1
        end, "failed_at" = $6;

delete from "sign_in_failure" where "login" = $1 and "browser" = $2;
