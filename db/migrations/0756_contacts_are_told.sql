-- N-60 and N-44: whom a customer names as its contact is told of it, of who has looked, and can have the name removed. The id is what the
-- mailed link leads to; it is renewed with the address, so that the link ends with it.
alter table customer_contact add column id uuid not null default app.uuid_v7(), add unique (customer_id, id);
create index customer_contact_id on customer_contact (id);
create policy by_link on customer_contact for select using (id = app.enquiry_id());
-- Whoever reads at the address takes a name away, and writes none.
create policy nameless_by_link on customer_contact for update using (id = app.enquiry_id()) with check (id = app.enquiry_id() and name = '');

-- A look at contact details is told to the address they are for, and goes with it. Not in address_look: those rows are the customer's, and
-- these are of what we keep ourselves.
create table contact_look (
  customer_id uuid not null references customer,
  id          uuid not null default app.uuid_v7(),
  log_id      uuid not null references access_log on delete cascade,
  contact_id  uuid not null,
  address     text not null check (address = lower(address) and length(address) <= 254),
  primary key (customer_id, id),
  foreign key (customer_id, contact_id) references customer_contact (customer_id, id) on update cascade on delete cascade
);
create index contact_look_log_id on contact_look (log_id);
create index contact_look_address on contact_look (address);
create index contact_look_contact on contact_look (contact_id);
-- As with 0735: staff tell of their look and read none, and nobody takes one back.
call app.protect('contact_look', 'false', 'select, insert, update, delete');
create policy looking on contact_look for insert with check (customer_id = app.staff_of() or app.runs_customers());
create policy only_erasure on contact_look as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));
create policy never_another on contact_look as restrictive for update using (current_setting('app.across_customers', true) = 'erasure');

-- As in 0735, with those who are reached as contacts; the officer looks for names among them too.
create or replace function app.link_look(look access_log) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  chain_of  uuid := coalesce(look.customer_id, '00000000-0000-0000-0000-000000000000');
  reason    text := coalesce(current_setting('app.across_customers', true), '');
  last      look_link;
  link      look_link;
begin
  perform pg_advisory_xact_lock(hashtextextended('look ' || chain_of, 0));
  select * into last from look_link where chain = chain_of order by number desc limit 1;
  link.chain := chain_of;
  link.number := coalesce(last.number, 0) + 1;
  link.log_id := look.id;
  link.due_at := look.due_at;
  link.others := 0;
  link.content := sha256(convert_to(concat_ws(E'\n', look.id, extract(epoch from look.at), look.customer_id, look.purpose, look.room,
    array_to_string(look.fields, E'\t'), extract(epoch from look.due_at)), 'utf8'));
  link.actor := sha256(look.actor_salt || uuid_send(look.actor_id));
  perform set_config('app.across_customers', 'look log', true);
  select coalesce(array_agg(d order by d), '{}') into link.subjects from (
    select sha256(salt || uuid_send(account_id)) as d from access_log_subject where log_id = look.id) s;
  -- Only these purposes lead to someone known by address: other looks are not made to ask.
  if look.purpose in ('answer-enquiry', 'answer-data-subject') then
    link.others := (select count(*) from enquiry_look o where o.log_id = look.id)
      + (select count(*) from data_request_look o where o.log_id = look.id)
      + (select count(*) from customer_request_look o where o.log_id = look.id)
      + (select count(*) from contact_look o where o.log_id = look.id);
  elsif look.purpose in ('open-course', 'administer-customer') then
    link.others := (select count(*) from address_look o where o.log_id = look.id)
      + (select count(*) from contact_look o where o.log_id = look.id);
  end if;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8') || int8send(link.others));
  insert into look_link select link.*;
end $$;

-- As in 0735, and at contact details.
create or replace function app.looks_by_link(up_to integer) returns table (at timestamptz, room text, unit text, purpose text, fields text[])
language plpgsql as $$
#variable_conflict use_column
declare
  leads_to uuid[] := array[app.enquiry_id()];
  reason   text := coalesce(current_setting('app.across_customers', true), '');
begin
  -- A case that others have been put together with is read with them.
  if app.purpose_in_force() = 'answer-enquiry' then
    leads_to := leads_to || array(select m.enquiry_id from enquiry_merge m where m.into_id = app.enquiry_id());
  end if;
  perform set_config('app.across_customers', 'look log', true);
  return query select l.at, l.room, coalesce(c.name, (select o.name from operator o)), l.purpose, l.fields
    from access_log l left join customer c on c.id = l.customer_id
    where l.id in (select log_id from data_request_look where request_id = any(leads_to)
      union all select log_id from customer_request_look where request_id = any(leads_to)
      union all select log_id from enquiry_look where enquiry_id = any(leads_to)
      union all select log_id from address_look where key_id = any(leads_to)
      union all select log_id from address_look where invited_id = any(leads_to)
      union all select log_id from contact_look where contact_id = any(leads_to))
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $$;

-- As in 0735, and at contact details that are for their address.
create or replace function app.own_looks(up_to integer) returns table (at timestamptz, unit text, purpose text, fields text[])
language plpgsql as $$
#variable_conflict use_column
declare
  me     uuid := app.account_id();
  reason text := coalesce(current_setting('app.across_customers', true), '');
  email  text := (select a.email from account a where a.id = me and a.email_confirmed_at is not null);
begin
  perform set_config('app.across_customers', 'look log', true);
  return query select l.at, coalesce(c.name, (select o.name from operator o)), l.purpose, l.fields
    from access_log l left join customer c on c.id = l.customer_id
    where l.id in (select log_id from access_log_subject where account_id = me
      union select log_id from address_look where account_id = me
      union select log_id from address_look where address = email
      union select log_id from contact_look where address = email)
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $$;

-- As in 0661, and the names that stand at a function's address.
create or replace function app.erase_people(erasures uuid[], at timestamptz)
returns table (people jsonb, mails uuid[], exports text[], attachments text[], rows bigint[])
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  accounts  uuid[];
  addresses text[];
begin
  select jsonb_agg(to_jsonb(leaving)), array_agg(id), coalesce(array_agg(email) filter (where email is not null), '{}')
    into people, accounts, addresses from app.begin_erasing(erasures, at) leaving;
  if people is null then return; end if;
  select queue.mails, queue.exports into mails, exports from app.take_from_queue(accounts, addresses) queue;
  select coalesce(array_agg(key) filter (where store = 'attachments'), '{}'),
      exports || coalesce(array_agg(key) filter (where store = 'exports'), '{}')
    into attachments, exports from engine.files_of(accounts, addresses);
  -- A function's address has no person of its own, so the plan does not find whom it names: a whole name, at a customer where they are.
  update customer_contact c set name = '' from account a join membership m on m.account_id = a.id
    where a.id = any(accounts) and a.family_name <> '' and c.customer_id = m.customer_id
      and strpos(lower(c.name), lower(a.given_name || ' ' || a.family_name)) > 0;
  rows := app.run_erasure(accounts, addresses, '{}');
  return next;
end $$;
