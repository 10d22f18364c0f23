-- Everything that an erasure does in the database is one statement (660): the steps ask, each just before it is taken, whether there is
-- anything to do, and what a person is called is looked up once, not once a row. All of it runs as whoever calls, under the same rules.

-- All that someone is or was called, as one pattern: whole words, whatever the case; of several that fit, the longest. Names of one
-- letter stay, as they would tear holes in every sentence. Null: they have no name.
create function app.mentions_of(person uuid) returns text language plpgsql stable as $$
begin
  return (
    select '(^|[^[:alnum:]])(?:' || string_agg(regexp_replace(trim(mention), '([.*+?^${}()|\[\]\\])', '\\\1', 'g'), '|') || ')(?![[:alnum:]])'
    from (select given_name, family_name, email from account where id = person
      union select given_name, family_name, email from former_name where account_id = person) called,
      unnest(array[email, given_name || ' ' || family_name, given_name, family_name]) mention
    where length(trim(mention)) > 1);
end $$;

create function app.without(body text, mentions text) returns text language sql immutable parallel safe
return case when mentions is null then body else regexp_replace(body, mentions, '\1[…]', 'gi') end;

create or replace function app.without_mentions_of(body text, person uuid) returns text language plpgsql stable as $$
begin
  return app.without(body, app.mentions_of(person));
end $$;

drop function app.without_mentions(text, text, text, text);

-- The steps for these people, those of the `spared` tables left out, with a pseudonym for each person and customer that needs one:
-- random, never derived from the person, so that nothing that is left can be computed back (EDPB 2025). Gives how many rows each touched.
create function app.run_erasure(people uuid[], addresses text[], spared text[]) returns bigint[]
language plpgsql as $$
#variable_conflict use_column
declare
  accounts   uuid[];
  customers  uuid[];
  pseudonyms uuid[];
begin
  select array_agg(account_id), array_agg(customer_id), array_agg(gen_random_uuid()) into accounts, customers, pseudonyms
    from engine.pseudonyms_needed(people);
  insert into account (id, kind, created_at)
    select pseudonym, 'pseudonym', date_trunc('month', app.now()) from unnest(pseudonyms) as pseudonym;
  return engine.erasure_steps(people, addresses, coalesce(accounts, '{}'), coalesce(customers, '{}'), coalesce(pseudonyms, '{}'), spared);
end $$;

-- As in 0620, with the row of the account read twice and no more: before its lock, for the addresses, and under it. Each reading of that
-- table passes the rules of every way in which one person may see another.
create or replace function app.begin_erasing(erasures uuid[], at timestamptz)
returns table (id uuid, email text, erasure_id uuid, former text[])
language plpgsql as $$
#variable_conflict use_column
declare
  people    uuid[];
  addresses text[];
  shut      uuid[];
  leaving   record;
begin
  select array_agg(a.id), array_agg(a.email) filter (where a.email is not null) into people, addresses
    from erasure e join account a on a.id = e.account_id where e.id = any(erasures);
  if people is null then return; end if;
  perform engine.erasure_holds(people, coalesce(addresses, '{}'));
  for leaving in
    select a.id, a.email, e.id as erasure_id from erasure e join account a on a.id = e.account_id where e.id = any(erasures) order by a.id for update
  loop
    if shut is null then
      with held as (
        update erasure e set state = 'held', receipt = jsonb_build_object('held', jsonb_build_object('law', h.law, 'until', h.ends_at))
        from (select distinct on (l.account_id) l.account_id, l.law, l.ends_at from legal_hold l
              where l.decision = 'placed' and l.lifted_at is null and l.ends_at > app.now() order by l.account_id, l.ends_at desc) h
        where e.id = any(erasures) and e.account_id = h.account_id returning e.account_id)
      select coalesce(array_agg(held.account_id), '{}') into shut from held;
      if cardinality(shut) > 0 then
        update account a set closed_at = at, erase_due_at = at where a.id = any(shut);
      end if;
    end if;
    continue when leaving.id = any(shut);
    id := leaving.id;
    email := leaving.email;
    erasure_id := leaving.erasure_id;
    former := array(select distinct f.email from former_name f where f.account_id = leaving.id and f.email is not null);
    return next;
  end loop;
end $$;

-- Everything in PostgreSQL, the queue included. Gives whom it was about, which mails and files are to go outside it, and the rows of
-- each step; null where nobody is left to erase. Files are asked for before the rows go: afterwards nothing leads to them.
create function app.erase_people(erasures uuid[], at timestamptz)
returns table (people jsonb, mails uuid[], exports text[], attachments text[], rows bigint[])
language plpgsql as $$
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
  rows := app.run_erasure(accounts, addresses, '{}');
  return next;
end $$;

alter function app.begin_erasing(uuid[], timestamptz) set plan_cache_mode = force_generic_plan;
alter function app.mentions_of(uuid) set plan_cache_mode = force_generic_plan;
alter function app.run_erasure(uuid[], text[], text[]) set plan_cache_mode = force_generic_plan;
alter function app.erase_people(uuid[], timestamptz) set plan_cache_mode = force_generic_plan;
