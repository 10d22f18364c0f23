-- A file in a message. Its content lies outside the database under the row's id, sealed with the row's own key: whoever has
-- the file and not the row has nothing.
create table attachment (
  customer_id       uuid not null,
  id                uuid not null default gen_random_uuid(),
  correspondence_id uuid not null,
  message_sequence  integer not null,
  author_id         uuid not null references account on update cascade,
  from_student      boolean not null,
  place             smallint not null,
  name              text not null check (length(name) between 1 and 150),
  type              text not null,
  bytes             integer not null check (bytes > 0),
  content_key       bytea not null,
  created_at        timestamptz not null default app.now(),
  primary key (customer_id, id),
  unique (customer_id, correspondence_id, message_sequence, place),
  foreign key (customer_id, correspondence_id) references correspondence on update cascade,
  foreign key (customer_id, correspondence_id, message_sequence) references message (customer_id, correspondence_id, sequence)
    on update cascade
);
create index attachment_author_id on attachment (author_id);
call app.protect('attachment', $$ customer_id = app.customer_id() and exists
  (select from correspondence c where c.customer_id = attachment.customer_id and c.id = attachment.correspondence_id) $$);
