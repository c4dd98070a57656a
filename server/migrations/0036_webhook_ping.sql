-- A delivery to try a webhook: an event of that webhook alone, whatever kinds it asked for.

create or replace function queue_webhooks() returns trigger language plpgsql as $$
declare
  delivery uuid;
begin
  for delivery in
    insert into webhook_delivery (region_id, webhook_id, event_id)
    select new.region_id, webhook.webhook_id, new.id from webhook
      where webhook.region_id = new.region_id and webhook.ended_at is null
        and case new.kind when 'ping' then new.subject = webhook.webhook_id::text else new.kind = any (webhook.kinds) end
    returning delivery_id
  loop
    perform enqueue('send-webhook', json_build_object('region', new.region_id, 'delivery', delivery), 13);
  end loop;
  return null;
end $$;
