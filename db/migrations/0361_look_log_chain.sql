-- The look-log cannot be changed afterwards without it being seen (N-60): every look is linked to the one before it by a
-- digest. What is linked are digests alone, so that retention may remove a look and erasure a person without the chain
-- breaking: who looked and at whom are told under salts that leave with them.
alter table access_log add column actor_salt bytea default uuid_send(gen_random_uuid());
alter table access_log_subject add column salt bytea not null default uuid_send(gen_random_uuid());

-- One chain a customer, and one of the operator's own desk: customers do not wait for each other.
create table look_link (
  chain    uuid not null,
  number   bigint not null check (number > 0),
  log_id   uuid not null unique,
  content  bytea not null,
  actor    bytea not null,
  subjects bytea[] not null,
  due_at   timestamptz not null,
  digest   bytea not null,
  primary key (chain, number)
);

-- What stood in the log on a day, for a place outside the database: a log cut off at its end is seen by it.
create table look_anchor (
  number bigint primary key check (number > 0),
  at     timestamptz not null,
  root   bytea not null
);
create table look_anchor_head (
  anchor bigint not null references look_anchor,
  chain  uuid not null,
  number bigint not null,
  primary key (anchor, chain)
);

call app.allow_across('look log');

call app.protect('look_link', 'true', 'select, insert');
call app.protect('look_anchor', 'true', 'select, insert');
call app.protect('look_anchor_head', 'true', 'select, insert');

-- A look is removed when it is due, and its actor is replaced when they are erased; nothing else may touch it.
revoke update on access_log from kursiv_runtime;
grant update (actor_id) on access_log to kursiv_runtime;
create policy kept_until_due on access_log as restrictive for delete
  using (due_at <= app.now() and current_setting('app.across_customers', true) = 'retention');
create policy only_erasure on access_log as restrictive for update
  using (current_setting('app.across_customers', true) = 'erasure');
create policy only_erasure on access_log_subject as restrictive for delete
  using (current_setting('app.across_customers', true) = 'erasure');

-- The salt leaves with the actor: who it was can then not be tried against the digest.
create function app.drop_actor_salt() returns trigger language plpgsql as $$
begin
  new.actor_salt := null;
  return new;
end $$;
create trigger drop_actor_salt before update of actor_id on access_log
  for each row when (old.actor_id is distinct from new.actor_id) execute function app.drop_actor_salt();

-- The same expressions stand in src/privacy/look-log/verify-look-log.ts, which trusts no function of the database.
create function app.link_look(look access_log) returns void language plpgsql as $$
declare
  chain_of  uuid := coalesce(look.customer_id, '00000000-0000-0000-0000-000000000000');
  reason    text := coalesce(current_setting('app.across_customers', true), '');
  last      look_link;
  link      look_link;
begin
  perform pg_advisory_xact_lock(hashtextextended('look ' || chain_of, 0));
  select * into last from look_link where chain = chain_of order by number desc limit 1;
  link.chain := chain_of;
  link.number := coalesce(last.number, 0) + 1;
  link.log_id := look.id;
  link.due_at := look.due_at;
  link.content := sha256(convert_to(concat_ws(E'\n', look.id, extract(epoch from look.at), look.customer_id, look.purpose, look.room,
    array_to_string(look.fields, E'\t'), extract(epoch from look.due_at)), 'utf8'));
  link.actor := sha256(look.actor_salt || uuid_send(look.actor_id));
  perform set_config('app.across_customers', 'look log', true);
  select coalesce(array_agg(d order by d), '{}') into link.subjects from (
    select sha256(salt || uuid_send(account_id)) as d from access_log_subject where log_id = look.id) s;
  perform set_config('app.across_customers', reason, true);
  link.digest := sha256(coalesce(last.digest, '') || uuid_send(link.chain) || int8send(link.number) || uuid_send(link.log_id)
    || link.content || link.actor || coalesce((select string_agg(s, ''::bytea order by s) from unnest(link.subjects) s), '')
    || convert_to(extract(epoch from link.due_at)::text, 'utf8'));
  insert into look_link select link.*;
end $$;

create function app.link_new_look() returns trigger language plpgsql as $$
begin
  perform app.link_look(new);
  return null;
end $$;

-- At the very end of the transaction, when all it looked at is told: the chain is held for the commit alone.
create constraint trigger link_look after insert on access_log deferrable initially deferred
  for each row execute function app.link_new_look();

select set_config('app.across_customers', 'set-up', true);
do $$
declare look access_log;
begin
  for look in select * from access_log order by id loop
    perform app.link_look(look);
  end loop;
end $$;
select set_config('app.across_customers', '', true);
