-- What each proof of a promise showed, a row a day: `holds` is false once it has failed that day,
-- `held_last` is the latest answer. Counts and times only; no row says anything about anyone.
create table proof_result (
  proof       text not null,
  day         date not null,
  computed_at timestamptz not null,
  holds       boolean not null,
  held_last   boolean not null,
  figures     jsonb not null default '{}',
  due_at      timestamptz not null,
  primary key (proof, day)
);
create index proof_result_due_at on proof_result (due_at);

-- A proof that does not hold now: the row is there as long as the fault is, and the data protection
-- officer is told when it comes, once.
create table proof_fault (
  proof text primary key,
  since timestamptz not null
);

call app.protect('proof_result', 'true');
call app.protect('proof_fault', 'true');
call app.allow_across('proof');

-- The one table that stood outside: reading which schema changes have run is allowed, and no exception is left.
call app.protect('migration', 'true', 'select');
