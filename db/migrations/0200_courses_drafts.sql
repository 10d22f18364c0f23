-- A version that is not published is the course's draft, and there is one at most. `changed_at` is when
-- something in it last changed: a draft that was only opened says nothing new.
alter table course_version add column changed_at timestamptz;
create unique index course_version_draft on course_version (customer_id, course_id) where published_at is null;

-- `lineage_id` is the page through all versions; `revision` tells two authors of the same page apart.
alter table course_page
  add column lineage_id      uuid not null default app.uuid_v7(),
  add column minutes_by_hand boolean not null default true,
  add column revision        integer not null default 1 check (revision > 0),
  add column saved_at        timestamptz not null default app.now();
alter table question add column revision integer not null default 1 check (revision > 0);

-- Looked at when the statement is done, so that two pages can change places in one.
alter table course_page drop constraint course_page_customer_id_version_id_position_key;
alter table course_page add unique (customer_id, version_id, position) deferrable initially immediate;

-- What a page of a draft has said, for going back. Nobody is named: what was written is the course's.
create table page_history (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  course_id   uuid not null,
  lineage_id  uuid not null,
  title       text not null,
  document    jsonb not null,
  saved_at    timestamptz not null default app.now(),
  primary key (customer_id, id),
  foreign key (customer_id, course_id) references course
);
create index page_history_lineage on page_history (customer_id, lineage_id, saved_at desc);

-- What was removed from a draft and may be brought back until the draft is published: a page with its
-- questions, or one question. `id` is the removed row's own.
create table removed_piece (
  customer_id uuid not null,
  id          uuid not null,
  version_id  uuid not null,
  title       text not null,
  page        jsonb,
  questions   jsonb not null,
  removed_at  timestamptz not null default app.now(),
  primary key (customer_id, id),
  foreign key (customer_id, version_id) references course_version
);
create index removed_piece_version on removed_piece (customer_id, version_id, removed_at desc);

call app.protect('page_history', 'customer_id = app.staff_of()');
call app.protect('removed_piece', 'customer_id = app.staff_of()');

-- Whether the row's version is published: set by the trigger of 0201 when it is. Asked of the version, row by row, the
-- same policies made a course page take 1.0 ms in place of 0.35.
alter table course_page add column published boolean not null default false;
alter table question    add column published boolean not null default false;
alter table final_test  add column published boolean not null default false;
update course_page p set published = true from course_version v where v.id = p.version_id and v.published_at is not null;
update question q    set published = true from course_version v where v.id = q.version_id and v.published_at is not null;
update final_test f  set published = true from course_version v where v.id = f.version_id and v.published_at is not null;

-- A draft is seen by the customer's staff and by nobody else.
alter policy scope on course_version using ((customer_id = app.customer_id()
  and (published_at is not null or customer_id = app.staff_of())) or app.across_customers());
alter policy scope on course using ((customer_id = app.customer_id()
  and (customer_id = app.staff_of() or exists (select from course_version v
    where v.customer_id = course.customer_id and v.course_id = course.id and v.published_at is not null)))
  or listed_at is not null or app.across_customers());
alter policy scope on course_page
  using ((customer_id = app.customer_id() and (published or customer_id = app.staff_of())) or app.across_customers());
alter policy scope on question
  using ((customer_id = app.customer_id() and (published or customer_id = app.staff_of())) or app.across_customers());
alter policy scope on final_test
  using ((customer_id = app.customer_id() and (published or customer_id = app.staff_of())) or app.across_customers());
