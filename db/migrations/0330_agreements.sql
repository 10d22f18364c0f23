-- What a customer has agreed with the operator: a period that renews itself, a number of seats, the courses in scope, what
-- it costs, and the data-processing terms of Art. 28. States are dates: nothing has to run for an agreement to end.
alter table customer drop constraint customer_kind_check;
alter table customer add constraint customer_kind_check
  check (kind in ('school', 'municipality', 'library', 'company', 'private', 'shop'));
alter table customer add column org_number text check (org_number ~ '^\d{10}$');
-- When what is kept on the customer's behalf goes: a stated time after the end, so that it can be fetched first.
alter table customer add column due_at timestamptz;
create index customer_name on customer ((name collate "sv-x-icu"), id);
create index customer_due_at on customer (due_at) where due_at is not null;

create table agreement (
  customer_id   uuid not null references customer,
  id            uuid not null default gen_random_uuid(),
  number        integer not null check (number > 0),
  language      text not null check (language in ('sv', 'en')),
  starts_at     timestamptz not null,
  period_months integer not null check (period_months between 1 and 60),
  renews        boolean not null,
  notice_months integer not null check (notice_months between 0 and 12),
  seats         integer not null check (seats between 1 and 1000000),
  all_courses   boolean not null,
  noticed_at    timestamptz,
  noticed_by    text check (noticed_by in ('customer', 'operator')),
  ends_at       timestamptz,
  client_id     uuid not null,
  created_at    timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, number),
  unique (customer_id, client_id),
  check ((noticed_at is null) = (noticed_by is null)),
  check (noticed_at is null or ends_at is not null)
);

create table agreement_course (
  customer_id  uuid not null,
  agreement_id uuid not null,
  course_id    uuid not null,
  primary key (customer_id, agreement_id, course_id),
  foreign key (customer_id, agreement_id) references agreement,
  foreign key (customer_id, course_id) references course
);

-- Amounts in öre without VAT.
create table agreement_line (
  customer_id  uuid not null,
  agreement_id uuid not null,
  position     integer not null check (position > 0),
  description  text not null check (length(description) between 1 and 200),
  quantity     integer not null check (quantity between 1 and 1000000),
  unit_ore     bigint not null check (unit_ore between 0 and 100000000000),
  vat_percent  integer not null check (vat_percent in (0, 6, 12, 25)),
  primary key (customer_id, agreement_id, position),
  foreign key (customer_id, agreement_id) references agreement
);

-- Proof that the data-processing terms were accepted for the customer: which text, when and by whom (Art. 28(3), 28(9)).
-- Whoever accepts an offer may have no account yet and is known by the address the offer was sent to.
create table data_terms_acceptance (
  customer_id      uuid not null,
  id               uuid not null default gen_random_uuid(),
  agreement_id     uuid not null,
  version          integer not null check (version > 0),
  text             text not null,
  text_hash        text not null,
  form_fingerprint text not null,
  language         text not null check (language in ('sv', 'en')),
  accepted_at      timestamptz not null,
  account_id       uuid references account on update cascade,
  email            text check (email = lower(email) and length(email) <= 254),
  name             text not null check (length(name) <= 200),
  title            text not null check (length(title) <= 100),
  primary key (customer_id, id),
  unique (customer_id, agreement_id, version),
  foreign key (customer_id, agreement_id) references agreement
);
create index data_terms_acceptance_account_id on data_terms_acceptance (account_id) where account_id is not null;
create index data_terms_acceptance_email on data_terms_acceptance (email) where email is not null;

-- The operator's own words about an organisation.
create table customer_note (
  customer_id uuid not null references customer,
  body        text not null check (length(body) <= 5000),
  changed_at  timestamptz not null,
  primary key (customer_id)
);

-- Whether the person looks after the operator's customers, and is doing so now.
create function app.runs_customers() returns boolean language sql stable
  return app.purpose() = 'administer-customer' and exists (select from operator_staff s
    where s.account_id = app.account_id() and s.role in ('support', 'executive'));

create policy running on customer using (app.runs_customers());
call app.protect('agreement', 'customer_id = app.staff_of() or app.runs_customers()');
call app.protect('agreement_course', 'customer_id = app.staff_of() or app.runs_customers()');
call app.protect('agreement_line', 'customer_id = app.staff_of() or app.runs_customers()');
call app.protect('data_terms_acceptance', 'customer_id = app.staff_of() or app.runs_customers()');
call app.protect('customer_note', 'app.runs_customers()');

call app.allow_across('seats');
call app.allow_across('agreement');

create function app.agreement_now(of_customer uuid) returns uuid language sql stable
  return (select a.id from agreement a where a.customer_id = of_customer
    and a.starts_at <= app.now() and (a.ends_at is null or a.ends_at > app.now()) order by a.starts_at desc, a.id limit 1);

create function app.covers(of_customer uuid, of_agreement uuid, of_course uuid) returns boolean language sql stable
  return exists (select from agreement a where a.customer_id = of_customer and a.id = of_agreement and (a.all_courses
    or exists (select from agreement_course c where c.customer_id = a.customer_id and c.agreement_id = a.id and c.course_id = of_course)));

