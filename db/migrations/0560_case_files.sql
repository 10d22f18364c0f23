-- Files that came with what someone wrote to us, or with our answer. The content lies sealed outside the database, under the
-- enquiry's id and the row's; only the row has the key.
create table enquiry_file (
  id          uuid primary key default gen_random_uuid(),
  enquiry_id  uuid not null references enquiry on update cascade on delete cascade,
  message_id  uuid not null references enquiry_message on update cascade on delete cascade,
  place       integer not null,
  name        text not null check (length(name) between 1 and 140),
  type        text not null,
  bytes       integer not null check (bytes > 0),
  content_key bytea not null check (length(content_key) = 32),
  created_at  timestamptz not null,
  unique (message_id, place)
);
create index enquiry_file_enquiry_id on enquiry_file (enquiry_id);

call app.protect('enquiry_file', 'exists (select from enquiry e where e.id = enquiry_file.enquiry_id)');

-- The same with a mail on its way in: they go on to its case or thread, or go when it is refused.
create table inbound_file (
  id          uuid primary key default gen_random_uuid(),
  mail_id     uuid not null references inbound_mail on update cascade on delete cascade,
  place       integer not null,
  name        text not null check (length(name) between 1 and 140),
  type        text not null,
  bytes       integer not null check (bytes > 0),
  content_key bytea not null check (length(content_key) = 32),
  unique (mail_id, place)
);

-- No person reads it: only the job that takes the mail on.
call app.protect('inbound_file', 'false');
