-- E-06 and E-21: private persons buy a course of ours. What the service needs of a purchase is kept three years, whatever becomes of the
-- account (Art. 17(3)(e)); the voucher seven years, with no more about the buyer than their name (BFL 5:7 and 7:2).
call app.allow_across('purchase');

-- Who answers buyers, and who keeps the books.
create function app.sells() returns boolean language sql stable
return exists (select from operator_staff s where s.account_id = app.account_id() and s.role in ('support', 'executive'));
create function app.keeps_books() returns boolean language sql stable
return exists (select from operator_staff s where s.account_id = app.account_id() and s.role = 'executive');

-- Who sells: the operator, through the customer whose courses are sold. Every buyer is told of it beforehand (distansavtalslagen 2:2).
create table seller (
  only_one     boolean primary key default true check (only_one),
  customer_id  uuid not null references customer,
  name         text not null check (length(name) between 1 and 200),
  org_number   text not null check (org_number ~ '^\d{10}$'),
  vat_number   text not null check (vat_number ~ '^SE\d{12}$'),
  address      text not null check (length(address) between 1 and 300),
  bankgiro     text not null check (bankgiro ~ '^\d{7,8}$'),
  payment_days integer not null check (payment_days between 10 and 60),
  saved_at     timestamptz not null
);
call app.protect('seller', 'true', 'select');
grant insert, update on seller to kursiv_runtime;
create policy kept_by_management on seller as restrictive for insert with check (app.across_customers() or (select app.keeps_books()));
create policy changed_by_management on seller as restrictive for update using (app.across_customers() or (select app.keeps_books()));

-- A course for sale. Up to 4,000 kronor with VAT a simplified invoice is enough, which says nothing of the buyer (ML 2023:200, chapter 17).
create table course_price (
  customer_id uuid not null,
  course_id   uuid not null,
  ore         integer not null check (ore between 100 and 400000),
  vat_percent integer not null check (vat_percent in (0, 6, 12, 25)),
  access_days integer check (access_days between 1 and 3650),
  -- Where the keys of those who buy it are made.
  batch_id    uuid not null,
  on_sale     boolean not null,
  saved_at    timestamptz not null,
  primary key (customer_id, course_id),
  foreign key (customer_id, course_id) references course (customer_id, id) on delete cascade,
  foreign key (customer_id, batch_id) references key_batch (customer_id, id) on delete cascade
);
call app.protect('course_price', '(on_sale or (select app.keeps_books()) or customer_id = app.staff_of())', 'select, insert, update, delete');
create policy kept_by_management on course_price as restrictive for insert with check (app.across_customers() or (select app.keeps_books()));
create policy changed_by_management on course_price as restrictive for update using (app.across_customers() or (select app.keeps_books()));
create policy removed_by_management on course_price as restrictive for delete using (app.across_customers() or (select app.keeps_books()));

-- What somebody has filled in and not ordered yet: a link in a mail leads here, and only whoever reads at the address can order.
create table checkout (
  id             uuid primary key default gen_random_uuid(),
  client_id      uuid not null unique,
  customer_id    uuid not null references customer,
  course_id      uuid not null,
  email          text not null check (email = lower(email) and length(email) <= 254),
  given_name     text not null check (length(given_name) between 1 and 100),
  family_name    text not null check (length(family_name) between 1 and 100),
  language       text not null check (language in ('sv', 'en')),
  payment_method text not null check (payment_method in ('invoice')),
  asked_at       timestamptz not null,
  due_at         timestamptz not null
);
create index checkout_email on checkout (email);
create index checkout_due_at on checkout (due_at);
call app.protect('checkout', 'id = app.enquiry_id()');

