-- What lies under an enrolment is readable where the enrolment is, and that was looked up for each visit, attempt and thread:
-- four fifths of what statistics cost. Whoever reaches all of a customer, nobody of whom is set aside, is told so once a query.

-- The customer in scope when every enrolment there is readable: the same as the rules of `enrolment` say of each, asked of all at once.
create function app.whole_customer() returns uuid language plpgsql stable parallel restricted as $$
declare
  place     uuid := app.staff_of();
  reason    text := coalesce(current_setting('app.across_customers', true), '');
  set_aside uuid[];
  is_whole  boolean;
begin
  if place is null or place is distinct from app.customer_id() or not app.reaches_all() then return null; end if;
  set_aside := app.set_aside();
  if set_aside = '{}' then return place; end if;
  if set_aside is null then return null; end if;
  perform set_config('app.across_customers', 'seats', true);
  is_whole := not exists (select from enrolment e where e.customer_id = place and e.account_id = any(set_aside));
  perform set_config('app.across_customers', reason, true);
  return case when is_whole then place end;
end $$;

do $$
declare of_enrolment text;
begin
  foreach of_enrolment in array array['answer', 'attempt', 'certificate', 'correspondence', 'own_deadline', 'page_visit'] loop
    execute format('alter policy scope on %1$s using (app.across_customers() or customer_id = (select app.whole_customer())
      or (customer_id = app.customer_id()
        and exists (select from enrolment e where e.customer_id = %1$s.customer_id and e.id = %1$s.enrolment_id)))', of_enrolment);
  end loop;
end $$;

-- The rule by itself, for a list that has read the course's plan and everyone's own days already.
create function app.due_of(completed_at timestamptz, created_at timestamptz, is_own boolean, own_due_at timestamptz, plan_due_at timestamptz, days_to_finish integer)
returns timestamptz language sql stable parallel safe
return case when completed_at is null then case when is_own then own_due_at
  else coalesce(plan_due_at, created_at + make_interval(days => days_to_finish)) end end;

create or replace function app.due_at(e enrolment) returns timestamptz language plpgsql stable as $$
begin
  return (select app.due_of(e.completed_at, e.created_at, d.enrolment_id is not null, d.due_at, p.due_at, p.days_to_finish)
    from (select 1) as one
    left join course_plan p on p.customer_id = e.customer_id and p.course_id = e.course_id
    left join own_deadline d on d.customer_id = e.customer_id and d.enrolment_id = e.id);
end $$;
