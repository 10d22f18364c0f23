-- Course mates in Swedish order and found by name. A name that students are not shown neither finds nor sorts anyone.
drop function app.course_mates(uuid, uuid, integer);
create function app.course_mates(of_course uuid, sought text, after_enrolment uuid, at_most integer)
  returns table (enrolment_id uuid, account_id uuid, given_name text, family_name text)
  language plpgsql as $$
#variable_conflict use_column
declare
  shown       text[] := app.fields_shown(app.account_id(), app.customer_id(), of_course, 'student');
  of_customer uuid := app.customer_id();
begin
  if shown = '{}' then return; end if;
  perform set_config('app.across_customers', 'course mates', true);
  return query
    with mate as materialized (
      select e.id, a.id as person, e.id is distinct from after_enrolment as is_listed,
        (case when 'given_name' = any(shown) then a.given_name else '' end) collate "sv-x-icu" as given,
        (case when 'family_name' = any(shown) then a.family_name else '' end) collate "sv-x-icu" as family
      from enrolment e join app.seen_people(of_customer) a on a.id = e.account_id
      where e.customer_id = of_customer and e.course_id = of_course
        and (e.id = after_enrolment or (e.account_id <> app.account_id()
          and (e.ends_at is null or e.ends_at > app.now()) and a.kind <> 'pseudonym' and a.closed_at is null)))
    select m.id, m.person, m.given, m.family from mate m
    where m.is_listed and (sought = '' or strpos(lower(m.given || ' ' || m.family), lower(sought collate "sv-x-icu")) > 0)
      and (after_enrolment is null or (m.family, m.given, m.id) > (select l.family, l.given, l.id from mate l where l.id = after_enrolment))
    order by m.family, m.given, m.id limit at_most;
  perform set_config('app.across_customers', '', true);
end $$;