-- The order: a link in a mail leads to it for as long as it is kept.
create table purchase (
  id             uuid primary key,
  number         text not null unique default app.new_case_number(),
  customer_id    uuid not null references customer,
  -- Gone with the account, so that no purchase leads to what was learnt: no foreign keys.
  course_id      uuid,
  key_id         uuid,
  course_title   text not null,
  email          text not null check (email = lower(email) and length(email) <= 254),
  given_name     text not null,
  family_name    text not null,
  language       text not null check (language in ('sv', 'en')),
  payment_method text not null check (payment_method in ('invoice')),
  ore            integer not null check (ore > 0),
  vat_percent    integer not null check (vat_percent in (0, 6, 12, 25)),
  ordered_at     timestamptz not null,
  pay_by         timestamptz not null,
  reminded_at    timestamptz,
  paid_at        timestamptz,
  withdrawn_at   timestamptz,
  -- Of the operator's people's doing: nobody has paid, or it was sold by mistake.
  cancelled_at   timestamptz,
  refunded_at    timestamptz,
  due_at         timestamptz not null,
  check (num_nonnulls(withdrawn_at, cancelled_at) <= 1),
  check (refunded_at is null or (paid_at is not null and num_nonnulls(withdrawn_at, cancelled_at) = 1))
);
create index purchase_email on purchase (email);
create index purchase_due_at on purchase (due_at);
create index purchase_ordered on purchase (ordered_at desc, id desc);
create index purchase_unpaid on purchase (pay_by, id) where paid_at is null and withdrawn_at is null and cancelled_at is null;
create index purchase_to_refund on purchase (ordered_at desc, id desc)
  where paid_at is not null and refunded_at is null and (withdrawn_at is not null or cancelled_at is not null);
call app.protect('purchase', 'id = app.enquiry_id() or (select app.sells()) or email = (select app.own_email())');

-- N-60: a look at a purchase is told on its own page, and to the account with its address.
create table purchase_look (
  purchase_id uuid not null references purchase on delete cascade,
  log_id      uuid not null references access_log on delete cascade,
  primary key (purchase_id, log_id)
);
create index purchase_look_log_id on purchase_look (log_id);
call app.protect('purchase_look', 'exists (select from purchase p where p.id = purchase_look.purchase_id)');
create policy only_erasure on purchase_look as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));

-- A voucher is never changed (BFL 5:5): what was wrong is set right by another. It outlives the purchase, and then leads to nobody's address.
create table voucher (
  number       integer primary key check (number > 0),
  kind         text not null check (kind in ('sale', 'credit')),
  -- A credit takes back one sale, once.
  credits      integer unique,
  purchase_id  uuid references purchase on delete set null,
  reference    text not null,
  counterparty text not null check (length(counterparty) between 1 and 201),
  ore          integer not null check (ore > 0),
  vat_ore      integer not null check (vat_ore >= 0 and vat_ore <= ore),
  vat_percent  integer not null check (vat_percent in (0, 6, 12, 25)),
  happened_on  date not null,
  made_at      timestamptz not null,
  due_at       timestamptz not null,
  check ((kind = 'credit') = (credits is not null))
);
create index voucher_purchase on voucher (purchase_id) where purchase_id is not null;
create index voucher_due_at on voucher (due_at);
create index voucher_happened on voucher (happened_on, number);
call app.protect('voucher', '(select app.keeps_books()) or exists (select from purchase p where p.id = voucher.purchase_id)',
  'select, insert, delete');
create policy kept_until_due on voucher as restrictive for delete
  using (due_at <= app.now() and current_setting('app.across_customers', true) = 'retention');

-- As in 0756, and at purchases.
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
  elsif look.purpose = 'sell' then
    link.others := (select count(*) from purchase_look o where o.log_id = look.id);
  end if;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8') || int8send(link.others));
  insert into look_link select link.*;
end $$;

-- As in 0756, and at purchases.
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
      union all select log_id from contact_look where contact_id = any(leads_to)
      union all select log_id from purchase_look where purchase_id = any(leads_to))
    order by l.at desc, l.id limit up_to;
  perform set_config('app.across_customers', reason, true);
end $$;
