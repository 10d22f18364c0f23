-- N-60: who asks about their data may have no account, so that access_log_subject cannot tell of them. A look at a request is told
-- by the request, as one at an enquiry is (0220), at the operator's desk and at a customer's.
create table data_request_look (
  request_id uuid not null references data_request on update cascade on delete cascade,
  log_id     uuid not null references access_log on delete cascade,
  primary key (request_id, log_id)
);
create index data_request_look_log_id on data_request_look (log_id);
call app.protect('data_request_look', 'exists (select from data_request r where r.id = request_id)', 'select, insert, delete');

create table customer_request_look (
  customer_id uuid not null,
  request_id  uuid not null,
  log_id      uuid not null references access_log on delete cascade,
  primary key (customer_id, request_id, log_id),
  foreign key (customer_id, request_id) references customer_request on update cascade on delete cascade
);
create index customer_request_look_log_id on customer_request_look (log_id);
-- A secret link knows the request, not the customer.
create index customer_request_look_request on customer_request_look (request_id);
call app.protect('customer_request_look', $$exists (select from customer_request r
  where r.customer_id = customer_request_look.customer_id and r.id = customer_request_look.request_id)$$, 'select, insert, delete');

-- A look that was told is told until the request goes. Nobody takes it back.
create policy only_erasure on enquiry_look as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));
create policy only_erasure on data_request_look as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));
create policy only_erasure on customer_request_look as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));

-- How many enquiries and requests a look was told to, bound into the chain with it: they go before the look does, and it was told all
-- the same. Not known of the links that were made before.
alter table look_link add column others integer check (others >= 0);

-- As in 0661, with that number. The same expressions stand in src/privacy/look-log/verify-look-log.ts.
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
      + (select count(*) from customer_request_look o where o.log_id = look.id);
  end if;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8') || int8send(link.others));
  insert into look_link select link.*;
end $$;

-- The looks at what the secret link of this transaction leads to, the newest first: when, in which room, at whom, what and why; never
-- by which person (C-579/21).
create function app.looks_by_link(up_to integer) returns table (at timestamptz, room text, unit text, purpose text, fields text[])
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
      union all select log_id from enquiry_look where enquiry_id = any(leads_to))
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $$;
