-- Check-ins as phones sign them, what was judged of each, and when the server itself failed people.

-- A key that signs check-ins, made in a browser that cannot export it. A key serves one person, for good; two rows with
-- one slot cannot both be live, so nobody has more than two live devices, whoever registers at once.
create table device (
  region_id      text not null,
  employee_id    text not null,
  device_id      uuid not null default gen_random_uuid(),
  slot           smallint not null check (slot in (1, 2)),
  public_key     bytea not null,        -- ECDSA on P-256, as SubjectPublicKeyInfo with an uncompressed point
  label          text not null,         -- what the person calls it
  registered_at  timestamptz not null,
  usable_from    timestamptz not null,
  approved_by    text,                  -- the superior whose word spared the wait
  revoked_at     timestamptz,
  revoked_by     text,
  primary key (region_id, employee_id, device_id),
  unique (region_id, public_key),
  foreign key (region_id, employee_id) references employee
);
create unique index device_live on device (region_id, employee_id, slot) where revoked_at is null;

-- One row for each record that a phone delivered, never changed but for the position, which goes after thirty days. The
-- day leads the key, so that a morning is written to few pages; the person comes next, so that the same index finds what
-- somebody sent today, and so that nobody can take an id away from somebody else.
create table check_in (
  region_id     text not null,
  day           date not null,
  employee_id   text not null,
  check_in_id   uuid not null,
  device_id     uuid not null,
  kind          text not null check (kind in ('in', 'out', 'recall_answer')),
  record        text not null,    -- the record as JSON, without its position
  position      text,             -- the position as JSON; null: none was given, or it is gone
  sha256        bytea not null,   -- of the text that was signed: record and position as one
  signature     bytea not null,   -- IEEE P1363
  sent_mono     double precision not null,
  sent_wall     double precision not null,
  sent_session  text not null,
  received_at   timestamptz not null,
  primary key (region_id, day, employee_id, check_in_id),
  foreign key (region_id, employee_id, device_id) references device
);

-- What was found of a check-in after it was acknowledged, once. Only what cannot be found later: the position goes, and
-- with it the text that was signed. When it was and whether it was in time follow from the record, and are not stored.
create table check_in_grade (
  region_id        text not null,
  day              date not null,
  employee_id      text not null,
  check_in_id      uuid not null,
  signature_holds  boolean not null,
  anchor_holds     boolean not null,  -- the time of the server that it names was signed by us for this device
  graded_at        timestamptz not null default now(),
  primary key (region_id, day, employee_id, check_in_id),
  foreign key (region_id, day, employee_id, check_in_id) references check_in
);

-- When the region was out of reach: the server was silent, it turned people away, or somebody says so for a district.
create table outage (
  region_id     text not null references region,
  id            bigint generated always as identity,
  cause         text not null check (cause in ('silence', 'overload', 'declared')),
  starts_at     timestamptz not null,
  ends_at       timestamptz,      -- null: it lasts
  district      text,             -- null: everywhere
  reason        text,
  declared_by   text,
  confirmed_by  text,             -- the second person; until then it credits nobody
  recorded_at   timestamptz not null default now(),
  withdrawn_at  timestamptz,
  primary key (region_id, id),
  check (ends_at > starts_at),
  check ((cause = 'declared') = (reason is not null and declared_by is not null)),
  check (confirmed_by <> declared_by)
);
create unique index outage_noticed on outage (region_id, cause, starts_at) where cause <> 'declared';

-- The last time the server was well; a gap is an outage.
create table pulse (
  region_id  text primary key references region,
  beat_at    timestamptz not null
);

grant select, insert, update (usable_from, approved_by, revoked_at, revoked_by) on device to piket_app;
grant select, insert, update (position) on check_in to piket_app;
grant select, insert on check_in_grade to piket_app;
grant select, insert, update (ends_at, confirmed_by, withdrawn_at) on outage to piket_app;
grant select, insert, update (beat_at) on pulse to piket_app;

alter table device enable row level security;
alter table check_in enable row level security;
alter table check_in_grade enable row level security;
alter table outage enable row level security;
alter table pulse enable row level security;

alter table device force row level security;
alter table check_in force row level security;
alter table check_in_grade force row level security;
alter table outage force row level security;
alter table pulse force row level security;

create policy reach on device to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy check_in_added on check_in for insert to piket_app
  with check (region_id = nullif(current_setting('piket.region', true), ''));
create policy check_in_read on check_in for select to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy position_dropped on check_in for update to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''))
  with check (region_id = nullif(current_setting('piket.region', true), '') and position is null);
create policy reach on check_in_grade to piket_app using (
  region_id = nullif(current_setting('piket.region', true), '')
  and (current_setting('piket.reach', true) = 'region'
    or employee_id in (select version.employee_id from employee_version as version))
);
create policy region on outage to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on pulse to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));

-- Keeps many check-ins in one statement and answers for each: `kept`, also when it was kept before; why it was refused;
-- or `raced`, when another transaction kept the same key meanwhile, and to ask again finds it. It proves each row by its
-- session and so may be called with anything. Regions come as keys, for row security sees one at a time; regions and
-- rows are taken in order, so that two calls cannot wait for each other.
create function check_in_many(deliveries json)
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
            when known.sha256 = given.sha256 then null
            when known.sha256 is not null then 'other_body'
            when device.device_id is null then 'wrong_device'
            when device.revoked_at <= given.received_at then 'device_revoked'
            when device.usable_from > given.received_at then 'device_not_yet'
            when given.day > today.today then 'day_ahead'
            when given.day < today.today - 31 then 'day_past'
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
          select sha256, received_at from check_in
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
revoke execute on function check_in_many(json) from public;
grant execute on function check_in_many(json) to piket_app;
