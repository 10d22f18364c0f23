-- Seats are counted for every customer on the operator's list, for every batch of keys and at every new enrolment. A function of
-- one SQL statement is planned anew each time, under the row-level rules of four tables: that was nearly all of its cost (decision 580).

create or replace function app.seats_used(of_customer uuid, of_agreement uuid) returns integer
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return (select count(distinct e.account_id) from enrolment e join account p on p.id = e.account_id
    where e.customer_id = of_customer and (e.ends_at is null or e.ends_at > app.now()) and p.kind <> 'pseudonym' and p.closed_at is null
      and ((select a.all_courses from agreement a where a.customer_id = of_customer and a.id = of_agreement)
        or e.course_id in (select c.course_id from agreement_course c where c.customer_id = of_customer and c.agreement_id = of_agreement)));
end $$;

create or replace function app.seats_reserved(of_customer uuid, of_agreement uuid) returns integer
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return (select count(*) from course_key k join key_batch b on b.customer_id = k.customer_id and b.id = k.batch_id
    where k.customer_id = of_customer and k.redeemed_at is null and k.blocked_at is null and k.expires_at > app.now()
      and ((select a.all_courses from agreement a where a.customer_id = of_customer and a.id = of_agreement)
        or b.course_id in (select c.course_id from agreement_course c where c.customer_id = of_customer and c.agreement_id = of_agreement)));
end $$;
