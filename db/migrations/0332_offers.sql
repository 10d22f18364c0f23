-- What the operator offers whoever has asked for a price. It hangs on the enquiry, is answered behind the enquiry's own
-- link, and goes with it; what was agreed is copied into the agreement.
create table offer (
  id            uuid primary key default gen_random_uuid(),
  enquiry_id    uuid not null references enquiry on update cascade on delete cascade,
  number        integer not null check (number > 0),
  author_id     uuid not null references account on update cascade,
  client_id     uuid not null,
  kind          text not null check (kind in ('school', 'municipality', 'library', 'company', 'private', 'shop')),
  seats         integer not null check (seats between 1 and 1000000),
  period_months integer not null check (period_months between 1 and 60),
  renews        boolean not null,
  notice_months integer not null check (notice_months between 0 and 12),
  lines         jsonb not null,
  courses       uuid[] not null,
  made_at       timestamptz not null,
  valid_until   timestamptz not null,
  accepted_at   timestamptz,
  declined_at   timestamptz,
  reason        text not null default '' check (length(reason) <= 2000),
  customer_id   uuid references customer,
  unique (enquiry_id, number),
  unique (enquiry_id, client_id),
  check (accepted_at is null or declined_at is null)
);
create index offer_author_id on offer (author_id);
create index offer_customer_id on offer (customer_id) where customer_id is not null;
call app.protect('offer', 'exists (select from enquiry e where e.id = enquiry_id)');
