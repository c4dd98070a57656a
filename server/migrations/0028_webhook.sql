-- What another system is told of as soon as it has happened, at an address that the IT officer enters. At least once,
-- never exactly once: each delivery has an id by which a receiver knows it again.

-- One more argument for the door of 0016: how often a job is tried before the queue lets it be.
drop function enqueue(text, json);
create function enqueue(task text, payload json, tries integer default 5) returns void language sql
  security definer set search_path = graphile_worker, pg_temp
  begin atomic; select graphile_worker.add_job(task, payload, max_attempts => tries); end;
revoke execute on function enqueue from public;
grant execute on function enqueue to piket_app;

create table webhook (
  region_id   text not null references region,
  webhook_id  uuid not null default gen_random_uuid(),
  address     text not null check (length(address) <= 500),
  secret      text not null,       -- signs every delivery, so it is kept as it is; shown to people once
  kinds       text[] not null check (cardinality(kinds) > 0),  -- of events, as in the table of events
  made_by     text not null,       -- account id
  made_at     timestamptz not null,
  ended_by    text,
  ended_at    timestamptz,
  primary key (region_id, webhook_id),
  check ((ended_by is null) = (ended_at is null))
);

create table webhook_delivery (
  region_id    text not null,
  delivery_id  uuid not null default gen_random_uuid(),
  webhook_id   uuid not null,
  event_id     bigint not null,
  state        text not null default 'queued' check (state in ('queued', 'taken', 'given_up')),
  tries        smallint not null default 0,
  answer       text check (length(answer) <= 40),  -- status of the receiver, or why there was none; null: not asked yet
  queued_at    timestamptz not null default clock_timestamp(),  -- real time, as that of the event
  changed_at   timestamptz not null default clock_timestamp(),
  primary key (region_id, delivery_id),
  unique (region_id, webhook_id, event_id),
  foreign key (region_id, webhook_id) references webhook,
  foreign key (region_id, event_id) references event
);
create index webhook_delivery_newest on webhook_delivery (region_id, queued_at desc);

grant select, insert, update (ended_by, ended_at) on webhook to piket_app;
grant select, insert, update (state, tries, answer, changed_at) on webhook_delivery to piket_app;

alter table webhook enable row level security;
alter table webhook_delivery enable row level security;

alter table webhook force row level security;
alter table webhook_delivery force row level security;

create policy region on webhook to piket_app using (region_id = nullif(current_setting('piket.region', true), ''));
create policy region on webhook_delivery to piket_app
  using (region_id = nullif(current_setting('piket.region', true), ''));

-- Where an event is written, its deliveries are queued: whatever writes events can forget none of them, and what is
-- undone queues nothing. It runs as whoever writes the event, under the policies above.
create function queue_webhooks() returns trigger language plpgsql as $$
declare
  delivery uuid;
begin
  for delivery in
    insert into webhook_delivery (region_id, webhook_id, event_id)
    select new.region_id, webhook.webhook_id, new.id from webhook
      where webhook.region_id = new.region_id and webhook.ended_at is null and new.kind = any (webhook.kinds)
    returning delivery_id
  loop
    perform enqueue('send-webhook', json_build_object('region', new.region_id, 'delivery', delivery), 13);
  end loop;
  return null;
end $$;
create trigger queue_webhooks after insert on event for each row execute function queue_webhooks();
