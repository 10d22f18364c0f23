-- The durable outbox: written in the same transaction as the act. `about` holds ids only; the text
-- is made when the mail is sent, from the recipient's own data.
create table mail (
  id          uuid primary key default app.uuid_v7(),
  account_id  uuid references account on update cascade,
  address     text check (address = lower(address)),
  template    text not null,
  language    text not null check (language in ('sv', 'en')),
  about       jsonb not null default '{}',
  state       text not null default 'queued' check (state in ('queued', 'sent', 'dead')),
  attempts    integer not null default 0,
  problem     text,
  created_at  timestamptz not null default app.now(),
  sent_at     timestamptz,
  due_at      timestamptz not null,
  check (account_id is not null or address is not null)
);
create index mail_account_id on mail (account_id) where account_id is not null;
create index mail_address on mail (address) where address is not null;
create index mail_due_at on mail (due_at);
create index mail_waiting on mail (state, created_at) where state <> 'sent';

call app.protect('mail', 'account_id = app.account_id()');

-- Anyone's act may put a mail to another in the box; only its recipient may read the row.
create policy posting on mail for insert with check (state = 'queued');
