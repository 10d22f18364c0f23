-- What stands around the steps of an erasure, as functions whose plans a connection keeps (620). They run as whoever calls them, under
-- the same rules as any statement; the steps themselves are made from the map (db/plans.sql).

-- Sessions go first: nobody may look on, or take part, while it happens. Gives the erasures, also those begun before.
create function app.start_erasures(people uuid[], by_way text, at timestamptz, due timestamptz) returns setof uuid
language plpgsql as $$
begin
  delete from session s where s.account_id = any(people);
  insert into erasure (account_id, way, requested_at, due_at)
    select person, by_way, at, due from unnest(people) as person on conflict do nothing;
  return query select e.id from erasure e where e.account_id = any(people);
end $$;

-- Holds what others hang on and then the people, so that whoever is about to write a message or an answer waits and then finds nobody.
-- Whom a law or a claim keeps is not erased but shut: nobody signs in, and the receipt says which law, until when (Art. 17(3)).
create function app.begin_erasing(erasures uuid[], at timestamptz)
returns table (id uuid, email text, erasure_id uuid, former text[])
language plpgsql as $$
#variable_conflict use_column
declare
  people    uuid[];
  addresses text[];
  shut      uuid[];
begin
  select array_agg(a.id), array_agg(a.email) filter (where a.email is not null) into people, addresses
    from erasure e join account a on a.id = e.account_id where e.id = any(erasures);
  if people is null then return; end if;
  perform engine.erasure_holds(people, coalesce(addresses, '{}'));
  perform from erasure e join account a on a.id = e.account_id where e.id = any(erasures) order by a.id for update;
  with held as (
    update erasure e set state = 'held', receipt = jsonb_build_object('held', jsonb_build_object('law', h.law, 'until', h.ends_at))
    from (select distinct on (l.account_id) l.account_id, l.law, l.ends_at from legal_hold l
          where l.decision = 'placed' and l.lifted_at is null and l.ends_at > app.now() order by l.account_id, l.ends_at desc) h
    where e.id = any(erasures) and e.account_id = h.account_id returning e.account_id)
  select array_agg(held.account_id) into shut from held;
  if shut is not null then
    update account a set closed_at = at, erase_due_at = at where a.id = any(shut);
  end if;
  return query
    select a.id, a.email, e.id, array(select distinct f.email from former_name f where f.account_id = a.id and f.email is not null)
    from erasure e join account a on a.id = e.account_id
    where e.id = any(erasures) and (shut is null or a.id <> all(shut)) order by a.id;
end $$;

-- Their mails leave the queue. Gives the mails and the keys of the customers' files that tell of them.
create function app.take_from_queue(people uuid[], addresses text[]) returns table (mails uuid[], exports text[])
language plpgsql as $$
#variable_conflict use_column
begin
  mails := array(select m.id from mail m where m.account_id = any(people)
    union select m.id from mail m where m.address = any(addresses));
  perform graphile_worker.remove_job('mail ' || gone) from unnest(mails) gone;
  exports := array(select x.customer_id || '/' || x.id from customer_export x where x.customer_id in (
    select m.customer_id from membership m where m.account_id = any(people)
    union select e.customer_id from enrolment e where e.account_id = any(people)
    union select s.customer_id from message s where s.author_id = any(people)));
  return next;
end $$;

-- Done in the database: what remains lies in other stores, and no row leads back to the person.
create function app.erased_here(erasures uuid[], remaining_of jsonb, receipt_of jsonb) returns void
language plpgsql as $$
begin
  update erasure e set account_id = null, state = 'started', -- a hold that stood against it has ended
      confirmed = array['database', 'jobs'], receipt = receipt_of,
      remaining = (remaining_of - 'keyring') || jsonb_build_object('keyring', remaining_of -> 'keyring' -> e.id::text)
    where e.id = any(erasures);
end $$;

create function app.erasures_to_finish(erasures uuid[]) returns table (id uuid, remaining jsonb)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query select e.id, e.remaining from erasure e
    where e.id = any(erasures) and e.state = 'started' and e.account_id is null;
end $$;

-- What was erased at one customer only keeps the person's key: their other data is sealed with it, and older backups go in their time.
create function app.finish_erasures(erasures uuid[], stores text[], at timestamptz, more jsonb) returns void
language plpgsql as $$
begin
  update erasure e set state = 'done', remaining = '{}', finished_at = at,
      confirmed = case when e.receipt ? 'olderBackupsUntil' then array_remove(stores, 'keyring') else stores end,
      receipt = case when e.receipt ? 'olderBackupsUntil' then e.receipt else e.receipt || more end
    where e.id = any(erasures);
end $$;

alter function app.start_erasures(uuid[], text, timestamptz, timestamptz) set plan_cache_mode = force_generic_plan;
alter function app.begin_erasing(uuid[], timestamptz) set plan_cache_mode = force_generic_plan;
alter function app.take_from_queue(uuid[], text[]) set plan_cache_mode = force_generic_plan;
alter function app.erased_here(uuid[], jsonb, jsonb) set plan_cache_mode = force_generic_plan;
alter function app.erasures_to_finish(uuid[]) set plan_cache_mode = force_generic_plan;
alter function app.finish_erasures(uuid[], text[], timestamptz, jsonb) set plan_cache_mode = force_generic_plan;
