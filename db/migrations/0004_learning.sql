create table enrolment (
  customer_id    uuid not null,
  id             uuid not null default gen_random_uuid(),
  course_id      uuid not null,
  version_id     uuid not null,
  account_id     uuid not null references account on update cascade,
  source         text not null check (source in ('key', 'demo')),
  created_at     timestamptz not null default app.now(),
  ends_at        timestamptz,
  resume_page_id uuid,
  last_active_at timestamptz,
  completed_at   timestamptz,
  primary key (customer_id, id),
  unique (customer_id, course_id, account_id),
  foreign key (customer_id, course_id) references course,
  foreign key (customer_id, version_id) references course_version,
  foreign key (customer_id, resume_page_id) references course_page
);
create index enrolment_account_id on enrolment (account_id);

-- A batch of keys handed to a customer; each key opens the course once.
create table key_batch (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  course_id   uuid not null,
  label       text not null,
  access_days integer check (access_days > 0),
  created_at  timestamptz not null default app.now(),
  primary key (customer_id, id),
  foreign key (customer_id, course_id) references course
);

-- Kept as a keyed hash: a leaked table opens nothing. The bound person's address and names leave
-- the row when the key is redeemed: from then on they are the account's.
create table course_key (
  customer_id       uuid not null,
  id                uuid not null default app.uuid_v7(),
  batch_id          uuid not null,
  key_hash          bytea not null,
  last_three        text not null check (length(last_three) = 3),
  bound_email       text check (bound_email = lower(bound_email)),
  bound_given_name  text,
  bound_family_name text,
  created_at        timestamptz not null default app.now(),
  expires_at        timestamptz not null,
  blocked_at        timestamptz,
  redeemed_at       timestamptz,
  enrolment_id      uuid,
  primary key (customer_id, id),
  unique (customer_id, key_hash),
  foreign key (customer_id, batch_id) references key_batch,
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  check (redeemed_at is null or bound_email is null)
);
create index course_key_hash on course_key (key_hash);
create index course_key_bound_email on course_key (bound_email) where bound_email is not null;
create index course_key_expires_at on course_key (expires_at) where bound_email is not null;
create index course_key_enrolment on course_key (customer_id, enrolment_id) where enrolment_id is not null;

create table page_visit (
  customer_id  uuid not null,
  enrolment_id uuid not null,
  page_id      uuid not null,
  first_at     timestamptz not null default app.now(),
  last_at      timestamptz not null default app.now(),
  completed_at timestamptz,
  primary key (customer_id, enrolment_id, page_id),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, page_id) references course_page
);

-- One row a try. `client_id` makes a repeated send the same row.
create table answer (
  customer_id  uuid not null,
  id           uuid not null default app.uuid_v7(),
  enrolment_id uuid not null,
  question_id  uuid not null,
  client_id    uuid not null,
  response     jsonb not null,
  correct      boolean not null,
  answered_at  timestamptz not null default app.now(),
  primary key (customer_id, id),
  unique (customer_id, enrolment_id, client_id),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, question_id) references question
);
create index answer_question on answer (customer_id, enrolment_id, question_id, answered_at desc);

create table attempt (
  customer_id  uuid not null,
  id           uuid not null default gen_random_uuid(),
  enrolment_id uuid not null,
  number       integer not null check (number > 0),
  started_at   timestamptz not null default app.now(),
  deadline_at  timestamptz,
  submitted_at timestamptz,
  points       integer,
  max_points   integer,
  passed       boolean,
  primary key (customer_id, id),
  unique (customer_id, enrolment_id, number),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  check ((submitted_at is null) = (passed is null))
);
-- A second tab or a replayed start finds the open attempt instead of making another.
create unique index attempt_open on attempt (customer_id, enrolment_id) where submitted_at is null;

create table attempt_answer (
  customer_id uuid not null,
  attempt_id  uuid not null,
  question_id uuid not null,
  response    jsonb not null,
  correct     boolean,
  points      integer,
  saved_at    timestamptz not null default app.now(),
  primary key (customer_id, attempt_id, question_id),
  foreign key (customer_id, attempt_id) references attempt on update cascade,
  foreign key (customer_id, question_id) references question
);

create table certificate (
  customer_id  uuid not null,
  id           uuid not null default gen_random_uuid(),
  enrolment_id uuid not null,
  number       text not null,
  issued_at    timestamptz not null default app.now(),
  primary key (customer_id, id),
  unique (customer_id, enrolment_id),
  unique (customer_id, number),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade
);
create index certificate_number on certificate (number);

call app.protect('enrolment', 'account_id = app.account_id() or customer_id = app.staff_of()');
call app.protect('key_batch', 'customer_id = app.staff_of()');
call app.protect('course_key', 'customer_id = app.staff_of()');
-- What hangs on an enrolment is seen by whoever sees the enrolment: its own policy decides.
call app.protect('page_visit', $$ customer_id = app.customer_id() and enrolment_id in (select id from enrolment) $$);
call app.protect('answer', $$ customer_id = app.customer_id() and enrolment_id in (select id from enrolment) $$);
call app.protect('attempt', $$ customer_id = app.customer_id() and enrolment_id in (select id from enrolment) $$);
call app.protect('attempt_answer', $$ customer_id = app.customer_id() and attempt_id in (select id from attempt) $$);
call app.protect('certificate', $$ customer_id = app.customer_id() and enrolment_id in (select id from enrolment) $$);
