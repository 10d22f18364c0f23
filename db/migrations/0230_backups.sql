-- Two more reasons to reach across customers. The list is changed where it stands, so that reasons
-- that other migrations brought are kept.
do $$
declare
  present text := pg_get_functiondef('app.across_customers()'::regprocedure);
  changed text := replace(present, '''sign-in''::text', '''backup''::text, ''restore''::text, ''sign-in''::text');
begin
  if changed = present then
    raise exception 'The list of reasons in app.across_customers() was not found.';
  end if;
  execute changed;
end $$;

-- What each restore drill found. It says nothing about anyone: counts and a kind of problem.
create table restore_drill (
  id             uuid primary key default app.uuid_v7(),
  started_at     timestamptz not null default app.now(),
  finished_at    timestamptz,
  backup_made_at timestamptz,
  state          text not null check (state in ('passed', 'failed')),
  problem        text,
  row_count      bigint not null default 0,
  due_at         timestamptz not null
);
create index restore_drill_due_at on restore_drill (due_at);
create index restore_drill_latest on restore_drill (started_at desc);

call app.protect('restore_drill', 'true');
