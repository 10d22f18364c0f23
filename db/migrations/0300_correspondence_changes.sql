-- What is changed in a message after it was sent gets a number within its thread: a stream then asks for what is new, not
-- for everything that was ever changed. `waiting_since` is when the student began to wait, `done_at` when an administrator
-- said that nothing more is needed.
alter table correspondence
  add column last_change integer not null default 0,
  add column delivered_to_student integer not null default 0,
  add column delivered_to_administrator integer not null default 0,
  add column waiting_since timestamptz,
  add column done_at timestamptz;
alter table message
  add column change integer,
  add column edited_at timestamptz,
  add column page_id uuid,
  add foreign key (customer_id, page_id) references course_page;
create unique index message_change on message (customer_id, correspondence_id, change) where change is not null;
create index message_page on message (customer_id, page_id) where page_id is not null;

select set_config('app.across_customers', 'set-up', true);
update message m set change = n.change from (
  select customer_id, id, row_number() over (partition by customer_id, correspondence_id order by deleted_at, sequence) as change
  from message where deleted_at is not null) n
  where m.customer_id = n.customer_id and m.id = n.id;
update correspondence c set
  last_change = coalesce((select max(m.change) from message m where m.customer_id = c.customer_id and m.correspondence_id = c.id), 0),
  delivered_to_student = read_by_student,
  delivered_to_administrator = read_by_administrator,
  waiting_since = case when last_from_student then (
    select min(m.sent_at) from message m where m.customer_id = c.customer_id and m.correspondence_id = c.id and m.from_student
      and m.deleted_at is null and m.sequence > coalesce((select max(o.sequence) from message o
        where o.customer_id = c.customer_id and o.correspondence_id = c.id and not o.from_student), 0)) end;
select set_config('app.across_customers', '', true);
