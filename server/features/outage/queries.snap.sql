
    with before as (
      select beat_at from pulse where region_id = current_setting('piket.region')
    ), beaten as (
      insert into pulse (region_id, beat_at) values (current_setting('piket.region'), $1)
      on conflict (region_id) do update set beat_at = greatest(pulse.beat_at, excluded.beat_at)
    )
    insert into outage (region_id, cause, starts_at, ends_at)
    select current_setting('piket.region'), 'silence', beat_at, $2 from before
    where $3::timestamptz - beat_at >= make_interval(secs => $4)
    on conflict do nothing
    returning id;

insert into "outage" ("region_id", "cause", "starts_at", "ends_at") values (current_setting('piket.region'), $1, $2, $3) on conflict ("region_id", "cause", "starts_at") where "cause" <> 'declared' do update set "ends_at" = $4 returning "id", xmax = 0 as "isNew";

select "id", "cause", "starts_at", "ends_at", "district", "reason" from "outage" where "withdrawn_at" is null and ("cause" <> $1 or "confirmed_by" is not null) and "starts_at" <= $2 and ("ends_at" is null or "ends_at" >= $3) order by "starts_at", "id";

select "id", "cause", "starts_at", "ends_at", "district", "reason", "declared_by", "confirmed_by", "withdrawn_at" from "outage" where (ends_at is null or ends_at >= $1::timestamptz) order by "starts_at" desc, "id" desc;

insert into "outage" ("form_id", "starts_at", "ends_at", "district", "reason", "declared_by", "cause", "region_id") values ($1, $2, $3, $4, $5, $6, $7, current_setting('piket.region')) on conflict ("region_id", "form_id") do nothing returning "id";

select "starts_at", "ends_at", "district", "reason" from "outage" where "form_id" = $1 and "declared_by" = $2;

update "outage" set "confirmed_by" = $1 where "id" = $2 and "cause" = $3 and "withdrawn_at" is null and "confirmed_by" is null and "declared_by" <> $4 returning "id";

update "outage" set "ends_at" = $1 where "id" = $2 and "cause" = $3 and "withdrawn_at" is null and "ends_at" is null and "starts_at" < $4 returning "id";

update "outage" set "withdrawn_at" = $1 where "id" = $2 and "cause" = $3 and "withdrawn_at" is null and ("confirmed_by" is null or "starts_at" > $4) returning "id";

select "id" from "outage" where "id" = $1 and "cause" = $2 and "withdrawn_at" is null and "starts_at" >= $3;
