-- What is written to the operator grows into a case: a number without meaning, a subject when it came by mail, a clock, someone
-- who has taken it on, and other cases of the same sender put together with it.
select set_config('app.across_customers', 'set-up', true);

-- Eight letters and figures that cannot be taken for each other: says nothing of when, who or how many.
create function app.new_case_number() returns text language sql volatile parallel safe
  return (select substr(string_agg(substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', get_byte(bytes, place) % 31 + 1, 1), ''), 1, 8)
    from (select uuid_send(gen_random_uuid()) as bytes) as random, unnest(array[0, 1, 2, 3, 4, 5, 10, 11]) as place);

alter table enquiry
  add column case_number         text not null default app.new_case_number() unique,
  add column subject             text not null default '' check (length(subject) <= 200),
  add column first_answer_due_at timestamptz,
  add column first_answered_at   timestamptz,
  -- While the clock runs it says when the case should be solved, while it is paused how many working minutes are left.
  add column solve_due_at        timestamptz,
  add column solve_minutes_left  integer,
  -- The nearest of the two while the clock runs.
  add column target_at           timestamptz;
alter table enquiry_message add column by_mail boolean not null default false;

update enquiry e set first_answered_at =
  (select min(m.sent_at) from enquiry_message m where m.enquiry_id = e.id and not m.from_sender);

-- Those who wait first, the most urgent of them first; then the newest. A length of time, so that both run the same way.
create function app.inbox_rank(waiting_since timestamptz, target_at timestamptz, last_sent_at timestamptz) returns interval
  language sql immutable parallel safe
  return case when waiting_since is not null then timestamptz '1970-01-01 00:00:00+00' - coalesce(target_at, waiting_since)
    else last_sent_at - timestamptz '1970-01-01 00:00:00+00' end;

drop index enquiry_inbox;
create index enquiry_inbox on enquiry
  ((kind = 'dpo'), (waiting_since is not null) desc, app.inbox_rank(waiting_since, target_at, last_sent_at) desc, id desc);
create index enquiry_target on enquiry (target_at, id) where target_at is not null;

create function app.at_desk() returns boolean language sql stable
  return exists (select from operator_staff s where s.account_id = app.account_id() and s.role in ('support', 'dpo'));

-- Who looks after a case.
create table enquiry_assignment (
  enquiry_id  uuid primary key references enquiry on update cascade on delete cascade,
  account_id  uuid not null references account on update cascade on delete cascade,
  assigned_at timestamptz not null
);
create index enquiry_assignment_account_id on enquiry_assignment (account_id);

-- A case that is part of another. Nothing is moved: taken apart again, each is what it was.
create table enquiry_merge (
  enquiry_id uuid primary key references enquiry on update cascade on delete cascade,
  into_id    uuid not null references enquiry on update cascade on delete cascade,
  merged_at  timestamptz not null,
  check (enquiry_id <> into_id)
);
create index enquiry_merge_into_id on enquiry_merge (into_id);

create table canned_answer (
  id         uuid primary key default gen_random_uuid(),
  desk       text not null check (desk in ('support', 'dpo')),
  title      text not null check (length(title) between 1 and 100),
  text_sv    text not null check (length(text_sv) between 1 and 5000),
  text_en    text not null check (length(text_en) between 1 and 5000),
  client_id  uuid not null unique,
  changed_at timestamptz not null
);
create index canned_answer_desk on canned_answer (desk, title, id);

call app.protect('enquiry_assignment', 'app.at_desk() and exists (select from enquiry e where e.id = enquiry_id)');
call app.protect('enquiry_merge', 'enquiry_id = app.enquiry_id() or into_id = app.enquiry_id() or app.at_desk()');
call app.protect('canned_answer', $$ app.serves(case desk when 'dpo' then 'dpo' else 'question' end) $$);

-- The confirmed address of the person who is signed in.
-- Read to know who one is, also where the transaction's purpose is another.
create function app.own_email() returns text language plpgsql as $$
declare
  was text := coalesce(current_setting('app.purpose', true), '');
  own text;
begin
  perform set_config('app.purpose', 'identify-user', true);
  select email into own from account where id = app.account_id() and email_confirmed_at is not null;
  perform set_config('app.purpose', was, true);
  return own;
end $$;

-- A link opens the case and what has been put together with it; a person who is signed in sees their own.
alter policy scope on enquiry using ((id = app.enquiry_id() or app.serves(kind)
  or id in (select m.enquiry_id from enquiry_merge m where m.into_id = app.enquiry_id())
  or email = (select app.own_email())) or app.across_customers());

-- Who serves a desk, by name, for those who serve it too.
create function app.desk_colleagues(desk text) returns table (id uuid, given_name text, family_name text) language plpgsql as $$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  if not app.serves(case desk when 'dpo' then 'dpo' else 'question' end) then
    return;
  end if;
  perform set_config('app.across_customers', 'set-up', true);
  return query select a.id, a.given_name, a.family_name from operator_staff s join account a on a.id = s.account_id
    where s.role = desk and a.closed_at is null order by a.given_name, a.family_name, a.id;
  perform set_config('app.across_customers', reason, true);
end $$;
