-- What must be kept although it is due: for legal claims, or because a law says so (Art. 17(3)(b) and (e)). One of the
-- operator's people asks, another one decides; neither about themselves.
create table legal_hold (
  id         uuid primary key default gen_random_uuid(),
  account_id uuid not null references account on update cascade on delete cascade,
  law        text not null check (length(law) between 3 and 200),
  reason     text not null check (length(reason) between 3 and 2000),
  ends_at    timestamptz not null,
  asked_by   uuid not null references account on update cascade,
  asked_at   timestamptz not null default app.now(),
  decided_by uuid references account on update cascade,
  decided_at timestamptz,
  decision   text check (decision in ('placed', 'refused')),
  lifted_by  uuid references account on update cascade,
  lifted_at  timestamptz,
  constraint two_people check (decided_by is null or decided_by <> asked_by),
  constraint not_about_oneself check (account_id <> asked_by and account_id is distinct from decided_by),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (lifted_at is null or decision = 'placed')
);
create index legal_hold_account_id on legal_hold (account_id);
create index legal_hold_asked_by on legal_hold (asked_by);
create index legal_hold_decided_by on legal_hold (decided_by) where decided_by is not null;
create index legal_hold_lifted_by on legal_hold (lifted_by) where lifted_by is not null;
create index legal_hold_in_force on legal_hold (ends_at) where decision = 'placed' and lifted_at is null;
create unique index legal_hold_waiting on legal_hold (account_id) where decision is null;

create function app.decides_holds() returns boolean language sql stable
  return exists (select from operator_staff s where s.account_id = app.account_id() and s.role in ('dpo', 'executive'));

call app.protect('legal_hold', 'account_id = app.account_id() or app.decides_holds()', 'select, insert, update');
create policy by_the_operator on legal_hold as restrictive for insert
  with check (app.across_customers() or (app.decides_holds() and asked_by = app.account_id()));
create policy only_decided_once on legal_hold as restrictive for update
  using (app.across_customers() or (app.decides_holds() and lifted_at is null))
  with check (app.across_customers() or app.decides_holds());
grant delete on legal_hold to kursiv_runtime;
create policy only_erasure on legal_hold as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));

-- Whose data is kept by a hold that is in force.
create function app.held_people() returns uuid[] language sql stable
  return array(select account_id from legal_hold where decision = 'placed' and lifted_at is null and ends_at > app.now());

-- An erasure that a hold stands against waits, with a receipt that says by which law and until when.
alter table erasure drop constraint erasure_state_check;
alter table erasure add constraint erasure_state_check check (state in ('started', 'held', 'done'));

-- What a sweep left though it was due: the proof that nothing was forgotten.
alter table retention_run add column left_due jsonb not null default '{}';
