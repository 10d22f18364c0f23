-- One person, one account. An anonymised person's learning is re-pointed to a pseudonym: an
-- account with nothing in it.
create table account (
  id                 uuid primary key default gen_random_uuid(),
  kind               text not null check (kind in ('personal', 'demo', 'staff', 'pseudonym')),
  email              text check (email = lower(email) and length(email) <= 254),
  email_confirmed_at timestamptz,
  given_name         text not null default '' check (length(given_name) <= 100),
  family_name        text not null default '' check (length(family_name) <= 100),
  language           text not null default 'sv' check (language in ('sv', 'en')),
  created_at         timestamptz not null default app.now(),
  closed_at          timestamptz,
  erase_due_at       timestamptz,
  check ((kind = 'pseudonym') = (email is null)),
  check ((closed_at is null) = (erase_due_at is null))
);
create unique index account_email_key on account (email);
create index account_erase_due_at on account (erase_due_at) where erase_due_at is not null;

create table account_password (
  account_id uuid primary key references account on update cascade on delete cascade,
  hash       text not null,
  changed_at timestamptz not null default app.now()
);

create table passkey (
  account_id    uuid not null references account on update cascade on delete cascade,
  id            uuid not null default app.uuid_v7(),
  credential_id text not null unique,
  public_key    bytea not null,
  counter       bigint not null default 0,
  transports    text[] not null default '{}',
  name          text not null default '' check (length(name) <= 100),
  created_at    timestamptz not null default app.now(),
  last_used_at  timestamptz,
  primary key (account_id, id)
);

create table second_factor (
  account_id   uuid primary key references account on update cascade on delete cascade,
  secret       bytea not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);

create table recovery_code (
  account_id uuid not null references account on update cascade on delete cascade,
  code_hash  bytea not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

create table session (
  id                  uuid primary key default gen_random_uuid(),
  account_id          uuid not null references account on update cascade on delete cascade,
  token_hash          bytea not null unique,
  previous_token_hash bytea,
  rotated_at          timestamptz not null default app.now(),
  created_at          timestamptz not null default app.now(),
  last_seen_at        timestamptz not null default app.now(),
  confirmed_at        timestamptz not null default app.now(),
  expires_at          timestamptz not null,
  browser             text not null default '' check (length(browser) <= 100)
);
create index session_account_id on session (account_id);
create index session_previous_token_hash on session (previous_token_hash) where previous_token_hash is not null;
create index session_expires_at on session (expires_at);

-- A proof that is asked for: a new password, a changed address, a key's owner, a second factor, a
-- passkey. The token sent is a keyed digest of the id, so this table alone opens nothing.
create table challenge (
  id         uuid primary key default gen_random_uuid(),
  kind       text not null check (kind in
             ('reset-password', 'change-email', 'redeem-key', 'second-factor', 'passkey')),
  account_id uuid references account on update cascade on delete cascade,
  email      text check (email = lower(email)),
  key_id     uuid,
  nonce      text,
  created_at timestamptz not null default app.now(),
  expires_at timestamptz not null
);
create index challenge_account_id on challenge (account_id) where account_id is not null;
create index challenge_email on challenge (email) where email is not null;
create index challenge_expires_at on challenge (expires_at);

-- Counts tries per account, per address and overall. The bucket is a keyed digest: it cannot be
-- read back, and it is gone within a day.
create table throttle (
  bucket     bytea primary key,
  tries      integer not null,
  expires_at timestamptz not null
);
create index throttle_expires_at on throttle (expires_at);

create table customer (
  id         uuid primary key default app.uuid_v7(),
  slug       text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name       text not null,
  kind       text not null check (kind in ('school', 'municipality', 'library', 'company', 'private')),
  created_at timestamptz not null default app.now(),
  ended_at   timestamptz
);

create table membership (
  customer_id uuid not null references customer,
  account_id  uuid not null references account on update cascade,
  role        text not null check (role in ('customer_admin', 'course_admin', 'teacher', 'student')),
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, account_id, role)
);
create index membership_account_id on membership (account_id);

-- The operator: one row, written on the first visit or from the settings.
create table operator (
  only_one      boolean primary key default true check (only_one),
  name          text not null,
  contact_email text not null,
  dpo_name      text not null,
  dpo_email     text not null,
  language      text not null check (language in ('sv', 'en')),
  set_up_at     timestamptz not null default app.now()
);

call app.protect('account', $$ id = app.account_id()
  or exists (select from membership m where m.account_id = account.id and m.customer_id = app.staff_of())
  or exists (select from membership m where m.account_id = account.id and m.customer_id = app.customer_id()
               and m.role in ('course_admin', 'teacher')) $$);
call app.protect('account_password', 'account_id = app.account_id()');
call app.protect('passkey', 'account_id = app.account_id()');
call app.protect('second_factor', 'account_id = app.account_id()');
call app.protect('recovery_code', 'account_id = app.account_id()');
call app.protect('session', 'account_id = app.account_id()');
call app.protect('challenge', 'account_id = app.account_id()');
call app.protect('throttle', $$ app.purpose() = 'security' $$);
call app.protect('customer', 'id = app.customer_id()
  or exists (select from membership m where m.customer_id = customer.id and m.account_id = app.account_id())');
call app.protect('membership', $$ account_id = app.account_id() or customer_id = app.staff_of()
  or (customer_id = app.customer_id() and role in ('course_admin', 'teacher')) $$);
call app.protect('operator', 'true');
