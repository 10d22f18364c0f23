-- N-60: a key or an invitation may be for an address that has no account, so that access_log_subject cannot tell of a look at it. The look
-- is told to the address, and goes with the key or the invitation. Once an account has taken either, it is told to the account.
create table address_look (
  customer_id uuid not null references customer,
  id          uuid not null default app.uuid_v7(),
  log_id      uuid not null references access_log on delete cascade,
  address     text check (address = lower(address) and length(address) <= 254),
  key_id      uuid,
  invited_id  uuid,
  account_id  uuid references account on update cascade on delete cascade,
  primary key (customer_id, id),
  foreign key (customer_id, key_id) references course_key on delete cascade,
  foreign key (customer_id, invited_id) references invitation_address on delete cascade,
  check (num_nonnulls(address, account_id) = 1),
  check (num_nonnulls(key_id, invited_id, account_id) = 1)
);
create index address_look_log_id on address_look (log_id);
create index address_look_address on address_look (address) where address is not null;
-- A secret link knows the key or the invitation, not the customer.
create index address_look_key on address_look (key_id) where key_id is not null;
create index address_look_invited on address_look (invited_id) where invited_id is not null;
create index address_look_account on address_look (account_id) where account_id is not null;

-- Staff tell of their look and read none: it is for whoever was looked at.
call app.protect('address_look', 'false', 'select, insert, update, delete');
create policy looking on address_look for insert with check (customer_id = app.staff_of());
-- Nobody takes a look back. Whoever takes the key or the invitation takes the looks with them, and for themselves only.
create policy only_erasure on address_look as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));
create policy only_to_oneself on address_look as restrictive for update using (true)
  with check (account_id = app.account_id() or current_setting('app.across_customers', true) = 'erasure');

-- A key that has been let go of without being used is for nobody any longer.
create function app.forget_looks_at_key() returns trigger language plpgsql as $$
begin
  delete from address_look where customer_id = new.customer_id and key_id = new.id;
  return null;
end $$;
create trigger forget_looks after update of bound_email on course_key for each row
  when (old.bound_email is not null and new.bound_email is null and new.redeemed_at is null)
  execute function app.forget_looks_at_key();

-- As in 0710, with the addresses.
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
  elsif look.purpose in ('open-course', 'administer-customer') then
    link.others := (select count(*) from address_look o where o.log_id = look.id);
  end if;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8') || int8send(link.others));
  insert into look_link select link.*;
end $$;

-- As in 0710, and at a key or an invitation.
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
      union all select log_id from address_look where invited_id = any(leads_to))
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $$;

-- The looks at whoever is signed in, each once: those that were told to the account, those that came with a key or an invitation that it
-- has taken, and those at keys and invitations that wait for its address.
create function app.own_looks(up_to integer) returns table (at timestamptz, unit text, purpose text, fields text[])
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
      union select log_id from address_look where address = email)
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $$;
