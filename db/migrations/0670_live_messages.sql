-- What a live conversation asks, in as few and as small statements as it can be asked in. Each lookup is by key and stands alone: a plan
-- that joins them all under their rules takes longer to begin than to run, and may be made while the tables are still small.

-- What the customer lets a viewer see of its people in a course. As in 0240 and 0541; what the viewer is, is asked once and not for each
-- line of the matrix.
create or replace function app.fields_shown(viewer uuid, of_customer uuid, of_course uuid, capacity text) returns text[]
language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan as $$
declare
  roles       text[];
  administers boolean;
  teaches     boolean;
begin
  if capacity = 'student' then
    if not exists (select from enrolment e where e.customer_id = of_customer and e.course_id = of_course and e.account_id = viewer
      and (e.ends_at is null or e.ends_at > app.now())) then return '{}'; end if;
    return (select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
      where v.customer_id = of_customer and v.shown and v.role = 'student');
  end if;
  roles := array(select m.role from membership m where m.customer_id = of_customer and m.account_id = viewer);
  administers := exists (select from course_administrator a
    where a.customer_id = of_customer and a.course_id = of_course and a.account_id = viewer);
  teaches := 'teacher' = any(roles) and (exists (select from course_teacher t
      where t.customer_id = of_customer and t.course_id = of_course and t.account_id = viewer)
    or app.teaches_in_group(viewer, of_customer, of_course));
  return (select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
    where v.customer_id = of_customer and v.shown and case v.role
      when 'customer_admin' then v.role = any(roles)
      when 'course_admin' then (v.relation = 'own-course') = administers and (administers or v.role = any(roles))
      when 'teacher' then v.role = any(roles) and (v.relation = 'own-course') = teaches
      else false end);
end $$;

