
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
