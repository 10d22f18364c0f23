-- More kinds of questions, a bank with pools, the rules around the final test, and marking by people.
alter table question drop constraint question_kind_check;
alter table question add constraint question_kind_check check (kind in
  ('single', 'multiple', 'true-false', 'number', 'short', 'blanks', 'match', 'order', 'hotspot', 'free', 'file'));

-- A part of a version's question bank, from which the final test draws at random.
create table question_pool (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  version_id  uuid not null,
  name        text not null,
  draw        integer not null check (draw between 1 and 100),
  published   boolean not null default false,
  primary key (customer_id, id),
  foreign key (customer_id, version_id) references course_version
);
create index question_pool_version on question_pool (customer_id, version_id);

alter table question
  add column pool_id uuid,
  add foreign key (customer_id, pool_id) references question_pool on delete set null (pool_id);
create index question_pool_id on question (customer_id, pool_id) where pool_id is not null;
-- Figures follow a question through all versions.
create index question_through_versions on question (customer_id, lineage_id);

alter table final_test
  add column wait_hours        integer check (wait_hours between 1 and 2160),
  add column answers_shown     text not null default 'after-last' check (answers_shown in ('never', 'after-pass', 'after-last')),
  add column shuffle_questions boolean not null default false,
  add column shuffle_options   boolean not null default false;

-- When the final test of a course is open. It is not part of a version: the days change more often than the course.
create table test_opening (
  customer_id uuid not null,
  course_id   uuid not null,
  opens_at    timestamptz,
  closes_at   timestamptz,
  primary key (customer_id, course_id),
  foreign key (customer_id, course_id) references course,
  check (opens_at < closes_at)
);

-- More time for one student. Why is a sensitive matter, and is not asked: only the minutes are kept.
create table extra_time (
  customer_id  uuid not null,
  enrolment_id uuid not null,
  minutes      integer not null check (minutes between 1 and 600),
  created_at   timestamptz not null default app.now(),
  primary key (customer_id, enrolment_id),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade
);

-- What an attempt holds is decided when it begins: which questions, in which order, and from which seed their options are
-- shuffled. `passed` is null until the result is the student's, also after handing in while people are marking.
alter table attempt
  add column seed          uuid not null default gen_random_uuid(),
  add column question_ids  uuid[] not null default '{}',
  add column marking_rules integer;
alter table attempt drop constraint attempt_check;
alter table attempt add constraint attempt_check check (passed is null or submitted_at is not null);
create index attempt_being_marked on attempt (customer_id, submitted_at, id) where submitted_at is not null and passed is null;

select set_config('app.across_customers', 'set-up', true);
update attempt t set marking_rules = case when t.passed is null then null else 1 end, question_ids = (
  select coalesce(array_agg(q.id order by q.position), '{}') from enrolment e
  join question q on q.customer_id = e.customer_id and q.version_id = e.version_id and q.page_id is null
  where e.customer_id = t.customer_id and e.id = t.enrolment_id);
select set_config('app.across_customers', '', true);

create function app.refuse_redrawing() returns trigger language plpgsql as $$
begin
  if cardinality(old.question_ids) > 0 and (new.question_ids <> old.question_ids or new.seed <> old.seed) then
    raise exception 'The questions of an attempt are never drawn again.' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger drawn_once before update of question_ids, seed on attempt for each row execute function app.refuse_redrawing();

-- A file that is handed in as an answer. Its content lies sealed with its own key, under the customer's id and its own.
create table handed_file (
  customer_id uuid not null,
  id          uuid not null default gen_random_uuid(),
  attempt_id  uuid not null,
  question_id uuid not null,
  content_key bytea not null,
  type        text not null,
  bytes       bigint not null,
  uploaded_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, attempt_id, question_id),
  foreign key (customer_id, attempt_id) references attempt on update cascade,
  foreign key (customer_id, question_id) references question
);

-- How someone marked an answer. A second look and a review are new rows: the latest counts, and none is written over once
-- the result is the student's.
create table marking (
  customer_id uuid not null,
  id          uuid not null default gen_random_uuid(),
  attempt_id  uuid not null,
  question_id uuid not null,
  round       integer not null check (round between 1 and 9),
  levels      jsonb not null,
  points      integer not null check (points >= 0),
  comment     text not null default '',
  second_look boolean not null default false,
  marker_id   uuid not null references account on update cascade,
  marked_at   timestamptz not null default app.now(),
  primary key (customer_id, id),
  unique (customer_id, attempt_id, question_id, round),
  foreign key (customer_id, attempt_id) references attempt on update cascade,
  foreign key (customer_id, question_id) references question
);
create index marking_marker_id on marking (marker_id);

create table review_request (
  customer_id  uuid not null,
  attempt_id   uuid not null,
  question_id  uuid not null,
  body         text not null,
  requested_at timestamptz not null default app.now(),
  answer       text,
  answered_by  uuid references account on update cascade,
  answered_at  timestamptz,
  primary key (customer_id, attempt_id, question_id),
  foreign key (customer_id, attempt_id) references attempt on update cascade,
  foreign key (customer_id, question_id) references question,
  check ((answer is null) = (answered_at is null))
);
create index review_request_open on review_request (customer_id, requested_at) where answered_at is null;
create index review_request_answered_by on review_request (answered_by) where answered_by is not null;

create table marking_comment (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  course_id   uuid not null,
  body        text not null,
  primary key (customer_id, id),
  unique (customer_id, course_id, body),
  foreign key (customer_id, course_id) references course
);

call app.protect('question_pool', 'customer_id = app.customer_id() and (published or customer_id = app.staff_of())');
call app.protect('test_opening', 'customer_id = app.customer_id()');
call app.protect('extra_time', $$ customer_id = app.customer_id() and exists
  (select from enrolment e where e.customer_id = extra_time.customer_id and e.id = extra_time.enrolment_id) $$);
call app.protect('handed_file', $$ customer_id = app.customer_id() and exists
  (select from attempt a where a.customer_id = handed_file.customer_id and a.id = handed_file.attempt_id) $$);
-- A student sees how an answer was marked when the result is theirs, and not before.
call app.protect('marking', $$ customer_id = app.customer_id() and exists
  (select from attempt a where a.customer_id = marking.customer_id and a.id = marking.attempt_id
     and (a.passed is not null or a.customer_id = app.staff_of())) $$);
call app.protect('review_request', $$ customer_id = app.customer_id() and exists
  (select from attempt a where a.customer_id = review_request.customer_id and a.id = review_request.attempt_id) $$);
call app.protect('marking_comment', 'customer_id = app.staff_of()');

create trigger published_is_final before insert or update or delete on question_pool
  for each row execute function app.refuse_published_content();

create or replace function app.refuse_published_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and app.is_due(old.customer_id) then return old; end if;
  if old.published_at is not null then
    raise exception 'A published course version is never changed.' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  -- Its content is shown from the same moment.
  if new.published_at is not null then
    update course_page   set published = true where customer_id = new.customer_id and version_id = new.id;
    update question_pool set published = true where customer_id = new.customer_id and version_id = new.id;
    update question      set published = true where customer_id = new.customer_id and version_id = new.id;
    update final_test    set published = true where customer_id = new.customer_id and version_id = new.id;
  end if;
  return new;
end $$;