-- The student's own thread in a course they take. A student is shown no name: the thread is their own.
create or replace function app.own_thread(of_customer uuid, reader uuid, of_course text)
returns table (customer_id uuid, id uuid, course_id uuid, last_sequence integer, read_by_student integer, read_by_administrator integer,
  last_change integer, delivered_to_student integer, delivered_to_administrator integer, last_from_student boolean, done_at timestamptz,
  course_title text, course_slug text, student_id uuid, student_given_name text, student_family_name text, has_student boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare place uuid;
begin
  select c.id, c.title, c.slug into course_id, course_title, course_slug from course c
    where c.customer_id = of_customer and c.slug = of_course;
  if not found then return; end if;
  select e.id, e.account_id into place, student_id from enrolment e
    where e.customer_id = of_customer and e.course_id = own_thread.course_id and e.account_id = reader;
  if not found then return; end if;
  select c.customer_id, c.id, c.last_sequence, c.read_by_student, c.read_by_administrator, c.last_change, c.delivered_to_student,
      c.delivered_to_administrator, c.last_from_student, c.done_at
    into customer_id, id, last_sequence, read_by_student, read_by_administrator, last_change, delivered_to_student,
      delivered_to_administrator, last_from_student, done_at
    from correspondence c where c.customer_id = of_customer and c.enrolment_id = place;
  if not found then return; end if;
  has_student := true; -- it is they who ask
  return next;
end $$;

-- The student of a thread as a reader to whom these fields are shown may see them.
create function app.student_shown(of_customer uuid, of_enrolment uuid, shown text[])
returns table (student_id uuid, student_given_name text, student_family_name text, has_student boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  select e.account_id into student_id from enrolment e where e.customer_id = of_customer and e.id = of_enrolment;
  if not found then return; end if;
  select case when 'given_name' = any(shown) then s.given_name end, case when 'family_name' = any(shown) then s.family_name end,
      s.kind <> 'pseudonym'
    into student_given_name, student_family_name, has_student
    from app.seen_people(of_customer) s where s.id = student_shown.student_id;
  has_student := coalesce(has_student, false);
  return next;
end $$;

-- A thread that the customer lets the reader read and answer (E-02); the student's name where it is shown to them.
create or replace function app.thread_to_answer(of_customer uuid, reader uuid, of_thread uuid)
returns table (customer_id uuid, id uuid, course_id uuid, last_sequence integer, read_by_student integer, read_by_administrator integer,
  last_change integer, delivered_to_student integer, delivered_to_administrator integer, last_from_student boolean, done_at timestamptz,
  course_title text, course_slug text, student_id uuid, student_given_name text, student_family_name text, has_student boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  place uuid;
  shown text[];
begin
  select c.customer_id, c.id, c.course_id, c.last_sequence, c.read_by_student, c.read_by_administrator, c.last_change,
      c.delivered_to_student, c.delivered_to_administrator, c.last_from_student, c.done_at, c.enrolment_id
    into customer_id, id, course_id, last_sequence, read_by_student, read_by_administrator, last_change, delivered_to_student,
      delivered_to_administrator, last_from_student, done_at, place
    from correspondence c where c.customer_id = of_customer and c.id = of_thread;
  if not found then return; end if;
  shown := app.fields_shown(reader, of_customer, thread_to_answer.course_id, 'staff');
  if not 'correspondence' = any(shown) then return; end if;
  select c.title, c.slug into course_title, course_slug from course c
    where c.customer_id = of_customer and c.id = thread_to_answer.course_id;
  if not found then return; end if;
  select t.student_id, t.student_given_name, t.student_family_name, t.has_student
    into student_id, student_given_name, student_family_name, has_student
    from app.student_shown(of_customer, place, shown) t;
  if found then return next; end if;
end $$;

-- What a stream of a known thread has to tell, to a reader who may still have it: null when it is no longer there for this side. Messages
-- after the last it told, beginning with `first`, and those that were changed; with what the student wrote or what was changed comes the
-- student, as the reader may see them now.
create function app.thread_news(by_student boolean, of_customer uuid, reader uuid, of_thread uuid, first integer, after integer,
  changed_after integer, at_most integer) returns json
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  thread  correspondence;
  shown   text[];
  student json;
  said    json;
  changed json;
  names_student boolean := false;
begin
  select * into thread from correspondence c where c.customer_id = of_customer and c.id = of_thread;
  if not found then return null; end if;
  if by_student then
    if not exists (select from enrolment e where e.customer_id = of_customer and e.id = thread.enrolment_id and e.account_id = reader)
    then return null; end if;
  else
    shown := app.fields_shown(reader, of_customer, thread.course_id, 'staff');
    if not 'correspondence' = any(shown) then return null; end if;
  end if;
  if thread.last_sequence > after then
    select json_agg(m), bool_or(m.from_student) into said, names_student
      from app.messages_between(of_customer, of_thread, first, after + at_most) m;
  end if;
  if thread.last_change > changed_after then
    changed := (select json_agg(m) from app.messages_changed(of_customer, of_thread, changed_after, at_most) m);
  end if;
  if not by_student and (names_student or changed is not null) then
    student := (select json_build_object('student_id', t.student_id, 'student_given_name', t.student_given_name,
        'student_family_name', t.student_family_name, 'has_student', t.has_student)
      from app.student_shown(of_customer, thread.enrolment_id, shown) t);
  end if;
  return json_build_object('thread', json_build_object('last_sequence', thread.last_sequence, 'last_change', thread.last_change,
      'read_by_student', thread.read_by_student, 'read_by_administrator', thread.read_by_administrator,
      'delivered_to_student', thread.delivered_to_student, 'delivered_to_administrator', thread.delivered_to_administrator),
    'student', student, 'messages', coalesce(said, '[]'), 'changes', coalesce(changed, '[]'));
end $$;

-- Tells the processes of the installation that something happened on a topic, when the transaction commits; never what.
create function app.announce(topic text) returns void language sql as $$ select pg_notify('kursiv_live', topic) $$;

-- How far a side has got, told to the other side when that is new. What a student has read, no notification has to tell of; an
-- administrator has other threads in the course, which may still wait, and their reading is news in the inbox.
create function app.see_thread(of_customer uuid, of_thread uuid, of_course uuid, reader uuid, by_student boolean, up_to integer,
  is_read boolean) returns void
language plpgsql as $$
begin
  if not app.mark_seen(of_customer, of_thread, by_student, up_to, is_read) then return; end if;
  perform app.announce(concat('correspondence ', of_thread, case when by_student then ' student' else ' administrator' end));
  if not is_read then return; end if;
  if by_student then perform app.mark_notified(reader, 'message-to-student', of_customer, of_course);
  else perform app.announce(concat('inbox ', of_course));
  end if;
end $$;

-- A reminder of what is still unread waits with the notification instead of in the queue: read in time, it never was a mail.
alter table notification add column reminder_due_at timestamptz;
create index notification_reminder_due_at on notification (reminder_due_at) where reminder_due_at is not null;

-- Rings for each of these people whose account is open, and reminds them by mail if it is unread when `remind_at` has come. For events
-- that nobody can turn off at the bell.
create function app.ring(of_event text, of_customer uuid, of_course uuid, people uuid[], at timestamptz, until timestamptz,
  remind_at timestamptz) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  insert into notification as n (account_id, event, customer_id, course_id, shown, created_at, reminder_due_at, due_at)
    select a.id, of_event, of_customer, of_course, true, at, remind_at, until
    from account a where a.id = any(people) and a.kind <> 'pseudonym' and a.closed_at is null order by a.id
  on conflict (account_id, event, customer_id, course_id) where read_at is null do update
    set id = excluded.id, created_at = excluded.created_at, due_at = excluded.due_at, shown = true,
      reminder_due_at = coalesce(n.reminder_due_at, excluded.reminder_due_at);
  perform set_config('app.across_customers', reason, true);
end $$;

create or replace function app.mark_notified(person uuid, of_event text, of_customer uuid, of_course uuid) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare was text := coalesce(current_setting('app.purpose', true), '');
begin
  perform set_config('app.purpose', 'inform', true);
  update notification set read_at = app.now(), mail_due_at = null, reminder_due_at = null
    where account_id = person and read_at is null and event = of_event and customer_id = of_customer and course_id = of_course;
  perform set_config('app.purpose', was, true);
end $$;

-- A message is written by whoever the thread is there for. That it has been found is kept for the transaction, with who found it and why, as
-- asking anew goes through the rules of the thread and of the enrolment. What is read, and often in long lists, is asked as before.
create function app.thread_asked(of_customer uuid, of_thread uuid) returns text language sql stable as $$
  select concat_ws(' ', of_customer, of_thread, app.account_id(), app.customer_id(), app.staff_of(), app.purpose_in_force())
$$;
create function app.reaches_thread(of_customer uuid, of_thread uuid) returns boolean
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return coalesce(current_setting('app.thread_reached', true) = app.thread_asked(of_customer, of_thread), false)
    or exists (select from correspondence c where c.customer_id = of_customer and c.id = of_thread);
end $$;

-- Stores a message under the thread's lock, so that there are no gaps and no ties, and gives its place; `known` is what was sent
-- under the client's id before, and then nothing is stored. No row at all: the thread was erased while it was waited for.
drop function app.put_message(uuid, uuid, uuid, boolean, uuid, text, uuid, timestamptz, timestamptz);
create function app.put_message(of_customer uuid, of_thread uuid, writer uuid, by_student boolean, client uuid, words text,
  about_page uuid, files jsonb, at timestamptz, figure_due timestamptz)
returns table (place integer, is_reminded boolean, known jsonb)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  thread correspondence;
  about  uuid;
begin
  select * into thread from correspondence c where c.customer_id = of_customer and c.id = of_thread for update;
  if not found then return; end if;
  perform set_config('app.thread_reached', app.thread_asked(of_customer, of_thread), true);
  select m.sequence, jsonb_build_object('body', m.body, 'isChanged', m.deleted_at is not null or m.edited_at is not null,
      'files', coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'bytes', f.bytes) order by f.place) from attachment f
        where f.customer_id = of_customer and f.correspondence_id = of_thread and f.message_sequence = m.sequence), '[]'))
    into place, known
    from message m where m.customer_id = of_customer and m.correspondence_id = of_thread and m.client_id = client;
  if found then return next; return; end if;
  place := thread.last_sequence + 1;
  is_reminded := exists (select from message m
    where m.customer_id = of_customer and m.correspondence_id = of_thread and m.from_student = by_student
      and m.sequence > case when by_student then thread.read_by_administrator else thread.read_by_student end);
  -- Only a page that the student of the thread can read.
  if about_page is not null then
    about := (select p.id from enrolment e join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
      where e.customer_id = of_customer and e.id = thread.enrolment_id and p.id = about_page);
  end if;
  -- What is done is taken up again when the student writes.
  update correspondence c set last_sequence = place, last_sent_at = at, last_from_student = by_student,
      waiting_since = case when by_student then coalesce(c.waiting_since, at) end,
      done_at = case when by_student then null else c.done_at end
    where c.customer_id = of_customer and c.id = of_thread;
  insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body, page_id, sent_at)
    values (of_customer, of_thread, place, writer, by_student, client, words, about, at);
  if files <> '[]' then
    insert into attachment (customer_id, id, correspondence_id, message_sequence, author_id, from_student, place, name, type, bytes,
        content_key, created_at)
      select of_customer, (f.file ->> 'id')::uuid, of_thread, put_message.place, writer, by_student, f.place, f.file ->> 'name',
        f.file ->> 'type', (f.file ->> 'bytes')::integer, decode(f.file ->> 'contentKey', 'hex'), at
      from jsonb_array_elements(files) with ordinality f (file, place);
  end if;
  -- How long the student waited, without the student, the administrator or the time of day.
  if not by_student and thread.waiting_since is not null then
    insert into answer_time (customer_id, course_id, minutes, answered_on, due_at)
      values (of_customer, thread.course_id, greatest(0, round(extract(epoch from at - thread.waiting_since) / 60)), at::date, figure_due);
  end if;
  delete from message_draft d where d.customer_id = of_customer and d.correspondence_id = of_thread and d.account_id = writer;
  return next;
