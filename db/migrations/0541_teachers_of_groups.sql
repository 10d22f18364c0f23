-- A teacher of groups sees and helps the students of the own groups and nobody else's. The rule lies beneath every list: the rows of
-- other students are not there for them.
create table group_teacher (
  customer_id uuid not null,
  group_id    uuid not null,
  account_id  uuid not null references account on update cascade,
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, group_id, account_id),
  foreign key (customer_id, group_id) references student_group
);
create index group_teacher_account_id on group_teacher (account_id, customer_id);
call app.protect('group_teacher', 'customer_id = app.customer_id() or account_id = app.account_id()');

-- The groups' courses are also asked for by their teachers where they see what roles they have.
alter policy scope on student_group_course using (customer_id = app.staff_of() or exists (select from group_teacher t
  where t.customer_id = student_group_course.customer_id and t.group_id = student_group_course.group_id and t.account_id = app.account_id())
  or app.across_customers());

-- Whether someone teaches a group that has the course.
create function app.teaches_in_group(viewer uuid, of_customer uuid, of_course uuid) returns boolean language sql stable as $$
  select exists (select from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id
    where t.customer_id = of_customer and t.account_id = viewer and c.course_id = of_course)
$$;
alter policy scope on student_group using (customer_id = app.staff_of() or exists (select from group_teacher t
  where t.customer_id = student_group.customer_id and t.group_id = student_group.id and t.account_id = app.account_id())
  or app.across_customers());

create or replace function app.fields_shown(viewer uuid, of_customer uuid, of_course uuid, capacity text) returns text[]
  language sql stable parallel safe as $$
  select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
  where v.customer_id = of_customer and v.shown and (v.role = 'student') = (capacity = 'student')
    and case v.role
      when 'customer_admin' then app.has_role(viewer, of_customer, 'customer_admin')
      when 'course_admin' then
        (v.relation = 'own-course') = exists (select from course_administrator a
          where a.customer_id = of_customer and a.course_id = of_course and a.account_id = viewer)
        and (v.relation = 'own-course' or app.has_role(viewer, of_customer, 'course_admin'))
      when 'teacher' then
        app.has_role(viewer, of_customer, 'teacher')
        and (v.relation = 'own-course') = (exists (select from course_teacher t
          where t.customer_id = of_customer and t.course_id = of_course and t.account_id = viewer)
          or app.teaches_in_group(viewer, of_customer, of_course))
      else exists (select from enrolment e
        where e.customer_id = of_customer and e.course_id = of_course and e.account_id = viewer
          and (e.ends_at is null or e.ends_at > app.now()))
    end $$;

-- Whom a teacher of groups reaches is asked once a transaction and kept in its settings, under whose it is: for everyone else a row
-- costs a comparison.
create function app.find_reach() returns void language plpgsql as $$
declare
  was     text := coalesce(current_setting('app.purpose', true), '');
  mine    uuid[];
  people  uuid[];
  courses uuid[];
begin
  select array_agg(t.group_id) into mine from group_teacher t
    where t.customer_id = app.staff_of() and t.account_id = app.account_id();
  if mine is null or app.has_role(app.account_id(), app.staff_of(), 'customer_admin')
    or app.has_role(app.account_id(), app.staff_of(), 'course_admin') then
    perform set_config('app.reach', 'all', true);
  else
    perform set_config('app.purpose', 'administer-customer', true);
    select coalesce(array_agg(distinct m.account_id), '{}') into people from student_group_member m
      join student_group g on g.customer_id = m.customer_id and g.id = m.group_id and g.ended_at is null
      where m.customer_id = app.staff_of() and m.group_id = any(mine);
    select coalesce(array_agg(t.course_id), '{}') into courses from course_teacher t
      where t.customer_id = app.staff_of() and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now());
    perform set_config('app.purpose', was, true);
    perform set_config('app.reach_people', people::text, true);
    perform set_config('app.reach_courses', courses::text, true);
    perform set_config('app.reach', 'groups', true);
  end if;
  perform set_config('app.reach_of', concat(app.account_id(), ' ', app.staff_of()), true);
end $$;

create function app.in_reach(person uuid, of_course uuid) returns boolean language plpgsql stable as $$
begin
  if app.staff_of() is null or person = app.account_id() then return true; end if;
  if coalesce(current_setting('app.reach_of', true), '') <> concat(app.account_id(), ' ', app.staff_of()) then perform app.find_reach(); end if;
  if current_setting('app.reach') = 'all' then return true; end if;
  return coalesce(person = any(current_setting('app.reach_people')::uuid[]), false)
    or coalesce(of_course = any(current_setting('app.reach_courses')::uuid[]), false);
end $$;
create policy in_reach on enrolment as restrictive for select using (app.in_reach(account_id, course_id));

-- People are reached by their groups or their courses; whoever has another role than student is seen as before.
create function app.person_in_reach(person uuid) returns boolean language plpgsql stable as $$
begin
  return app.in_reach(person, null)
    or exists (select from membership m where m.account_id = person and m.customer_id = app.staff_of() and m.role <> 'student')
    or exists (select from enrolment e where e.account_id = person and e.customer_id = app.staff_of());
end $$;
create policy in_reach on account as restrictive for select using (app.person_in_reach(id));
