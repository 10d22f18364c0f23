-- Where a reminder can be answered by mail: one row a person and thread. The address itself is a keyed digest of the id and
-- is written nowhere. Whether it still holds is asked when an answer comes, of the thread itself.
create table reply_address (
  customer_id       uuid not null,
  id                uuid not null default gen_random_uuid(),
  correspondence_id uuid not null,
  account_id        uuid not null references account on update cascade on delete cascade,
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, correspondence_id, account_id),
  foreign key (customer_id, correspondence_id) references correspondence on update cascade on delete cascade
);
create unique index reply_address_id on reply_address (id);
create index reply_address_account_id on reply_address (account_id);
create index reply_address_expires_at on reply_address (expires_at);

call app.protect('reply_address', 'customer_id = app.customer_id() and account_id = app.account_id()');
