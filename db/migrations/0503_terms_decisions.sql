-- N-30: what is done when someone breaks the terms. A warning, or the end of the account: after an earlier warning, or at once when
-- the breach is grave. Whoever it is about may appeal, and another person decides then.
create table terms_decision (
  id           uuid primary key default gen_random_uuid(),
  account_id   uuid not null references account on update cascade on delete cascade,
  kind         text not null check (kind in ('warning', 'repeated', 'grave')),
  rule         text not null check (length(rule) between 3 and 200),
  reason       text not null check (length(reason) between 3 and 2000),
  client_id    uuid not null unique,
  decided_by   uuid not null references account on update cascade,
  decided_at   timestamptz not null,
  appeal_until timestamptz not null,
  appeal       text not null default '' check (length(appeal) <= 5000),
  appealed_at  timestamptz,
  answered_by  uuid references account on update cascade,
  answered_at  timestamptz,
  outcome      text check (outcome in ('upheld', 'lifted')),
  answer       text not null default '' check (length(answer) <= 2000),
  constraint two_people check (answered_by is null or answered_by <> decided_by),
  constraint not_about_oneself check (account_id <> decided_by and account_id is distinct from answered_by),
  constraint in_time check (appealed_at <= appeal_until),
  check ((appealed_at is null) = (appeal = '')),
  check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)),
  constraint answers_an_appeal check (outcome is null or appealed_at is not null)
);
create index terms_decision_account_id on terms_decision (account_id);
create index terms_decision_decided_by on terms_decision (decided_by);
create index terms_decision_answered_by on terms_decision (answered_by) where answered_by is not null;
create index terms_decision_list on terms_decision ((appealed_at is not null and outcome is null), decided_at desc);
-- An account ends once: a second decision waits until the first has been lifted.
create unique index terms_decision_ended on terms_decision (account_id) where kind <> 'warning' and outcome is distinct from 'lifted';

create function app.decides_on_terms() returns boolean language sql stable
  return exists (select from operator_staff s where s.account_id = app.account_id() and s.role in ('support', 'executive'));

call app.protect('terms_decision', 'account_id = app.account_id() or app.decides_on_terms()', 'select, insert, update');
create policy by_the_operator on terms_decision as restrictive for insert
  with check (app.across_customers() or (app.decides_on_terms() and decided_by = app.account_id()));
grant delete on terms_decision to kursiv_runtime;
create policy only_erasure on terms_decision as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));

-- A decision stands as it was made; only the appeal and its answer are added, by whom they are for. Erasing someone who decided
-- takes their name out of the words.
create function app.keep_terms_decision() returns trigger language plpgsql as $$
begin
  if current_setting('app.across_customers', true) in ('erasure', 'retention', 'restore') then return new; end if;
  if (new.kind, new.rule, new.reason, new.decided_by, new.decided_at, new.appeal_until)
     is distinct from (old.kind, old.rule, old.reason, old.decided_by, old.decided_at, old.appeal_until) then
    raise exception 'a decision is not changed afterwards' using errcode = 'check_violation';
  end if;
  if old.appealed_at is not null and (new.appeal, new.appealed_at) is distinct from (old.appeal, old.appealed_at)
     or old.outcome is not null and (new.outcome, new.answer) is distinct from (old.outcome, old.answer) then
    raise exception 'what has been written stands' using errcode = 'check_violation';
  end if;
  if new.outcome is distinct from old.outcome and not app.decides_on_terms() then
    raise exception 'an appeal is decided by the operator' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep before update on terms_decision for each row execute function app.keep_terms_decision();

-- N-30: an account ends after repeated breaches or a grave one.
create function app.warned_before() returns trigger language plpgsql as $$
begin
  if new.kind = 'repeated' and not exists (select from terms_decision w where w.account_id = new.account_id and w.kind = 'warning'
      and w.outcome is distinct from 'lifted' and w.decided_at < new.decided_at) then
    raise exception 'nobody has been warned' using errcode = 'check_violation', constraint = 'warned_before';
  end if;
  return new;
end $$;
create trigger warned_before before insert on terms_decision for each row execute function app.warned_before();

-- While an appeal is open no day is set for the end, so nothing is erased before it is decided.
alter table account drop constraint account_check1;
alter table account add constraint closed_before_erased check (erase_due_at is null or closed_at is not null);
