-- Who teaches a course: sees its students as the customer has decided, without looking after the course.
create table course_teacher (
  customer_id uuid not null,
  course_id   uuid not null,
  account_id  uuid not null references account on update cascade,
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, course_id, account_id),
  foreign key (customer_id, course_id) references course
);
create index course_teacher_account_id on course_teacher (account_id);

-- Who sees whom: the customer's own matrix of role × relation × field (E-02). A cell that is not here is not shown.
create table visibility (
  customer_id uuid not null references customer,
  role        text not null check (role in ('customer_admin', 'course_admin', 'teacher', 'student')),
  relation    text not null check (relation in ('customer', 'own-course', 'other-course')),
  field       text not null check (field in ('given_name', 'family_name', 'email', 'progress', 'result', 'correspondence')),
  shown       boolean not null,
  primary key (customer_id, role, relation, field)
);

-- Every change of the matrix: which cell, when and by whom.
create table visibility_change (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  changed_by  uuid not null references account on update cascade,
  changed_at  timestamptz not null default app.now(),
  role        text not null,
  relation    text not null,
  field       text not null,
  shown       boolean not null,
  primary key (customer_id, id),
  foreign key (customer_id, role, relation, field) references visibility
);
create index visibility_change_changed_by on visibility_change (changed_by);

-- What a customer begins with. Correspondence is only for those who answer it; students see nothing of each other.
create function app.default_visibility() returns table (role text, relation text, field text, shown boolean)
  language sql immutable parallel safe as $$
  select g.role, g.relation, f.field, f.field = any(g.shown) from (values
    ('customer_admin', 'customer', '{given_name,family_name,email,progress,result,correspondence}'::text[],
       '{given_name,family_name,email,progress,result,correspondence}'::text[]),
    ('course_admin', 'own-course', '{given_name,family_name,email,progress,result,correspondence}',
       '{given_name,family_name,email,progress,result,correspondence}'),
    ('course_admin', 'other-course', '{given_name,family_name,email,progress,result}', '{}'),
    ('teacher', 'own-course', '{given_name,family_name,email,progress,result}', '{given_name,family_name,progress,result}'),
    ('teacher', 'other-course', '{given_name,family_name,email,progress,result}', '{}'),
    ('student', 'own-course', '{given_name,family_name}', '{}')
  ) g (role, relation, offered, shown), unnest(g.offered) f (field) $$;

create function app.begin_visibility() returns trigger language plpgsql as $$
begin
  insert into visibility (customer_id, role, relation, field, shown)
    select new.id, d.role, d.relation, d.field, d.shown from app.default_visibility() d;
  return null;
end $$;
create trigger begin_visibility after insert on customer for each row execute function app.begin_visibility();

select set_config('app.across_customers', 'set-up', true);
insert into visibility (customer_id, role, relation, field, shown)
  select c.id, d.role, d.relation, d.field, d.shown from customer c, app.default_visibility() d;
select set_config('app.across_customers', '', true);

create function app.has_role(person uuid, of_customer uuid, of_role text) returns boolean
  language sql stable parallel safe
  return exists (select from membership m where m.customer_id = of_customer and m.account_id = person and m.role = of_role);

-- The one place that is asked: what someone sees of a course's students, as staff or as one of them.
create function app.fields_shown(viewer uuid, of_customer uuid, of_course uuid, capacity text) returns text[]
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
        and (v.relation = 'own-course') = exists (select from course_teacher t
          where t.customer_id = of_customer and t.course_id = of_course and t.account_id = viewer)
      else exists (select from enrolment e
        where e.customer_id = of_customer and e.course_id = of_course and e.account_id = viewer
          and (e.ends_at is null or e.ends_at > app.now()))
    end $$;

-- A list of reasons for reaching across customers is closed; this adds to it what may have grown since.
create procedure app.allow_across(reason text) language plpgsql as $$
begin
  execute replace(pg_get_functiondef('app.across_customers()'::regprocedure), '''set-up''', format('''set-up'', %L', reason));
end $$;
call app.allow_across('course mates');

-- The names of others in a course one takes, as far as the customer lets them be seen. A student's own scope reaches no
-- other student's row: the function opens it for this one question and closes it again.
create function app.course_mates(of_course uuid, after_enrolment uuid, at_most integer)
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
    from enrolment e join account a on a.id = e.account_id
    where e.customer_id = app.customer_id() and e.course_id = of_course and e.account_id <> app.account_id()
      and (e.ends_at is null or e.ends_at > app.now()) and a.kind <> 'pseudonym' and a.closed_at is null
      and (after_enrolment is null or e.id > after_enrolment)
    order by e.id limit at_most;
  perform set_config('app.across_customers', '', true);
end $$;

call app.protect('course_teacher', 'customer_id = app.customer_id() or account_id = app.account_id()');
call app.protect('visibility', 'customer_id = app.customer_id()');
call app.protect('visibility_change', 'customer_id = app.staff_of()', 'select, insert, update');