end $$;

-- Sends a message in a thread that its writer was let into: stores it, rings for the other side, and announces it. The other side is the
-- student, or those who answer for the course but the one who writes. Who has not read what came before has been reminded of it already.
create function app.send_message(of_customer uuid, of_thread uuid, of_course uuid, student uuid, writer uuid, by_student boolean,
  client uuid, words text, about_page uuid, files jsonb, at timestamptz, figure_due timestamptz, bell_until timestamptz, remind_at timestamptz)
returns table (place integer, known jsonb)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  put    record;
  others uuid[] := array[student];
begin
  select * into put from app.put_message(of_customer, of_thread, writer, by_student, client, words, about_page, files, at, figure_due);
  if not found then return; end if;
  place := put.place;
  known := put.known;
  return next;
  if known is not null then return; end if;
  if not put.is_reminded then
    if by_student then
      others := array(select ca.account_id from course_administrator ca
        where ca.customer_id = of_customer and ca.course_id = of_course and ca.account_id <> writer
          and 'correspondence' = any(app.fields_shown(ca.account_id, of_customer, of_course, 'staff')));
    end if;
    perform app.ring(case when by_student then 'message-to-administrator' else 'message-to-student' end, of_customer, of_course, others,
      at, bell_until, remind_at);
  end if;
  perform app.announce(concat('correspondence ', of_thread));
  perform app.announce(concat('inbox ', of_course));
end $$;

alter policy scope on message with check (app.across_customers()
  or (customer_id = app.customer_id() and app.reaches_thread(customer_id, correspondence_id)));
