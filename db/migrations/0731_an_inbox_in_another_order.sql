-- The inbox in another order than its own (app.inbox: those who wait, then the newest): the latest written first, those who have waited
-- longest first, or by name. Who still is a student decides who waits, and a name where a thread stands, so each thread of the courses
-- is read with its student; the rest of a row is read of the page alone. A name that is not shown orders nothing: its place would tell it.
create function app.inbox_in_order(reader uuid, of_customer uuid, in_course text, in_state text, held_by text, named text, in_order text,
    after_waiting boolean, after_at timestamptz, after_id uuid, at_most integer)
  returns table (id uuid, last_sent_at timestamptz, waiting boolean, course_title text, student_id uuid, given_name text, family_name text,
    has_student boolean, done_at timestamptz, assigned_id uuid, assigned_given_name text, assigned_family_name text, unread boolean,
    placed_at timestamptz)
  language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
    with readable as materialized (
      select course.id, course.title, shown from course, lateral app.fields_shown(reader, course.customer_id, course.id, 'staff') shown
      where course.customer_id = of_customer and (in_course is null or course.slug = in_course) and 'correspondence' = any(shown)),
    held as (
      select t.correspondence_id as id, t.account_id from thread_assignment t
      join correspondence c on c.customer_id = t.customer_id and c.id = t.correspondence_id
      join course_administrator ca on ca.customer_id = t.customer_id and ca.course_id = c.course_id and ca.account_id = t.account_id
      where t.customer_id = of_customer and held_by is not null),
    thread as (
      select c.id, c.course_id, c.last_sent_at, c.done_at, c.read_by_administrator, r.title, e.account_id, s.id is not null as has_student,
        c.last_from_student and c.done_at is null and s.id is not null as waiting, coalesce(c.waiting_since, c.last_sent_at) as waiting_since,
        case when 'given_name' = any(r.shown) then s.given_name end as given_name,
        case when 'family_name' = any(r.shown) then s.family_name end as family_name
      from correspondence c
      join readable r on r.id = c.course_id
      join enrolment e on e.customer_id = of_customer and e.id = c.enrolment_id
      left join app.seen_people(of_customer) s on s.id = e.account_id and s.kind <> 'pseudonym'
      where c.customer_id = of_customer and c.last_sequence > 0
        and (held_by is null or (held_by = 'me' and c.id in (select id from held where account_id = reader))
          or (held_by = 'nobody' and c.id not in (select id from held)))
        and (named is null or (s.id is not null and app.is_named(named, r.shown, s.given_name, s.family_name)))),
    place as (
      select *, case when in_order = 'waited' and waiting then waiting_since else last_sent_at end as placed_at,
        case when in_order = 'name' then (coalesce(given_name, family_name) is null)::integer
          when in_order = 'waited' then (not waiting)::integer else 0 end as first,
        case when in_order = 'name' then 0 when in_order = 'waited' and waiting then extract(epoch from waiting_since)
          else -extract(epoch from last_sent_at) end as second,
        case when in_order = 'name' then coalesce(family_name, '') else '' end collate "sv-x-icu" as family,
        case when in_order = 'name' then coalesce(given_name, '') else '' end collate "sv-x-icu" as given
      from thread
      where in_state is null or (in_state = 'waiting') = waiting and (waiting or (in_state = 'done') = (done_at is not null))),
    page as materialized (
      select * from place
      where after_id is null or case when in_order = 'name'
        -- After a thread that is there no more the list begins anew, rather than end.
        then ((first, family, given, id) > (select l.first, l.family, l.given, l.id from place l where l.id = after_id)) is not false
        else (first, second, id) > (case when in_order = 'waited' and not after_waiting then 1 else 0 end,
          case when in_order = 'waited' and after_waiting then 1 else -1 end * extract(epoch from after_at), after_id) end
      order by first, second, family, given, id limit at_most)
    select p.id, p.last_sent_at, p.waiting, p.title, p.account_id, p.given_name, p.family_name,
      p.has_student, p.done_at, t.account_id, a.given_name, a.family_name,
      exists (select from message m where m.customer_id = of_customer and m.correspondence_id = p.id
        and m.from_student and m.sequence > p.read_by_administrator and m.deleted_at is null),
      p.placed_at
    from page p
    left join lateral (select t.account_id from thread_assignment t
      where t.customer_id = of_customer and t.correspondence_id = p.id and exists (select from course_administrator ca
        where ca.customer_id = t.customer_id and ca.course_id = p.course_id and ca.account_id = t.account_id) offset 0) t on true
    left join lateral (select a.given_name, a.family_name from app.seen_people(of_customer) a where a.id = t.account_id offset 0) a on true
    order by p.first, p.second, p.family, p.given, p.id;
end $$;
