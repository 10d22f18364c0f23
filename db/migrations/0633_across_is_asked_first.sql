-- Work that reaches across customers (the sweep, an export, seats that are counted, a proof) was let in by the last of the ways in each
-- rule, after the others had been looked up row by row: two memberships for each account, an enrolment and a thread for each message.
-- The same ways in, the one that costs nothing first.
do $$
declare rule record;
begin
  for rule in
    select polrelid::regclass as name, pg_get_expr(polqual, polrelid) as ways from pg_policy
    where polname = 'scope' and pg_get_expr(polqual, polrelid) ~ 'SELECT[^;]* OR app\.across_customers\(\)\)$'
  loop
    execute format('alter policy scope on %s using (app.across_customers() or %s)', rule.name,
      regexp_replace(rule.ways, ' OR app\.across_customers\(\)\)$', ')'));
  end loop;
end $$;

create or replace procedure app.protect(protected regclass, visible text, privileges text default 'select, insert, update, delete')
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy scope on %s using (app.across_customers() or (%s))', protected, visible);
  execute format('grant %s on %s to kursiv_runtime', privileges, protected);
end $$;
