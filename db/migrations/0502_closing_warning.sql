-- Whoever has closed their account is told by mail a month before it is anonymised, once.
alter table account add column erase_warned_at timestamptz;
create index account_to_warn on account (erase_due_at) where closed_at is not null and erase_warned_at is null;
