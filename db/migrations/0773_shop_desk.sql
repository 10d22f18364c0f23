-- E-21, N-60: the operator's desk for what private persons have bought.

-- What has been withdrawn or cancelled, newest first: few among all that are sold.
create index purchase_undone on purchase (ordered_at desc, id desc) where withdrawn_at is not null or cancelled_at is not null;

-- A purchase is made by ordering and goes when it is due; whoever answers buyers notes what has become of it, and a buyer changes it
-- only through what ordering and withdrawing do. The books are written by those alone.
create policy made_by_ordering on purchase as restrictive for insert with check (app.across_customers());
create policy changed_at_the_desk on purchase as restrictive for update using (app.across_customers() or (select app.sells()));
create policy never_removed_by_hand on purchase as restrictive for delete using (app.across_customers());
create policy entered_by_ordering on voucher as restrictive for insert with check (app.across_customers());

-- Who has an account under the address of a purchase that whoever asks may read: they are told of the look.
create function app.buyers_of(purchases uuid[]) returns setof uuid language plpgsql as $$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from purchase where id = any(purchases);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $$;

-- As in 0770, and where the books are kept: a voucher leads to whoever bought for as long as the purchase is there.
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
  elsif look.purpose in ('sell', 'keep-books') then
    link.others := (select count(*) from purchase_look o where o.log_id = look.id);
  end if;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8') || int8send(link.others));
  insert into look_link select link.*;
end $$;
