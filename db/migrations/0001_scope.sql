-- The scope of a transaction. Every transaction of the runtime role says who acts, in which
-- customer and for what purpose; row-level security reads only what is said here.
create schema app;

create function app.setting(name text) returns text
  language sql stable parallel safe
  return nullif(current_setting('app.' || name, true), '');

create function app.account_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;

-- The customer whose content is in scope.
create function app.customer_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.customer_id', true), '')::uuid;

-- The customer whose people the actor may see: set only for its staff. Kept apart from
-- app.customer_id so that a student's queries never walk through strangers' rows.
create function app.staff_of() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.staff_of', true), '')::uuid;

create function app.purpose() returns text language sql stable parallel safe
  return nullif(current_setting('app.purpose', true), '');

-- A closed list: whatever reaches across customers says why, and nothing else may.
create function app.across_customers() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.across_customers', true) in
    ('sign-in', 'key redemption', 'catalogue', 'certificate verification',
     'erasure', 'export', 'retention', 'mail', 'seed', 'scan', 'set-up'), false);

-- Time as the application tells it, so that years pass in seconds in a test.
create function app.now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

-- Time-ordered ids for things. People get gen_random_uuid(): a person's id must not tell when
-- they came.
create function app.uuid_v7() returns uuid language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;

do $$
begin
  if not exists (select from pg_roles where rolname = 'kursiv_runtime') then
    create role kursiv_runtime login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same server created it at the same moment
end $$;

grant usage on schema app, public to kursiv_runtime;
revoke create on schema public from public;

-- Protects one table: row-level security forced (the owner is bound too), the rows that satisfy
-- `visible`, and the work across customers that says its reason.
create procedure app.protect(protected regclass, visible text, privileges text default 'select, insert, update, delete')
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy scope on %s using ((%s) or app.across_customers())', protected, visible);
  execute format('grant %s on %s to kursiv_runtime', privileges, protected);
end $$;
