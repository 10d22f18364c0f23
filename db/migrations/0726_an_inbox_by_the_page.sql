-- The inbox was joined with its students, its messages and those who have taken it on, thread by thread, and then cut to a page. Who waits is
-- found in the order of the page and only as far as it reaches; what a row shows is read of the page alone. A statement whose plan is kept.
create function app.is_named(sought text, shown text[], given_name text, family_name text) returns boolean language sql stable
  -- A name that is not shown finds nobody: who stands in the list would tell it.
  return strpos(lower(concat_ws(' ', case when 'given_name' = any(shown) then given_name end,
    case when 'family_name' = any(shown) then family_name end) collate "sv-x-icu"), lower(sought collate "sv-x-icu")) > 0;

create function app.inbox(reader uuid, of_customer uuid, in_course text, in_state text, held_by text, named text,
    after_waiting boolean, after_at timestamptz, after_id uuid, at_most integer)
  returns table (id uuid, last_sent_at timestamptz, waiting boolean, course_title text, student_id uuid, given_name text, family_name text,
    has_student boolean, done_at timestamptz, assigned_id uuid, assigned_given_name text, assigned_family_name text, unread boolean)
  language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
    with readable as materialized (
      select course.id, course.title, shown from course, lateral app.fields_shown(reader, course.customer_id, course.id, 'staff') shown
      where course.customer_id = of_customer and (in_course is null or course.slug = in_course) and 'correspondence' = any(shown)),
    -- Who no longer administers the course has its threads no more.
    held as (
      select t.correspondence_id as id, t.account_id from thread_assignment t
      join correspondence c on c.customer_id = t.customer_id and c.id = t.correspondence_id
      join course_administrator ca on ca.customer_id = t.customer_id and ca.course_id = c.course_id and ca.account_id = t.account_id
      where t.customer_id = of_customer and held_by is not null),
    thread as (
      select c.id, c.enrolment_id, c.course_id, c.last_sent_at, c.done_at, c.read_by_administrator, r.shown,
        c.last_from_student and c.done_at is null as unanswered
      from correspondence c join readable r on r.id = c.course_id
      where c.customer_id = of_customer and c.last_sequence > 0
        and (held_by is null or (held_by = 'me' and c.id in (select id from held where account_id = reader))
          or (held_by = 'nobody' and c.id not in (select id from held)))
      order by c.last_sent_at desc, c.id desc),
    -- Whoever is gone waits for nothing, and what is done has been answered some other way. Asked one by one, until the page is full.
    asking as materialized (
      select c.*, e.account_id, true as has_student
      from thread c join lateral (select e.account_id from enrolment e where e.customer_id = of_customer and e.id = c.enrolment_id
        and exists (select from app.seen_people(of_customer) s where s.id = e.account_id and s.kind <> 'pseudonym'
          and (named is null or app.is_named(named, c.shown, s.given_name, s.family_name))) offset 0) e on true
      where c.unanswered and coalesce(in_state, 'waiting') = 'waiting' and after_waiting is distinct from false
        and (after_id is null or (c.last_sent_at, c.id) < (after_at, after_id))
      order by c.last_sent_at desc, c.id desc limit at_most),
    rest as (
      select c.*, e.account_id, e.has_student
      from thread c join lateral (select e.account_id, exists (select from app.seen_people(of_customer) s
          where s.id = e.account_id and s.kind <> 'pseudonym') as has_student
        from enrolment e where e.customer_id = of_customer and e.id = c.enrolment_id
          and (named is null or exists (select from app.seen_people(of_customer) s where s.id = e.account_id and s.kind <> 'pseudonym'
            and app.is_named(named, c.shown, s.given_name, s.family_name))) offset 0) e on true
      where in_state is distinct from 'waiting' and (select count(*) from asking) < at_most
        and not (c.unanswered and e.has_student) and (in_state is null or (in_state = 'done') = (c.done_at is not null))
        and (after_waiting is distinct from false or (c.last_sent_at, c.id) < (after_at, after_id))
      order by c.last_sent_at desc, c.id desc limit at_most),
    page as materialized (
      select *, true as waiting from asking union all select *, false from rest
      order by waiting desc, last_sent_at desc, id desc limit at_most)
    select p.id, p.last_sent_at, p.waiting, r.title, p.account_id,
      case when 'given_name' = any(r.shown) then s.given_name end, case when 'family_name' = any(r.shown) then s.family_name end,
      p.has_student, p.done_at, t.account_id, a.given_name, a.family_name,
      exists (select from message m where m.customer_id = of_customer and m.correspondence_id = p.id
        and m.from_student and m.sequence > p.read_by_administrator and m.deleted_at is null)
    from page p
    join readable r on r.id = p.course_id
    left join lateral (select s.given_name, s.family_name from app.seen_people(of_customer) s where s.id = p.account_id offset 0) s on true
    left join lateral (select t.account_id from thread_assignment t
      where t.customer_id = of_customer and t.correspondence_id = p.id and exists (select from course_administrator ca
        where ca.customer_id = t.customer_id and ca.course_id = p.course_id and ca.account_id = t.account_id) offset 0) t on true
    left join lateral (select a.given_name, a.family_name from app.seen_people(of_customer) a where a.id = t.account_id offset 0) a on true
    order by p.waiting desc, p.last_sent_at desc, p.id desc;
end $$;
