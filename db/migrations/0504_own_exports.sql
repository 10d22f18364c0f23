-- An extract of one's own data as a file, made in the background: sealed with a key that only this row has, gone after a week.
create table own_export (
  id           uuid primary key default gen_random_uuid(),
  account_id   uuid not null references account on update cascade on delete cascade,
  client_id    uuid not null,
  language     text not null check (language in ('sv', 'en')),
  content_key  bytea not null,
  requested_at timestamptz not null,
  parts_done   integer not null default 0,
  parts_total  integer not null default 0,
  finished_at  timestamptz,
  failed_at    timestamptz,
  bytes        bigint,
  sha256       bytea,
  expires_at   timestamptz not null,
  unique (account_id, client_id)
);
create index own_export_expires_at on own_export (expires_at);
call app.protect('own_export', 'account_id = app.account_id()');
