-- The text a person meets, version by version. Its hash is what an acceptance points to.
create table document_version (
  kind        text not null check (kind in ('terms', 'privacy-policy')),
  version     integer not null check (version > 0),
  text_sv     text not null,
  text_en     text not null,
  text_hash   text not null,
  in_force_at timestamptz not null,
  primary key (kind, version)
);

-- Three different events, never mixed (LAW.md, GDPR Art. 7(1)): consent given or withdrawn, terms
-- accepted or refused, a notice served. Append-only for the runtime role.
create table ledger (
  account_id       uuid not null references account on update cascade on delete cascade,
  id               uuid not null default app.uuid_v7(),
  event            text not null check (event in ('consent', 'acceptance', 'notice')),
  about            text not null,
  state            text not null check (state in ('given', 'withdrawn', 'accepted', 'refused', 'served')),
  version          integer not null,
  text_hash        text not null,
  form_fingerprint text not null default '',
  language         text not null check (language in ('sv', 'en')),
  at               timestamptz not null default app.now(),
  primary key (account_id, id),
  check (case event when 'consent' then state in ('given', 'withdrawn')
                    when 'acceptance' then state in ('accepted', 'refused')
                    else state = 'served' end)
);
create index ledger_about on ledger (account_id, event, about, at desc);

-- Consent as a predicate: processing reads the ledger, so withdrawing stops it at once (Art. 7(3)).
create function app.consents(person uuid, purpose text) returns boolean
  language sql stable parallel safe
  return coalesce((select state = 'given' from ledger
    where account_id = person and event = 'consent' and about = purpose
    order by at desc, id desc limit 1), false);

create function app.has_accepted_terms(person uuid) returns boolean
  language sql stable parallel safe
  return coalesce((select l.state = 'accepted' from ledger l
    where l.account_id = person and l.event = 'acceptance' and l.about = 'terms'
      and l.version = (select max(version) from document_version d
                        where d.kind = 'terms' and d.in_force_at <= app.now())
    order by l.at desc, l.id desc limit 1), false);

-- Every look at another person's data: one row a request, fields and never values (N-60).
create table access_log (
  id          uuid primary key default app.uuid_v7(),
  at          timestamptz not null default app.now(),
  actor_id    uuid not null references account on update cascade,
  customer_id uuid references customer,
  purpose     text not null,
  room        text not null,
  fields      text[] not null,
  due_at      timestamptz not null
);
create index access_log_due_at on access_log (due_at);
create index access_log_actor on access_log (actor_id);

create table access_log_subject (
  log_id     uuid not null references access_log on delete cascade,
  account_id uuid not null references account on update cascade on delete cascade,
  primary key (account_id, log_id)
);
create index access_log_subject_log on access_log_subject (log_id);

-- An erasure is done only when every store has confirmed. The account id leaves the row when the
-- database step is through; the receipt holds no personal data.
create table erasure (
  id           uuid primary key default gen_random_uuid(),
  account_id   uuid,
  way          text not null check (way in ('request', 'retention', 'termination')),
  state        text not null default 'started' check (state in ('started', 'done')),
  confirmed    text[] not null default '{}',
  remaining    jsonb not null default '{}',
  receipt      jsonb,
  requested_at timestamptz not null default app.now(),
  finished_at  timestamptz,
  due_at       timestamptz not null
);
create unique index erasure_account_id on erasure (account_id) where account_id is not null;
create index erasure_due_at on erasure (due_at);

create table retention_run (
  id          uuid primary key default app.uuid_v7(),
  started_at  timestamptz not null default app.now(),
  finished_at timestamptz,
  counts      jsonb not null default '{}'
);

call app.protect('document_version', 'true');
call app.protect('ledger', 'account_id = app.account_id()', 'select, insert, delete');
call app.protect('access_log', 'actor_id = app.account_id() or exists
  (select from access_log_subject s where s.log_id = access_log.id and s.account_id = app.account_id())');
call app.protect('access_log_subject', 'account_id = app.account_id()', 'select, delete');
call app.protect('erasure', 'account_id = app.account_id()');
call app.protect('retention_run', 'true');

-- Writing the log is allowed to whoever looks; reading it only to those concerned.
create policy looking on access_log for insert with check (actor_id = app.account_id());
create policy looking on access_log_subject for insert with check (true);
grant insert on access_log_subject to kursiv_runtime;
