-- A teacher can be invited straight to groups. What the invitation gave carries its id and its end, as with courses.
alter table group_teacher add column invitation_id uuid, add column ends_at timestamptz,
  add foreign key (customer_id, invitation_id) references invitation;
create policy in_time on group_teacher as restrictive for all using (ends_at is null or ends_at > app.now() or app.manages_access());

create table invitation_teaching (
  customer_id   uuid not null,
  invitation_id uuid not null,
  group_id      uuid not null,
  primary key (customer_id, invitation_id, group_id),
  foreign key (customer_id, invitation_id) references invitation,
  foreign key (customer_id, group_id) references student_group
);
create index invitation_teaching_group on invitation_teaching (customer_id, group_id);
call app.protect('invitation_teaching', 'customer_id = app.staff_of() or exists (select from invitation_use u
  where u.customer_id = invitation_teaching.customer_id and u.invitation_id = invitation_teaching.invitation_id and u.account_id = app.account_id())');

-- Work that manages access sees ended rows: who teaches a group now is asked by the clock.
create or replace function app.teaches_in_group(viewer uuid, of_customer uuid, of_course uuid) returns boolean language sql stable as $$
  select exists (select from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id
    where t.customer_id = of_customer and t.account_id = viewer and c.course_id = of_course
      and (t.ends_at is null or t.ends_at > app.now()))
$$;

create or replace function app.find_reach() returns void language plpgsql as $$
declare
  was     text := coalesce(current_setting('app.purpose', true), '');
  mine    uuid[];
  people  uuid[];
  courses uuid[];
begin
  select array_agg(t.group_id) into mine from group_teacher t
    where t.customer_id = app.staff_of() and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now());
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

-- Whether a student of one of the asker's own groups takes this course through it: whom a teacher may remind.
create function app.in_own_group(of_customer uuid, person uuid, of_course uuid) returns boolean language plpgsql as $$
declare
  was   text := coalesce(current_setting('app.purpose', true), '');
  found boolean;
begin
  if of_customer is distinct from app.staff_of() then return false; end if;
  perform set_config('app.purpose', 'administer-customer', true);
  select exists (select from group_teacher t
    join student_group g on g.customer_id = t.customer_id and g.id = t.group_id and g.ended_at is null
    join student_group_course c on c.customer_id = t.customer_id and c.group_id = t.group_id and c.course_id = of_course
    join student_group_member m on m.customer_id = t.customer_id and m.group_id = t.group_id and m.account_id = person
    where t.customer_id = of_customer and t.account_id = app.account_id() and (t.ends_at is null or t.ends_at > app.now())) into found;
  perform set_config('app.purpose', was, true);
  return found;
end $$;

-- Whether a student has heard from the course since then: reminded by a teacher, or written to. Nothing of what was said is read.
create function app.heard_since(of_customer uuid, of_enrolment uuid, since timestamptz) returns boolean language plpgsql as $$
declare
  reason text := coalesce(current_setting('app.across_customers', true), '');
  heard  boolean;
begin
  if of_customer is distinct from app.staff_of() then return true; end if;
  perform set_config('app.across_customers', 'mail', true);
  select exists (select from enrolment e join notification n on n.account_id = e.account_id
      where e.customer_id = of_customer and e.id = of_enrolment and n.event = 'nudged' and n.customer_id = e.customer_id
        and n.course_id = e.course_id and n.created_at > since)
    or exists (select from correspondence c join message m on m.customer_id = c.customer_id and m.correspondence_id = c.id
      where c.customer_id = of_customer and c.enrolment_id = of_enrolment and not m.from_student and m.deleted_at is null and m.sent_at > since)
    into heard;
  perform set_config('app.across_customers', reason, true);
  return heard;
end $$;
