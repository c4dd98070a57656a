-- Of one thing, what happens later is told later: while a delivery is on its way, or waits for another try, those that
-- came after it have no job. Whoever settles it gives the next one a job (server/features/webhook/service.ts).

-- What the order is kept of; null: queued before there was one.
alter table webhook_delivery add column thread text;
create index webhook_delivery_waiting on webhook_delivery (region_id, webhook_id, thread) where state = 'queued';

create or replace function queue_webhooks() returns trigger language plpgsql as $$
declare
  made record;
begin
  for made in
    insert into webhook_delivery (region_id, webhook_id, event_id, thread)
    select new.region_id, webhook.webhook_id, new.id, coalesce(
      -- A document and the draft that it was signed from are one thing; so is all that authorities declare.
      (select draft_id::text from circular_version
        where region_id = new.region_id and circular_id = new.subject and version = 1),
      case when new.kind in ('event-declared', 'event-ended', 'status-set') then 'declared' else new.subject end)
    from webhook
      where webhook.region_id = new.region_id and webhook.ended_at is null
        and case new.kind when 'ping' then new.subject = webhook.webhook_id::text else new.kind = any (webhook.kinds) end
    returning delivery_id, webhook_id, thread
  loop
    -- As `hold` in server/platform/db.ts: whoever settles a delivery of the same thing waits, or is waited for.
    perform pg_advisory_xact_lock(hashtextextended(new.region_id || ' webhook ' || made.thread, 0));
    if not exists (
      select from webhook_delivery as earlier
        where earlier.region_id = new.region_id and earlier.webhook_id = made.webhook_id
          and earlier.thread = made.thread and earlier.state = 'queued' and earlier.delivery_id <> made.delivery_id)
    then
      perform enqueue('send-webhook', json_build_object('region', new.region_id, 'delivery', made.delivery_id), 13);
    end if;
  end loop;
  return null;
end $$;
