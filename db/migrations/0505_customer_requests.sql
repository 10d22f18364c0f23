-- N-43: what someone asks about data that a customer is the controller of goes to the customer, with the clock it came with.
create table customer_request (
  customer_id     uuid not null references customer,
  id              uuid not null default gen_random_uuid(),
  request_id      uuid not null,
  kind            text not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability')),
  email           text not null check (email = lower(email) and length(email) <= 254),
  body            text not null default '' check (length(body) <= 5000),
  language        text not null check (language in ('sv', 'en')),
  received_at     timestamptz not null,
  answer_by       timestamptz not null,
  handed_at       timestamptz not null,
  state           text not null default 'open' check (state in ('open', 'extended', 'answered', 'refused')),
  note            text not null default '' check (length(note) <= 5000),
  stepped_by      uuid references account on update cascade,
  stepped_at      timestamptz,
  link_id         uuid,
  link_expires_at timestamptz,
  due_at          timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, request_id),
  -- Art. 12(3): a month, here thirty days, and at most two months more.
  constraint in_time check (answer_by <= received_at + interval '30 days' + interval '2 months'),
  constraint reasons check (state not in ('extended', 'refused') or length(note) >= 3),
  check ((link_id is null) = (link_expires_at is null))
);
-- A secret link knows the request, not the customer.
create index customer_request_id on customer_request (id);
create index customer_request_link on customer_request (link_id) where link_id is not null;
create index customer_request_email on customer_request (email);
create index customer_request_due_at on customer_request (due_at);
create index customer_request_stepped_by on customer_request (stepped_by) where stepped_by is not null;
create index customer_request_list on customer_request (customer_id, (state in ('answered', 'refused')), answer_by, id);
create index customer_request_request on customer_request (request_id);
call app.protect('customer_request', $$(customer_id = app.staff_of() and app.has_role(app.account_id(), customer_id, 'customer_admin'))
  or id = app.enquiry_id() or link_id = app.enquiry_id() or app.serves('dpo')$$);

-- The accounts that belong to those who ask, of the requests that the caller may see: a look is told to whoever has one.
create function app.handed_askers(requests uuid[]) returns setof uuid language plpgsql as $$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from customer_request where id = any(requests);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $$;
