-- What has happened that someone may want to know: which event, where, and never about whom. Several of a kind that are
-- unread are one. `shown` is the bell; `mail_due_at` is when it comes in a mail with others.
create table notification (
  id          uuid primary key default app.uuid_v7(),
  account_id  uuid not null references account on update cascade on delete cascade,
  event       text not null,
  customer_id uuid references customer,
  course_id   uuid,
  shown       boolean not null,
  created_at  timestamptz not null,
  read_at     timestamptz,
  mail_due_at timestamptz,
  due_at      timestamptz not null,
  foreign key (customer_id, course_id) references course
);
create unique index notification_unread on notification (account_id, event, customer_id, course_id) nulls not distinct where read_at is null;
create index notification_account_id on notification (account_id, id desc);
create index notification_mail_due_at on notification (mail_due_at) where mail_due_at is not null;
create index notification_due_at on notification (due_at);

-- What a person has chosen for themselves; where nothing is, the event's own default.
create table notification_choice (
  account_id uuid not null references account on update cascade on delete cascade,
  event      text not null,
  channel    text not null check (channel in ('bell', 'mail')),
  allowed    boolean not null,
  primary key (account_id, event, channel)
);

create table notification_rhythm (
  account_id uuid primary key references account on update cascade on delete cascade,
  digest     text not null check (digest in ('at-once', 'daily', 'weekly')),
  quiet_from integer check (quiet_from between 0 and 1439),
  quiet_to   integer check (quiet_to between 0 and 1439),
  time_zone  text not null,
  check ((quiet_from is null) = (quiet_to is null))
);

-- What a customer lets reach its people. Where nothing is, it is let through.
create table customer_notification (
  customer_id uuid not null references customer,
  event       text not null,
  channel     text not null check (channel in ('bell', 'mail')),
  allowed     boolean not null,
  primary key (customer_id, event, channel)
);

call app.protect('notification', 'account_id = app.account_id()');
call app.protect('notification_choice', 'account_id = app.account_id()');
call app.protect('notification_rhythm', 'account_id = app.account_id()');
call app.protect('customer_notification', 'customer_id = app.staff_of()');

-- What each of these people, and their customer, let through of an event. Asked by whoever does something that others are
-- told of, so it reaches further than the asker and gives back nothing but this.
create function app.notification_ways(of_event text, people uuid[], of_customer uuid) returns table (
    account_id uuid, language text, customer_bell boolean, customer_mail boolean, own_bell boolean, own_mail boolean,
    digest text, quiet_from integer, quiet_to integer, time_zone text)
  language plpgsql as $$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  return query
    select a.id, a.language,
      (select c.allowed from customer_notification c where c.customer_id = of_customer and c.event = of_event and c.channel = 'bell'),
      (select c.allowed from customer_notification c where c.customer_id = of_customer and c.event = of_event and c.channel = 'mail'),
      (select o.allowed from notification_choice o where o.account_id = a.id and o.event = of_event and o.channel = 'bell'),
      (select o.allowed from notification_choice o where o.account_id = a.id and o.event = of_event and o.channel = 'mail'),
      r.digest, r.quiet_from, r.quiet_to, r.time_zone
    from account a left join notification_rhythm r on r.account_id = a.id
    where a.id = any(people) and a.kind <> 'pseudonym' and a.closed_at is null;
  perform set_config('app.across_customers', reason, true);
end $$;

-- Puts them there. One that is unread already is the same one, come again.
create function app.put_notifications(of_event text, of_customer uuid, of_course uuid, people uuid[], are_shown boolean[],
    mail_times timestamptz[], at timestamptz, until timestamptz) returns void
  language plpgsql as $$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  insert into notification as n (account_id, event, customer_id, course_id, shown, created_at, mail_due_at, due_at)
    select p.id, of_event, of_customer, of_course, p.shown, at, p.mail_at, until
    from unnest(people, are_shown, mail_times) as p (id, shown, mail_at)
  on conflict (account_id, event, customer_id, course_id) where read_at is null do update
    set id = excluded.id, created_at = excluded.created_at, due_at = excluded.due_at, shown = n.shown or excluded.shown,
      mail_due_at = coalesce(n.mail_due_at, excluded.mail_due_at);
  perform set_config('app.across_customers', reason, true);
end $$;

-- The number on the bell: more than a hundred is not counted. It is told whatever the page is for.
create function app.unread_notifications(person uuid) returns integer language plpgsql as $$
declare
  was    text := coalesce(current_setting('app.purpose', true), '');
  unread integer;
begin
  perform set_config('app.purpose', 'inform', true);
  select count(*) into unread from (select 1 from notification n
    where n.account_id = person and n.read_at is null and n.shown limit 100) as waiting;
  perform set_config('app.purpose', was, true);
  return unread;
end $$;

-- It travels with the entry, so that no page asks for it by itself. The rest of app.enter is left as it stands.
do $$
begin
  execute replace(pg_get_functiondef('app.enter(bytea, text, text)'::regprocedure),
    '''operatorRoles'',', '''unread'', app.unread_notifications(person.id), ''operatorRoles'',');
end $$;
