-- What a student writes on a page for themselves, and the pages they want to find again. Nobody else sees either, the
-- customer's staff included: the rule asks for the student's own account, not for the enrolment.
create table note (
  customer_id  uuid not null,
  enrolment_id uuid not null,
  page_id      uuid not null,
  body         text not null check (length(body) between 1 and 10000),
  saved_at     timestamptz not null default app.now(),
  primary key (customer_id, enrolment_id, page_id),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, page_id) references course_page
);
create table bookmark (
  customer_id  uuid not null,
  enrolment_id uuid not null,
  page_id      uuid not null,
  created_at   timestamptz not null default app.now(),
  primary key (customer_id, enrolment_id, page_id),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, page_id) references course_page
);
call app.protect('note', $$ customer_id = app.customer_id() and exists (select from enrolment e
  where e.customer_id = note.customer_id and e.id = note.enrolment_id and e.account_id = app.account_id()) $$);
call app.protect('bookmark', $$ customer_id = app.customer_id() and exists (select from enrolment e
  where e.customer_id = bookmark.customer_id and e.id = bookmark.enrolment_id and e.account_id = app.account_id()) $$);
