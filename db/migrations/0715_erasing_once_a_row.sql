-- A row that hangs on an enrolment, a thread or an attempt follows it when that gets a new id (715). Where an erasure changes such a row
-- itself, it may give it the new key at once: the check waits for the parent, at the latest until the transaction ends. Everyone else's
-- is checked with its statement, as before.
do $$
declare key record;
begin
  for key in select conrelid::regclass as name, conname from pg_constraint
    where contype = 'f' and confupdtype = 'c' and confrelid in ('enrolment'::regclass, 'correspondence'::regclass, 'attempt'::regclass)
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', key.name, key.conname);
  end loop;
end $$;

-- The steps for these people, those of the `spared` tables left out, with a pseudonym for each person and customer that needs one:
-- random, never derived from the person, so that nothing that is left can be computed back (EDPB 2025). Gives how many rows each touched.
create or replace function app.run_erasure(people uuid[], addresses text[], spared text[]) returns bigint[]
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  accounts   uuid[];
  customers  uuid[];
  pseudonyms uuid[];
  places     integer[];
begin
  with needed as materialized (select account_id, customer_id, place from engine.pseudonyms_needed(people)),
    each as (select account_id, customer_id, gen_random_uuid() as id from needed group by account_id, customer_id)
    select array_agg(account_id), array_agg(customer_id), array_agg(id), (select array_agg(distinct place) from needed)
    into accounts, customers, pseudonyms, places from each;
  insert into account (id, kind, created_at)
    select pseudonym, 'pseudonym', date_trunc('month', app.now()) from unnest(pseudonyms) as pseudonym;
  return engine.erasure_steps(people, addresses, coalesce(accounts, '{}'), coalesce(customers, '{}'), coalesce(pseudonyms, '{}'), spared,
    coalesce(places, '{}'));
end $$;
