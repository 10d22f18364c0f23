-- What someone asks for under chapter III of the GDPR, with or without an account: known by address alone.
create table data_request (
  id              uuid primary key default gen_random_uuid(),
  kind            text not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection', 'portability')),
  email           text not null check (email = lower(email) and length(email) <= 254),
  body            text not null default '' check (length(body) <= 5000),
  language        text not null check (language in ('sv', 'en')),
  client_id       uuid not null unique,
  state           text not null default 'received'
                  check (state in ('received', 'identity', 'in_progress', 'extended', 'answered', 'refused')),
  received_at     timestamptz not null,
  answer_by       timestamptz not null,
  reminded        smallint not null default 0 check (reminded between 0 and 3),
  link_id         uuid unique,
  link_expires_at timestamptz,
  due_at          timestamptz not null,
  -- Art. 12(3): a month, here thirty days, and at most two months more.
  constraint in_time check (answer_by <= received_at + interval '30 days' + interval '2 months'),
  check ((link_id is null) = (link_expires_at is null))
);
create index data_request_email on data_request (email);
create index data_request_due_at on data_request (due_at);
create index data_request_list on data_request ((state in ('answered', 'refused')), answer_by, id);
create index data_request_open on data_request (answer_by) where state in ('in_progress', 'extended');

-- Every step, with who and when; the only way in which a request changes its state.
create table data_request_event (
  request_id uuid not null references data_request on update cascade on delete cascade,
  number     integer not null,
  state      text not null check (state in ('received', 'identity', 'in_progress', 'extended', 'answered', 'refused')),
  actor_id   uuid references account on update cascade,
  at         timestamptz not null,
  note       text not null default '' check (length(note) <= 5000),
  receipt    jsonb not null default '{}',
  primary key (request_id, number),
  -- Art. 12(3) and (4): an extension and a refusal give their reasons.
  constraint reasons check (state not in ('extended', 'refused') or length(note) >= 3)
);
create index data_request_event_actor_id on data_request_event (actor_id) where actor_id is not null;

call app.protect('data_request', $$id = app.enquiry_id() or link_id = app.enquiry_id() or app.serves('dpo')$$);
call app.protect('data_request_event', 'exists (select from data_request r where r.id = request_id)');
create policy written_once on data_request_event as restrictive for update
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));
create policy only_erasure on data_request_event as restrictive for delete
  using (current_setting('app.across_customers', true) in ('erasure', 'retention'));

create function app.step_data_request() returns trigger language plpgsql as $$
declare
  was   text;
  steps integer;
begin
  select state into was from data_request where id = new.request_id for update;
  select count(*) into steps from data_request_event where request_id = new.request_id;
  if not ((steps = 0 and was = 'received' and new.state = 'received') or (was, new.state) in (
    ('received', 'identity'), ('identity', 'in_progress'), ('identity', 'refused'), ('in_progress', 'extended'),
    ('in_progress', 'answered'), ('in_progress', 'refused'), ('extended', 'answered'), ('extended', 'refused'))) then
    raise exception 'a request cannot go from % to %', was, new.state using errcode = 'check_violation';
  end if;
  new.number = steps + 1;
  update data_request set state = new.state where id = new.request_id;
  return new;
end $$;
create trigger step before insert on data_request_event for each row execute function app.step_data_request();

create function app.keep_data_request_state() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'a request changes its state by a step' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_state before update of state on data_request for each row
  when (old.state is distinct from new.state) execute function app.keep_data_request_state();

-- The accounts that belong to those who ask, of the requests that the caller may see: a look is told to whoever has one.
create function app.requesters_of(requests uuid[]) returns setof uuid language plpgsql as $$
declare
  addresses text[];
  reason    text := coalesce(current_setting('app.across_customers', true), '');
begin
  select array_agg(distinct email) into addresses from data_request where id = any(requests);
  perform set_config('app.across_customers', 'sign-in', true);
  return query select id from account where email = any(addresses);
  perform set_config('app.across_customers', reason, true);
end $$;
