-- Where a customer's own programs are told that something has happened. A webhook sees with its maker's eyes and ends with their place
-- as the customer's administrator, as a token does.
create table webhook (
  customer_id      uuid not null references customer,
  id               uuid not null default gen_random_uuid(),
  client_id        uuid not null,
  made_by          uuid not null references account on update cascade,
  address          text not null check (length(address) <= 500),
  events           text[] not null check (cardinality(events) > 0),
  secret           bytea not null,
  old_secret       bytea,
  old_secret_until timestamptz,
  created_at       timestamptz not null default app.now(),
  ended_at         timestamptz,
  primary key (customer_id, id),
  unique (customer_id, client_id)
);
create index webhook_made_by on webhook (made_by);
call app.protect('webhook', 'customer_id = app.staff_of()');

-- One event on its way to one webhook, and then the log of it. Ids only: what they stand for is asked when it is sent.
create table webhook_delivery (
  customer_id    uuid not null,
  id             uuid not null default app.uuid_v7(),
  webhook_id     uuid not null,
  event          text not null,
  enrolment_id   uuid,
  certificate_id uuid,
  made_at        timestamptz not null default app.now(),
  attempts       integer not null default 0,
  tried_at       timestamptz,
  next_at        timestamptz,
  status         integer,
  problem        text,
  delivered_at   timestamptz,
  gave_up_at     timestamptz,
  due_at         timestamptz not null,
  primary key (customer_id, id),
  foreign key (customer_id, webhook_id) references webhook,
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, certificate_id) references certificate on update cascade,
  check (delivered_at is null or gave_up_at is null)
);
create index webhook_delivery_log on webhook_delivery (customer_id, webhook_id, id desc);
create index webhook_delivery_enrolment on webhook_delivery (customer_id, enrolment_id);
create index webhook_delivery_certificate on webhook_delivery (customer_id, certificate_id);
create index webhook_delivery_due_at on webhook_delivery (due_at);
call app.protect('webhook_delivery', 'customer_id = app.staff_of()');

-- Said by the database in the transaction of what happened: whichever room did it, nothing is forgotten and nothing is told that was
-- rolled back. What the law or the installation does to rows is no news.
create function app.queue_webhooks(of_customer uuid, of_event text, of_enrolment uuid, of_certificate uuid) returns void language plpgsql as $$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  made   uuid;
begin
  if reason in ('seed', 'set-up', 'erasure', 'retention', 'restore') then return; end if;
  perform set_config('app.across_customers', 'api', true);
  for made in
    insert into webhook_delivery (customer_id, webhook_id, event, enrolment_id, certificate_id, made_at, next_at, due_at)
      select w.customer_id, w.id, of_event, of_enrolment, of_certificate, app.now(), app.now(), app.now() + interval '30 days'
      from webhook w where w.customer_id = of_customer and w.ended_at is null and of_event = any(w.events)
      returning id
  loop
    perform graphile_worker.add_job('send-webhook', json_build_object('customer', of_customer, 'delivery', made), job_key => 'webhook ' || made);
  end loop;
  perform set_config('app.across_customers', reason, true);
end $$;

create function app.tell_of_enrolment() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.ends_at <= app.now() and (new.ends_at is null or new.ends_at > app.now()) then
    perform app.queue_webhooks(new.customer_id, 'enrolment.created', new.id, null);
  elsif new.ends_at <= app.now() and (old.ends_at is null or old.ends_at > app.now()) then
    perform app.queue_webhooks(new.customer_id, 'enrolment.ended', new.id, null);
  end if;
  if tg_op = 'UPDATE' and old.completed_at is null and new.completed_at is not null then
    perform app.queue_webhooks(new.customer_id, 'enrolment.completed', new.id, null);
  end if;
  return null;
end $$;
create trigger tell after insert or update of ends_at, completed_at on enrolment for each row execute function app.tell_of_enrolment();

create function app.tell_of_certificate() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform app.queue_webhooks(new.customer_id, 'certificate.issued', new.enrolment_id, new.id);
  elsif old.revoked_at is null and new.revoked_at is not null then
    perform app.queue_webhooks(new.customer_id, 'certificate.revoked', new.enrolment_id, new.id);
  end if;
  return null;
end $$;
create trigger tell after insert or update of revoked_at on certificate for each row execute function app.tell_of_certificate();

create function app.tell_of_waiting() returns trigger language plpgsql as $$
begin
  perform app.queue_webhooks(new.customer_id, 'message.waiting', new.enrolment_id, null);
  return null;
end $$;
create trigger tell after update of waiting_since on correspondence for each row
  when (old.waiting_since is null and new.waiting_since is not null) execute function app.tell_of_waiting();
