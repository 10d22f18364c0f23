-- What someone has written and not sent, one a person and thread, so that it goes on where they next sign in. Nobody else
-- sees it.
create table message_draft (
  customer_id       uuid not null,
  correspondence_id uuid not null,
  account_id        uuid not null references account on update cascade,
  body              text not null check (length(body) <= 10000),
  page_id           uuid,
  saved_at          timestamptz not null,
  due_at            timestamptz not null,
  primary key (customer_id, correspondence_id, account_id),
  foreign key (customer_id, correspondence_id) references correspondence on update cascade,
  foreign key (customer_id, page_id) references course_page
);
create index message_draft_account_id on message_draft (account_id);
create index message_draft_due_at on message_draft (due_at);
call app.protect('message_draft', $$ customer_id = app.customer_id() and account_id = app.account_id() and exists
  (select from correspondence c where c.customer_id = message_draft.customer_id and c.id = message_draft.correspondence_id) $$);
