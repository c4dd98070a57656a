-- Recalls that are cancelled, and check-ins that come too late to count.

-- A recall that is cancelled: nobody is wanted any more, and what was written before stays.

alter table recall
  add column cancelled_at  timestamptz,
  add column cancelled_for text check (length(cancelled_for) between 1 and 300),
  add column cancelled_by  text,  -- employee id
  add check ((cancelled_at is null) = (cancelled_for is null) and (cancelled_at is null) = (cancelled_by is null)),
  add check (cancelled_at is null or settled_at is null);

grant update (cancelled_at, cancelled_for, cancelled_by) on recall to piket_app;

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'recall', 'recall_cancelled', 'return_missing', 'permit_to_decide', 'permit_answered', 'correction_to_decide',
  'correction_answered', 'objection_to_decide', 'objection_answered'));

-- A notice that has not gone out goes out no more once what it was about is cancelled.
alter table delivery drop constraint delivery_failed_for_check;
alter table delivery add constraint delivery_failed_for_check check (
  failed_for in ('no-receiver', 'unreachable', 'turned-away', 'too-late', 'cancelled'));

-- A check-in that was tapped before its device was revoked, by all that can be known, and came after: kept as evidence for
-- a correction, and counted by nothing.
alter table check_in add column set_aside boolean not null default false;
create index check_in_set_aside on check_in (region_id, day, employee_id) where set_aside;

-- As 0011 made it, but that what was set aside is answered as such when it comes again, and that of a revoked device days
-- that are not taken are refused first: `device_revoked` is what may still be set aside.
create or replace function check_in_many(deliveries json)
returns table (place integer, outcome text, received timestamptz)
language plpgsql
-- The plan is made once for each connection, maybe while tables are still empty; `limit 1` makes each look-up one of the
-- key, whatever the statistics say.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  here text;
  own region;
  asked json;
begin
  perform set_config('piket.reach', 'region', true);
  for here, asked in select key, value from json_each(deliveries) order by key collate "C" loop
    perform set_config('piket.region', here, true);
    select * into own from region where region_id = here;
    return query
      with proven as (
        select given.*, known.sha256 as known_sha256, known.received_at as known_received_at, case
            when account.employee_id is null then 'no_session'
            when account.employee_id <> given.employee_id then 'wrong_person'
            when known.sha256 = given.sha256 and known.set_aside then 'set_aside'
            when known.sha256 = given.sha256 then null
            when known.sha256 is not null then 'other_body'
            when device.device_id is null then 'wrong_device'
            when given.day > today.today then 'day_ahead'
            when given.day < today.today - 31 then 'day_past'
            when device.revoked_at <= given.received_at then 'device_revoked'
            when device.usable_from > given.received_at then 'device_not_yet'
          end as refused
        from json_to_recordset(asked) as given (
          place integer, token_hash bytea, day date, employee_id text, check_in_id uuid, device_id uuid, kind text,
          record text, position text, sha256 bytea, signature bytea, sent_mono double precision,
          sent_wall double precision, sent_session text, received_at timestamptz)
        cross join lateral (
          select coalesce(own.demo_day, (given.received_at at time zone own.zone)::date) as today) as today
        left join lateral (
          select account.employee_id from session
          join account on account.region_id = here and account.account_id = session.account_id
          where session.region_id = here and session.token_hash = given.token_hash and session.ended_at is null
            and session.expires_at > given.received_at and account.state = 'active'
          limit 1) as account on true
        left join lateral (
          select device_id, usable_from, revoked_at from device
          where region_id = here and employee_id = account.employee_id and device_id = given.device_id
          limit 1) as device on true
        left join lateral (
          select sha256, received_at, set_aside from check_in
          where region_id = here and day = given.day and employee_id = given.employee_id
            and check_in_id = given.check_in_id
          limit 1) as known on true
      ), made as (
        insert into check_in (region_id, day, employee_id, check_in_id, device_id, kind, record, position, sha256,
          signature, sent_mono, sent_wall, sent_session, received_at)
        select here, day, employee_id, check_in_id, device_id, kind, record, position, sha256,
          signature, sent_mono, sent_wall, sent_session, received_at
        from proven where refused is null and known_sha256 is null
        order by day, employee_id collate "C", check_in_id
        on conflict do nothing
        returning day, employee_id, check_in_id, sha256, received_at
      ), noted as (
        insert into event (region_id, actor, kind, subject, body)
        select here, account.employee_id, 'check-in-refused', proven.employee_id,
          json_build_object('why', refused, 'device', proven.device_id, 'sha256', encode(proven.sha256, 'hex'))
        from proven
        join session on session.region_id = here and session.token_hash = proven.token_hash
        join account on account.region_id = here and account.account_id = session.account_id
        where refused in ('wrong_person', 'wrong_device', 'device_revoked', 'other_body')
      )
      select proven.place,
        case
          when refused is not null then refused
          when known_sha256 is not null then 'kept'
          when made.sha256 is null then 'raced'
          when made.sha256 <> proven.sha256 then 'other_body'
          else 'kept'
        end,
        coalesce(known_received_at, made.received_at)
      from proven
      left join made using (day, employee_id, check_in_id);
  end loop;
end $$;