-- A seat is a person with a course of the agreement open; someone who has closed their account has left theirs.
create function app.seats_used(of_customer uuid, of_agreement uuid) returns integer language sql stable
  return (select count(distinct e.account_id)::integer from enrolment e join account p on p.id = e.account_id
    where e.customer_id = of_customer and (e.ends_at is null or e.ends_at > app.now())
      and p.kind <> 'pseudonym' and p.closed_at is null
      and ((select a.all_courses from agreement a where a.customer_id = of_customer and a.id = of_agreement)
        or e.course_id in (select c.course_id from agreement_course c where c.customer_id = of_customer and c.agreement_id = of_agreement)));

-- A seat is reserved by a key that can still be redeemed.
create function app.seats_reserved(of_customer uuid, of_agreement uuid) returns integer language sql stable
  return (select count(*)::integer from course_key k join key_batch b on b.customer_id = k.customer_id and b.id = k.batch_id
    where k.customer_id = of_customer and k.redeemed_at is null and k.blocked_at is null and k.expires_at > app.now()
      and ((select a.all_courses from agreement a where a.customer_id = of_customer and a.id = of_agreement)
        or b.course_id in (select c.course_id from agreement_course c where c.customer_id = of_customer and c.agreement_id = of_agreement)));

-- The three figures and nobody's name, for those who look after the customer or run it.
create function app.seat_figures(of_customer uuid) returns table (agreement_id uuid, seats integer, used integer, reserved integer)
  language plpgsql as $$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if not (coalesce(of_customer = app.staff_of(), false) or app.runs_customers() or app.across_customers()) then return; end if;
  perform set_config('app.across_customers', 'seats', true);
  return query select a.id, a.seats, app.seats_used(of_customer, a.id), app.seats_reserved(of_customer, a.id)
    from agreement a where a.customer_id = of_customer and a.id = app.agreement_now(of_customer);
  perform set_config('app.across_customers', reason, true);
end $$;

-- Holds the agreement in force until the transaction ends: of many who want the last seat, each waits and counts anew.
create function app.hold_agreement(of_customer uuid) returns agreement language plpgsql as $$
declare held agreement;
begin
  select * into held from agreement a where a.customer_id = of_customer
    and a.starts_at <= app.now() and (a.ends_at is null or a.ends_at > app.now()) order by a.starts_at desc, a.id limit 1 for update;
  return held;
end $$;

create function app.take_seat() returns trigger language plpgsql as $$
declare
  held   agreement;
  reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if new.ends_at <= app.now() then return new; end if;
  if tg_op = 'UPDATE' and (old.ends_at is null or old.ends_at > app.now()) then return new; end if;
  perform set_config('app.across_customers', 'seats', true);
  held := app.hold_agreement(new.customer_id);
  if held.id is not null and app.covers(new.customer_id, held.id, new.course_id)
      and app.seats_used(new.customer_id, held.id) >= held.seats
      and not exists (select from enrolment e where e.customer_id = new.customer_id and e.account_id = new.account_id
        and (e.ends_at is null or e.ends_at > app.now()) and app.covers(new.customer_id, held.id, e.course_id)) then
    raise exception 'No seat of the agreement is free.' using errcode = 'KU001';
  end if;
  perform set_config('app.across_customers', reason, true);
  return new;
end $$;
create trigger take_seat before insert or update of ends_at on enrolment for each row execute function app.take_seat();

-- Keys that can be redeemed hold a seat each, whether they are made, unblocked or given more time.
create function app.reserve_seats() returns trigger language plpgsql as $$
declare
  held   agreement;
  wanted record;
  reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if tg_op = 'UPDATE' then
    if (select count(*) from is_now where redeemed_at is null and blocked_at is null and expires_at > app.now())
        <= (select count(*) from was where redeemed_at is null and blocked_at is null and expires_at > app.now()) then
      return null;
    end if;
  end if;
  perform set_config('app.across_customers', 'seats', true);
  for wanted in select distinct customer_id from is_now loop
    held := app.hold_agreement(wanted.customer_id);
    if held.id is not null and app.seats_used(wanted.customer_id, held.id) + app.seats_reserved(wanted.customer_id, held.id) > held.seats then
      raise exception 'No seat of the agreement is free.' using errcode = 'KU001';
    end if;
  end loop;
  perform set_config('app.across_customers', reason, true);
  return null;
end $$;
create trigger reserve_seats after insert on course_key referencing new table as is_now
  for each statement execute function app.reserve_seats();
create trigger reserve_more_seats after update on course_key referencing old table as was new table as is_now
  for each statement execute function app.reserve_seats();

-- Keys are made to what has been agreed.
create function app.refuse_out_of_scope() returns trigger language plpgsql as $$
declare
  present uuid;
  reason  text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'seats', true);
  present := app.agreement_now(new.customer_id);
  if present is not null and not app.covers(new.customer_id, present, new.course_id) then
    raise exception 'The course is not part of the agreement.' using errcode = 'KU002';
  end if;
  perform set_config('app.across_customers', reason, true);
  return new;
end $$;
create trigger in_scope before insert on key_batch for each row execute function app.refuse_out_of_scope();
