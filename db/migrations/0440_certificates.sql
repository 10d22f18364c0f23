-- What a course's certificates look like and how long they hold. The logo is small and made anew from what was uploaded: it
-- lies in the row, so that it is never without its template, in a backup either.
create table certificate_template (
  customer_id     uuid not null,
  course_id       uuid not null,
  lines           text[] not null default '{}' check (cardinality(lines) <= 4),
  signatory_name  text not null default '',
  signatory_title text not null default '',
  valid_months    integer check (valid_months between 1 and 120),
  logo            bytea check (octet_length(logo) <= 1048576),
  changed_at      timestamptz not null default app.now(),
  primary key (customer_id, course_id),
  foreign key (customer_id, course_id) references course
);
call app.protect('certificate_template', 'customer_id = app.customer_id()');

-- A certificate is in force until it is revoked or replaced; an expired one is renewed by a new pass and keeps its number, so
-- that what hangs on a wall is true again. One replaced tells the number that took its place.
alter table certificate
  add column expires_at     timestamptz,
  add column renewed_at     timestamptz,
  add column reminded_at    timestamptz,
  add column revoked_at     timestamptz,
  add column revoked_reason text,
  add column replaced_by    text,
  add column hidden_at      timestamptz,
  add check ((revoked_at is null) = (revoked_reason is null)),
  add check (revoked_at is null or replaced_by is null);
alter table certificate drop constraint certificate_customer_id_enrolment_id_key;
create unique index certificate_in_force on certificate (customer_id, enrolment_id) where revoked_at is null and replaced_by is null;
create index certificate_enrolment on certificate (customer_id, enrolment_id);
create index certificate_expires_at on certificate (expires_at)
  where expires_at is not null and reminded_at is null and revoked_at is null and replaced_by is null;
create index certificate_latest on certificate (customer_id, issued_at desc, id desc);
