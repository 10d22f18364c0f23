-- Groups: a class, a work team, a reading circle. Whoever is in one has its courses, from the moment they join.
create table student_group (
  customer_id   uuid not null references customer,
  id            uuid not null,
  name          text not null check (length(name) between 1 and 100),
  -- What becomes of the courses when someone leaves or the group ends. Results stay either way.
  keeps_courses boolean not null,
  created_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (customer_id, id)
);
create index student_group_name on student_group (customer_id, (name collate "sv-x-icu"), id);

create table student_group_course (
  customer_id uuid not null,
  group_id    uuid not null,
  course_id   uuid not null,
  primary key (customer_id, group_id, course_id),
  foreign key (customer_id, group_id) references student_group,
  foreign key (customer_id, course_id) references course
);
create trigger in_scope before insert on student_group_course for each row execute function app.refuse_out_of_scope();

-- The invitation is that of the list someone came with: it can be taken back within a day.
create table student_group_member (
  customer_id   uuid not null,
  group_id      uuid not null,
  account_id    uuid not null references account on update cascade,
  joined_at     timestamptz not null,
  invitation_id uuid,
  primary key (customer_id, group_id, account_id),
  foreign key (customer_id, group_id) references student_group,
  foreign key (customer_id, invitation_id) references invitation
);
create index student_group_member_account_id on student_group_member (account_id);
create index student_group_member_invitation on student_group_member (customer_id, invitation_id) where invitation_id is not null;

-- A list of people is an invitation of students to a group.
alter table invitation drop constraint invitation_role_check;
alter table invitation add constraint invitation_role_check check (role in ('customer_admin', 'course_admin', 'teacher', 'student'));
-- The list that made it: posted twice it is one.
alter table invitation add column client_id uuid, add unique (customer_id, client_id);
alter table invitation add column group_id uuid, add foreign key (customer_id, group_id) references student_group,
  add check ((role = 'student') = (group_id is not null));
create index invitation_group on invitation (customer_id, group_id) where group_id is not null;

alter table enrolment drop constraint enrolment_source_check;
alter table enrolment add constraint enrolment_source_check check (source in ('key', 'demo', 'group'));

call app.protect('student_group', 'customer_id = app.staff_of()');
call app.protect('student_group_course', 'customer_id = app.staff_of()');
call app.protect('student_group_member', 'customer_id = app.staff_of() or account_id = app.account_id()');
