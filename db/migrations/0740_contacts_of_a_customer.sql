-- Art. 30(2)(a): the record of what is done for a customer names the customer and its representative and data protection officer, with
-- how to reach them; Art. 13(1)(a) and (b): so does what a student is told. Written by the customer's administrators and the operator's people
-- who look after customers; read by whoever is told of the customer as controller.
create table customer_contact (
  customer_id uuid not null references customer (id),
  part text not null check (part in ('controller', 'representative', 'officer')),
  name text not null default '' check (length(name) <= 200),
  address text not null default '' check (length(address) <= 500),
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 5 and 30),
  changed_at timestamptz not null default app.now(),
  -- Not while there is an agreement; then when what is held on the customer's behalf goes.
  due_at timestamptz not null default 'infinity',
  primary key (customer_id, part)
);
create index customer_contact_due on customer_contact (due_at);
create index customer_contact_email on customer_contact (email) where email is not null;
call app.protect('customer_contact', 'customer_id = app.staff_of() or app.runs_customers()');
create policy told on customer_contact for select using (customer_id = app.customer_id());
