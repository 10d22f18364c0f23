-- A name that is part of a longer one is someone else's: Eva Ek is not Eva Ekström, and whoever has no given name is not everyone of the family.
-- After the name comes nothing, or a mark as in *Eva Ek, rektor*; before it may stand a title. What this does not find the officer looks for (756).
create function app.names_whole(said text, given text, family text) returns boolean language sql immutable as $$
  select given <> '' and family <> '' and strpos(
    ' ' || lower(regexp_replace(said, '\s*[,;:()/]+\s*', ' , ', 'g')) || ' ,',
    ' ' || lower(given || ' ' || family) || ' ,') > 0
$$;

-- As in 0756, with whole names alone.
create or replace function app.erase_people(erasures uuid[], at timestamptz)
returns table (people jsonb, mails uuid[], exports text[], attachments text[], rows bigint[])
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  accounts  uuid[];
  addresses text[];
begin
  select jsonb_agg(to_jsonb(leaving)), array_agg(id), coalesce(array_agg(email) filter (where email is not null), '{}')
    into people, accounts, addresses from app.begin_erasing(erasures, at) leaving;
  if people is null then return; end if;
  select queue.mails, queue.exports into mails, exports from app.take_from_queue(accounts, addresses) queue;
  select coalesce(array_agg(key) filter (where store = 'attachments'), '{}'),
      exports || coalesce(array_agg(key) filter (where store = 'exports'), '{}')
    into attachments, exports from engine.files_of(accounts, addresses);
  -- A function's address has no person of its own, so the plan does not find whom it names: a whole name, at a customer where they are.
  update customer_contact c set name = '' from account a join membership m on m.account_id = a.id
    where a.id = any(accounts) and c.customer_id = m.customer_id and app.names_whole(c.name, a.given_name, a.family_name);
  rows := app.run_erasure(accounts, addresses, '{}');
  return next;
end $$;
