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

alter function app.mentions_of(uuid) set plan_cache_mode = force_generic_plan;
alter function app.run_erasure(uuid[], text[], text[]) set plan_cache_mode = force_generic_plan;
alter function app.erase_people(uuid[], timestamptz) set plan_cache_mode = force_generic_plan;
