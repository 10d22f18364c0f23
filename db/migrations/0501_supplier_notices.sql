-- Art. 19: whoever has been given the data is told that it is erased, and answers with a receipt. One row a supplier and erasure.
create table supplier_notice (
  id           uuid primary key default gen_random_uuid(),
  erasure_id   uuid not null references erasure on delete cascade,
  supplier     text not null check (length(supplier) between 1 and 200),
  services     text[] not null,
  -- by-hand: the supplier has no address for notices, so the officer writes to it.
  state        text not null check (state in ('waiting', 'by-hand', 'confirmed', 'failed')),
  created_at   timestamptz not null,
  tried_at     timestamptz,
  confirmed_at timestamptz,
  attempts     integer not null default 0,
  problem      text,
  answer       text not null default '' check (length(answer) <= 20000),
  unique (erasure_id, supplier),
  check ((state = 'confirmed') = (confirmed_at is not null))
);
create index supplier_notice_open on supplier_notice (created_at) where state <> 'confirmed';
call app.protect('supplier_notice', 'app.decides_holds()');

-- The address that a supplier knows the person by, sealed with the installation's secret, until the supplier has answered. No
-- backup has this table, and nothing else in it leads to anyone.
create table supplier_notice_address (
  notice_id uuid primary key references supplier_notice on delete cascade,
  sealed    bytea not null,
  due_at    timestamptz not null
);
create index supplier_notice_address_due_at on supplier_notice_address (due_at);
call app.protect('supplier_notice_address', 'false');

-- The officer's list.
create index erasure_list on erasure (requested_at desc, id desc);
