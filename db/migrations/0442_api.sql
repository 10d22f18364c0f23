-- A token of a customer's for programs. It acts for whoever made it and ends with their place as the customer's administrator;
-- only a keyed digest is kept.
call app.allow_across('api');

create table api_token (
  customer_id  uuid not null references customer,
  id           uuid not null default gen_random_uuid(),
  client_id    uuid not null,
  made_by      uuid not null references account on update cascade,
  name         text not null,
  scopes       text[] not null check (cardinality(scopes) > 0),
  digest       bytea not null,
  created_at   timestamptz not null default app.now(),
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  primary key (customer_id, id),
  unique (customer_id, client_id)
);
create index api_token_digest on api_token (digest);
create index api_token_made_by on api_token (made_by);
call app.protect('api_token', 'customer_id = app.staff_of()');

-- What a call that changed something was answered, for a day: sent again with the same key it is answered the same. Ids only.
create table api_reply (
  customer_id uuid not null references customer,
  key_digest  bytea not null,
  body_digest bytea not null,
  answer      jsonb,
  due_at      timestamptz not null,
  primary key (customer_id, key_digest)
);
create index api_reply_due_at on api_reply (due_at);
call app.protect('api_reply', 'customer_id = app.staff_of()');

alter table enrolment drop constraint enrolment_source_check;
alter table enrolment add constraint enrolment_source_check check (source in ('key', 'demo', 'group', 'api'));
