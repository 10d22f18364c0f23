-- Whom a version of the terms is for, and when everyone with an account had been told of it.
alter table document_version
  add column applies_to text not null default 'everyone' check (applies_to in ('everyone', 'new-accounts')),
  add column announced_at timestamptz;

-- The version that holds for a person: one that is only for new accounts holds for those opened since.
create function app.terms_for(person uuid) returns integer language sql stable parallel safe
  return (select max(d.version) from document_version d
    where d.kind = 'terms' and d.in_force_at <= app.now()
      and (d.applies_to = 'everyone' or d.in_force_at <= (select a.created_at from account a where a.id = person)));

create or replace function app.has_accepted_terms(person uuid) returns boolean
  language sql stable parallel safe
  return coalesce((select l.state = 'accepted' from ledger l
    where l.account_id = person and l.event = 'acceptance' and l.about = 'terms' and l.version = app.terms_for(person)
    order by l.at desc, l.id desc limit 1), false);

-- Who has been told of a version.
create index ledger_notice on ledger (version, account_id) where event = 'notice' and about = 'terms';
