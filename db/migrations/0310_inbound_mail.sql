-- The durable inbox: a mail is here before the mailbox is told that it was taken, and is handled by a job. `message_key` is a
-- digest, so the same mail twice is one. What the mail said leaves the row as soon as it has reached its case or thread.
create table inbound_mail (
  id           uuid primary key default app.uuid_v7(),
  message_key  bytea not null unique,
  from_address text check (from_address = lower(from_address) and length(from_address) <= 254),
  subject      text not null default '' check (length(subject) <= 200),
  body         text not null default '' check (length(body) <= 100000),
  reply_kind   text check (reply_kind in ('case', 'correspondence')),
  reply_id     uuid,
  state        text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  attempts     integer not null default 0,
  problem      text,
  received_at  timestamptz not null,
  handled_at   timestamptz,
  due_at       timestamptz not null
);
create index inbound_mail_from_address on inbound_mail (from_address) where from_address is not null;
create index inbound_mail_due_at on inbound_mail (due_at);
create index inbound_mail_dead on inbound_mail (received_at) where state = 'dead';

-- No person reads it: only the job that takes it on.
call app.protect('inbound_mail', 'false');
