-- One thread per student and course, with the course's administrators.
create table correspondence (
  customer_id             uuid not null,
  id                      uuid not null default gen_random_uuid(),
  enrolment_id            uuid not null,
  course_id               uuid not null,
  last_sequence           integer not null default 0,
  last_from_student       boolean not null default true,
  last_sent_at            timestamptz,
  read_by_student         integer not null default 0,
  read_by_administrator   integer not null default 0,
  created_at              timestamptz not null default app.now(),
  primary key (customer_id, id),
  unique (customer_id, enrolment_id),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, course_id) references course
);
create index correspondence_inbox on correspondence (customer_id, last_from_student desc, last_sent_at)
  where last_sequence > 0;

-- `sequence` is counted under the thread's row lock: no gaps, no ties. `client_id` makes a retry
-- and a double click the same message.
create table message (
  customer_id       uuid not null,
  id                uuid not null default gen_random_uuid(),
  correspondence_id uuid not null,
  sequence          integer not null,
  author_id         uuid not null references account on update cascade,
  from_student      boolean not null,
  client_id         uuid not null,
  body              text not null check (length(body) <= 10000),
  sent_at           timestamptz not null default app.now(),
  deleted_at        timestamptz,
  primary key (customer_id, id),
  unique (customer_id, correspondence_id, sequence),
  unique (customer_id, correspondence_id, client_id),
  foreign key (customer_id, correspondence_id) references correspondence on update cascade
);
create index message_author_id on message (author_id);

call app.protect('correspondence', $$ customer_id = app.customer_id() and enrolment_id in (select id from enrolment) $$);
call app.protect('message', $$ customer_id = app.customer_id() and correspondence_id in (select id from correspondence) $$);
