-- An offer of a role with a customer, also for people of another one (E-03). The link is a keyed digest of the id: this
-- table alone opens nothing. Who sent it, to which addresses and who accepted are rows of their own, since they are about people.
create table invitation (
  customer_id    uuid not null references customer,
  id             uuid not null default gen_random_uuid(),
  role           text not null check (role in ('customer_admin', 'course_admin', 'teacher')),
  max_uses       integer not null check (max_uses > 0),
  uses           integer not null default 0,
  only_listed    boolean not null,
  domains        text[] not null default '{}',
  created_at     timestamptz not null default app.now(),
  expires_at     timestamptz not null,
  access_ends_at timestamptz,
  revoked_at     timestamptz,
  primary key (customer_id, id),
  check (uses <= max_uses)
);

create table invitation_course (
  customer_id   uuid not null,
  invitation_id uuid not null,
  course_id     uuid not null,
  primary key (customer_id, invitation_id, course_id),
  foreign key (customer_id, invitation_id) references invitation,
  foreign key (customer_id, course_id) references course
);

create table invitation_sender (
  customer_id   uuid not null,
  invitation_id uuid not null,
  account_id    uuid not null references account on update cascade,
  primary key (customer_id, invitation_id),
  foreign key (customer_id, invitation_id) references invitation
);
create index invitation_sender_account_id on invitation_sender (account_id);

-- Whom it is for, until they have accepted. The link in their mail is made from this row's id and so proves the address.
create table invitation_address (
  customer_id   uuid not null,
  id            uuid not null default gen_random_uuid(),
  invitation_id uuid not null,
  address       text not null check (address = lower(address) and length(address) <= 254),
  created_at    timestamptz not null default app.now(),
  due_at        timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, invitation_id, address),
  foreign key (customer_id, invitation_id) references invitation
);
create index invitation_address_address on invitation_address (address);
create index invitation_address_due_at on invitation_address (due_at);

create table invitation_use (
  customer_id   uuid not null,
  invitation_id uuid not null,
  account_id    uuid not null references account on update cascade,
  accepted_at   timestamptz not null default app.now(),
  primary key (customer_id, invitation_id, account_id),
  foreign key (customer_id, invitation_id) references invitation
);
create index invitation_use_account_id on invitation_use (account_id);

-- What came through an invitation carries its id, so that it ends with it.
alter table membership add column invitation_id uuid, add column ends_at timestamptz,
  add foreign key (customer_id, invitation_id) references invitation;
alter table course_administrator add column invitation_id uuid, add column ends_at timestamptz,
  add foreign key (customer_id, invitation_id) references invitation;
alter table course_teacher add column invitation_id uuid, add column ends_at timestamptz,
  add foreign key (customer_id, invitation_id) references invitation;

call app.allow_across('invitation');

call app.protect('invitation', $$ customer_id = app.staff_of() or exists (select from invitation_use u
  where u.customer_id = invitation.customer_id and u.invitation_id = invitation.id and u.account_id = app.account_id()) $$);
call app.protect('invitation_course', $$ customer_id = app.staff_of() or exists (select from invitation_use u
  where u.customer_id = invitation_course.customer_id and u.invitation_id = invitation_course.invitation_id
    and u.account_id = app.account_id()) $$);
call app.protect('invitation_sender', 'customer_id = app.staff_of() or account_id = app.account_id()');
call app.protect('invitation_address', 'customer_id = app.staff_of()');
call app.protect('invitation_use', 'customer_id = app.staff_of() or account_id = app.account_id()');

-- Access that has ended is not there, the entry of a request included: only whoever manages access, keeps or clears it sees the row.
create function app.manages_access() returns boolean language sql stable parallel safe
  return coalesce(app.purpose() in ('administer-customer', 'invitation', 'erasure', 'export', 'retention', 'seed', 'scan'), false);
create policy in_time on membership as restrictive using (ends_at is null or ends_at > app.now() or app.manages_access());
create policy in_time on course_administrator as restrictive using (ends_at is null or ends_at > app.now() or app.manages_access());
create policy in_time on course_teacher as restrictive using (ends_at is null or ends_at > app.now() or app.manages_access());
