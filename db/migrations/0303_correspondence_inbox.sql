-- Which of the course's administrators has taken on a thread. Students do not see it.
create table thread_assignment (
  customer_id       uuid not null,
  correspondence_id uuid not null,
  account_id        uuid not null references account on update cascade,
  assigned_at       timestamptz not null,
  primary key (customer_id, correspondence_id),
  foreign key (customer_id, correspondence_id) references correspondence on update cascade
);
create index thread_assignment_account_id on thread_assignment (account_id);
call app.protect('thread_assignment', $$ customer_id = app.staff_of() and exists
  (select from correspondence c where c.customer_id = thread_assignment.customer_id and c.id = thread_assignment.correspondence_id) $$);

create table saved_reply (
  customer_id uuid not null references customer,
  id          uuid not null default gen_random_uuid(),
  account_id  uuid not null references account on update cascade,
  client_id   uuid not null,
  title       text not null check (length(title) between 1 and 80),
  body        text not null check (length(body) between 1 and 10000),
  shared      boolean not null,
  created_at  timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, client_id)
);
create index saved_reply_title on saved_reply (customer_id, title, id);
create index saved_reply_account_id on saved_reply (account_id);
call app.protect('saved_reply', 'customer_id = app.staff_of() and (shared or account_id = app.account_id())');

-- How long answers have taken in a course: a figure without a student, an administrator or a time of day.
create table answer_time (
  customer_id uuid not null,
  id          uuid not null default gen_random_uuid(),
  course_id   uuid not null,
  minutes     integer not null check (minutes >= 0),
  answered_on date not null,
  due_at      timestamptz not null,
  primary key (customer_id, id),
  foreign key (customer_id, course_id) references course
);
create index answer_time_course on answer_time (customer_id, course_id, answered_on desc) include (minutes);
create index answer_time_due_at on answer_time (due_at);
call app.protect('answer_time', 'customer_id = app.customer_id()');
