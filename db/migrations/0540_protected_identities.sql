-- People whose name nobody at the customer may see. There is a designation instead, so that others can still work with them. Both the
-- customer and the person may ask for it, and each takes back only what they asked for themselves.
create table protected_identity (
  customer_id    uuid not null references customer,
  account_id     uuid not null references account on update cascade,
  designation    text not null check (designation ~ '^Person [A-HJ-NP-Z2-9]{4}$'),
  by_customer_at timestamptz,
  by_person_at   timestamptz,
  primary key (customer_id, account_id),
  unique (customer_id, designation),
  check (by_customer_at is not null or by_person_at is not null)
);
create index protected_identity_account_id on protected_identity (account_id);
call app.protect('protected_identity', 'customer_id = app.customer_id() or account_id = app.account_id()');

-- The one place where others' names and addresses are read. A plain query, so that the planner takes it apart; row-level security
-- holds in it as everywhere. Everyone sees their own name.
create function app.seen_people(of_customer uuid)
  returns table (id uuid, kind text, closed_at timestamptz, language text, given_name text, family_name text, email text)
  language sql stable as $$
  select a.id, a.kind, a.closed_at, a.language, coalesce(p.designation, a.given_name),
    case when p.designation is null then a.family_name else '' end, case when p.designation is null then a.email end
  from account a
  left join protected_identity p on p.customer_id = of_customer and p.account_id = a.id and p.account_id is distinct from app.account_id()
$$;

-- What stands for an address that a customer has written itself: on a key that waits for its holder.
create function app.designation_of(of_customer uuid, address text) returns text language sql stable as $$
  select p.designation from protected_identity p join account a on a.id = p.account_id
  where p.customer_id = of_customer and a.email = address
$$;

create or replace function app.course_mates(of_course uuid, after_enrolment uuid, at_most integer)
  returns table (enrolment_id uuid, account_id uuid, given_name text, family_name text)
  language plpgsql as $$
declare shown text[] := app.fields_shown(app.account_id(), app.customer_id(), of_course, 'student');
begin
  if shown = '{}' then return; end if;
  perform set_config('app.across_customers', 'course mates', true);
  return query
    select e.id, a.id,
      case when 'given_name' = any(shown) then a.given_name else '' end,
      case when 'family_name' = any(shown) then a.family_name else '' end
    from enrolment e join app.seen_people(app.customer_id()) a on a.id = e.account_id
    where e.customer_id = app.customer_id() and e.course_id = of_course and e.account_id <> app.account_id()
      and (e.ends_at is null or e.ends_at > app.now()) and a.kind <> 'pseudonym' and a.closed_at is null
      and (after_enrolment is null or e.id > after_enrolment)
    order by e.id limit at_most;
  perform set_config('app.across_customers', '', true);
end $$;
