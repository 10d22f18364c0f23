-- The operator's list shows the seats of fifty customers: they are counted anew for those where something has changed (decision 725).
-- Who holds a seat is still asked of the rows themselves, each time that it decides something (330).
create table seat_count (
  customer_id  uuid primary key references customer on delete cascade,
  agreement_id uuid not null,
  used         integer not null check (used >= 0),
  reserved     integer not null check (reserved >= 0),
  counted_at   timestamptz not null,
  -- The next moment at which the clock alone frees a seat or begins an agreement.
  holds_until  timestamptz not null,
  -- What was committed when the count began.
  seen         pg_snapshot not null
);

-- That a transaction has changed something which seats are counted from. No key of the customer's: nobody who joins waits for another.
create table seat_change (
  customer_id uuid not null,
  made_by     xid8 not null,
  due_at      timestamptz not null,
  primary key (customer_id, made_by)
);
create index seat_change_due_at on seat_change (due_at);
call app.protect('seat_count', 'app.runs_customers()');
call app.protect('seat_change', 'app.runs_customers()');

create function app.note_seat_change(of_customers uuid[]) returns void language plpgsql as $$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'seats', true);
  -- A count holds for a day at most (app.count_seats), so that a change says nothing more after two.
  insert into seat_change (customer_id, made_by, due_at)
    select distinct one, pg_current_xact_id(), app.now() + interval '2 days' from unnest(of_customers) one
  on conflict do nothing;
  perform set_config('app.across_customers', reason, true);
end $$;

create function app.seats_have_changed() returns trigger language plpgsql as $$
begin
  perform app.note_seat_change(array[case tg_op when 'DELETE' then old.customer_id else new.customer_id end]);
  return null;
end $$;

create function app.seats_left() returns trigger language plpgsql as $$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  places uuid[];
begin
  perform set_config('app.across_customers', 'seats', true);
  places := array(select e.customer_id from enrolment e where e.account_id = new.id);
  perform set_config('app.across_customers', reason, true);
  perform app.note_seat_change(places);
  return null;
end $$;

create trigger seats_have_changed after insert or delete on enrolment for each row execute function app.seats_have_changed();
create trigger seats_have_moved after update of ends_at, account_id, course_id on enrolment for each row
  when (old.ends_at is distinct from new.ends_at or old.account_id <> new.account_id or old.course_id <> new.course_id)
  execute function app.seats_have_changed();
create trigger seats_have_changed after insert or delete on course_key for each row execute function app.seats_have_changed();
create trigger seats_have_moved after update of redeemed_at, blocked_at, expires_at, batch_id on course_key for each row
  when ((old.redeemed_at, old.blocked_at, old.expires_at, old.batch_id) is distinct from (new.redeemed_at, new.blocked_at, new.expires_at, new.batch_id))
  execute function app.seats_have_changed();
create trigger seats_have_moved after update of course_id on key_batch for each row execute function app.seats_have_changed();
create trigger seats_have_changed after insert or update or delete on agreement for each row execute function app.seats_have_changed();
create trigger seats_have_changed after insert or update or delete on agreement_course for each row execute function app.seats_have_changed();
create trigger seats_left after update of closed_at, kind on account for each row
  when (old.closed_at is distinct from new.closed_at or old.kind <> new.kind) execute function app.seats_left();

-- Whether nothing has been committed since the count that it was not made from, and the clock has not come to what changes it.
create function app.seats_hold(known seat_count) returns boolean language sql stable as $$
  select known.counted_at <= app.now() and known.holds_until > app.now() and not exists (
    select from seat_change c where c.customer_id = known.customer_id and not pg_visible_in_snapshot(c.made_by, known.seen))
$$;

-- Counts, and keeps the count when nobody else is keeping one of this customer: nobody waits, and no older count takes a newer one's place.
create function app.count_seats(of_customer uuid) returns seat_count language plpgsql as $$
declare
  made     seat_count;
  at       timestamptz := app.now();
  may_keep boolean := current_setting('transaction_read_only') = 'off' and current_setting('transaction_isolation') = 'read committed';
begin
  may_keep := may_keep and pg_try_advisory_xact_lock(hashtext('seat_count'), hashtext(of_customer::text));
  -- Before the count: what is committed meanwhile is counted, and counts as a change all the same.
  select pg_current_snapshot() into made.seen;
  made.customer_id := of_customer;
  made.agreement_id := app.agreement_now(of_customer);
  made.counted_at := at;
  if made.agreement_id is null then return null; end if;
  made.used := app.seats_used(of_customer, made.agreement_id);
  made.reserved := app.seats_reserved(of_customer, made.agreement_id);
  if not may_keep then return made; end if;
  made.holds_until := least(at + interval '1 day',
    (select min(e.ends_at) from enrolment e where e.customer_id = of_customer and e.ends_at > at),
    (select min(k.expires_at) from course_key k
      where k.customer_id = of_customer and k.redeemed_at is null and k.blocked_at is null and k.expires_at > at),
    (select min(a.starts_at) from agreement a where a.customer_id = of_customer and a.starts_at > at),
    (select min(a.ends_at) from agreement a where a.customer_id = of_customer and a.ends_at > at));
  delete from seat_count where customer_id = of_customer;
  insert into seat_count select made.*;
  delete from seat_change c where c.customer_id = of_customer and pg_visible_in_snapshot(c.made_by, made.seen);
  return made;
end $$;

-- The figures of app.seat_figures, for whoever runs the customers: from the count that is kept while it holds.
create function app.listed_seats(of_customer uuid) returns table (agreement_id uuid, seats integer, used integer, reserved integer)
language plpgsql as $$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  known  seat_count;
begin
  if not (app.runs_customers() or app.across_customers()) then return; end if;
  perform set_config('app.across_customers', 'seats', true);
  select * into known from seat_count c where c.customer_id = of_customer and app.seats_hold(c);
  if not found then known := app.count_seats(of_customer); end if;
  return query select a.id, a.seats, known.used, known.reserved
    from agreement a where a.customer_id = of_customer and a.id = known.agreement_id;
  perform set_config('app.across_customers', reason, true);
end $$;

-- For the daily proof: counts that would be shown and are not what a new count says. A count that has ceased to hold meanwhile is no fault.
create function app.miscounted_seats() returns integer language plpgsql as $$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  known  seat_count;
  wrong   integer := 0;
  differs boolean;
begin
  perform set_config('app.across_customers', 'seats', true);
  for known in select * from seat_count c where app.seats_hold(c) loop
    differs := (known.used, known.reserved) is distinct from
      (app.seats_used(known.customer_id, known.agreement_id), app.seats_reserved(known.customer_id, known.agreement_id));
    if differs and exists (select from seat_count c where c.customer_id = known.customer_id and c.seen::text = known.seen::text and app.seats_hold(c)) then wrong := wrong + 1; end if;
  end loop;
  perform set_config('app.across_customers', reason, true);
  return wrong;
end $$;
