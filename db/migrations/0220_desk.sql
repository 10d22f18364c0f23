-- Who of the operator's own people does what. Nobody has access by standing: each role sees its own
-- desk and nothing else.
create table operator_staff (
  account_id uuid not null references account on update cascade on delete cascade,
  role       text not null check (role in ('support', 'dpo', 'executive')),
  created_at timestamptz not null default app.now(),
  primary key (account_id, role)
);

call app.protect('operator_staff', 'account_id = app.account_id()');

-- The one enquiry whose secret link was followed, or that is just being sent.
create function app.enquiry_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.enquiry_id', true), '')::uuid;

-- Whether the person serves the desk that enquiries of this kind come to. What is written to the
-- data protection officer is the officer's alone (Art. 38(5)).
create function app.serves(enquiry_kind text) returns boolean language sql stable
  return exists (select from operator_staff s where s.account_id = app.account_id()
    and s.role = case enquiry_kind when 'dpo' then 'dpo' else 'support' end);

-- What someone wrote to the operator, with or without an account: known by address alone.
create table enquiry (
  id            uuid primary key default gen_random_uuid(),
  kind          text not null check (kind in ('question', 'quote', 'dpo')),
  email         text not null check (email = lower(email) and length(email) <= 254),
  name          text not null default '' check (length(name) <= 100),
  organisation  text not null default '' check (length(organisation) <= 200),
  people_count  integer check (people_count between 1 and 1000000),
  courses       text not null default '' check (length(courses) <= 500),
  language      text not null check (language in ('sv', 'en')),
  client_id     uuid not null unique,
  created_at    timestamptz not null,
  last_sent_at  timestamptz not null,
  waiting_since timestamptz,
  closed_at     timestamptz,
  due_at        timestamptz not null,
  check (waiting_since is null or closed_at is null)
);
create index enquiry_email on enquiry (email);
create index enquiry_due_at on enquiry (due_at);
create index enquiry_inbox on enquiry ((kind = 'dpo'), (waiting_since is not null) desc, last_sent_at desc, id desc);

-- `number` is counted under the enquiry's row lock; `client_id` makes a double press the same message.
create table enquiry_message (
  id          uuid primary key default gen_random_uuid(),
  enquiry_id  uuid not null references enquiry on update cascade on delete cascade,
  number      integer not null,
  from_sender boolean not null,
  author_id   uuid references account on update cascade,
  client_id   uuid not null,
  body        text not null check (length(body) <= 10000),
  sent_at     timestamptz not null,
  unique (enquiry_id, number),
  unique (enquiry_id, client_id),
  check (from_sender = (author_id is null))
);
create index enquiry_message_author_id on enquiry_message (author_id) where author_id is not null;

-- A look at an enquiry. Its sender may have no account, so access_log_subject cannot tell of them.
create table enquiry_look (
  enquiry_id uuid not null references enquiry on update cascade on delete cascade,
  log_id     uuid not null references access_log on delete cascade,
  primary key (enquiry_id, log_id)
);
create index enquiry_look_log_id on enquiry_look (log_id);

call app.protect('enquiry', 'id = app.enquiry_id() or app.serves(kind)');
call app.protect('enquiry_message', 'exists (select from enquiry e where e.id = enquiry_id)');
call app.protect('enquiry_look', 'exists (select from enquiry e where e.id = enquiry_id)');

-- The accounts that belong to the senders of these enquiries, of those the caller may see: a look is
-- told to whoever has an account. Which addresses is decided before the function reaches further.
create function app.senders_of(enquiries uuid[]) returns setof uuid language plpgsql as $$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from enquiry where id = any(enquiries);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $$;

-- The link by which a sender has what they sent removed (N-12).
alter table challenge drop constraint challenge_kind_check;
alter table challenge add constraint challenge_kind_check check (kind in
  ('reset-password', 'change-email', 'redeem-key', 'second-factor', 'passkey', 'remove-enquiries'));
