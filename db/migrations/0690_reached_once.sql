-- What belongs to a thread is reached with it. Each read of a message, of a file and of a draft carried the rules of the thread and those of
-- the enrolment in its plan, and setting up their expressions took far longer than looking up the row. That a thread was found, by whom and
-- why, is kept until another is asked for or the transaction ends, for reads as for what is written. A plan is told what asking anew costs,
-- so that it looks for the rows it needs first.
create or replace function app.reaches_thread(of_customer uuid, of_thread uuid) returns boolean language plpgsql stable cost 1000 as $$
declare asked text := app.thread_asked(of_customer, of_thread);
begin
  if current_setting('app.thread_reached', true) = asked then return true; end if;
  if not exists (select from correspondence c where c.customer_id = of_customer and c.id = of_thread) then return false; end if;
  perform set_config('app.thread_reached', asked, true);
  return true;
end $$;

drop policy scope on message;
create policy scope on message using (app.across_customers()
  or (customer_id = app.customer_id() and app.reaches_thread(customer_id, correspondence_id)));
drop policy scope on attachment;
create policy scope on attachment using (app.across_customers()
  or (customer_id = app.customer_id() and app.reaches_thread(customer_id, correspondence_id)));
drop policy scope on message_draft;
create policy scope on message_draft using (app.across_customers()
  or (customer_id = app.customer_id() and account_id = app.account_id() and app.reaches_thread(customer_id, correspondence_id)));

-- Marks change a thread as often as messages do, and no index: room beside the row keeps them out of the indexes.
alter table correspondence set (fillfactor = 80);

-- As in 0670; what makes a teacher is only looked up for one.
create or replace function app.fields_shown(viewer uuid, of_customer uuid, of_course uuid, capacity text) returns text[]
language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan as $$
declare
  roles       text[];
  administers boolean;
  teaches     boolean := false;
begin
  if capacity = 'student' then
    if not exists (select from enrolment e where e.customer_id = of_customer and e.course_id = of_course and e.account_id = viewer
      and (e.ends_at is null or e.ends_at > app.now())) then return '{}'; end if;
    return (select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
      where v.customer_id = of_customer and v.shown and v.role = 'student');
  end if;
  select array(select m.role from membership m where m.customer_id = of_customer and m.account_id = viewer),
      exists (select from course_administrator a where a.customer_id = of_customer and a.course_id = of_course and a.account_id = viewer)
    into roles, administers;
  if 'teacher' = any(roles) then
    teaches := exists (select from course_teacher t where t.customer_id = of_customer and t.course_id = of_course and t.account_id = viewer)
      or app.teaches_in_group(viewer, of_customer, of_course);
  end if;
  return (select coalesce(array_agg(distinct v.field order by v.field), '{}') from visibility v
    where v.customer_id = of_customer and v.shown and case v.role
      when 'customer_admin' then v.role = any(roles)
      when 'course_admin' then (v.relation = 'own-course') = administers and (administers or v.role = any(roles))
      when 'teacher' then v.role = any(roles) and (v.relation = 'own-course') = teaches
      else false end);
end $$;

-- Messages as they are shown, to be written into the statement that asks for them.
create function app.message_rows(of_customer uuid, of_thread uuid, first integer, last integer)
returns table (id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamptz,
  edited_at timestamptz, deleted_at timestamptz, change integer, given_name text, family_name text, page_title text, page_position integer,
  files json)
language sql stable as $$
  select m.id, m.sequence, m.author_id, m.from_student, m.client_id, m.body, m.sent_at, m.edited_at, m.deleted_at, m.change,
    a.given_name, a.family_name, p.title, p.position,
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by f.place)
      from attachment f
      where f.customer_id = m.customer_id and f.correspondence_id = m.correspondence_id and f.message_sequence = m.sequence), '[]')
  from message m
  left join app.seen_people(of_customer) a on a.id = m.author_id
  left join course_page p on p.customer_id = m.customer_id and p.id = m.page_id
  where m.customer_id = of_customer and m.correspondence_id = of_thread and m.sequence between first and last
  order by m.sequence
$$;
create or replace function app.messages_between(of_customer uuid, of_thread uuid, first integer, last integer)
returns table (id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamptz,
  edited_at timestamptz, deleted_at timestamptz, change integer, given_name text, family_name text, page_title text, page_position integer,
  files json)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select * from app.message_rows(of_customer, of_thread, first, last);
end $$;

-- What a stream tells: the thread as its reader may see it now, what was said after, and what was changed. As in 0670.
create or replace function app.thread_news(by_student boolean, of_customer uuid, reader uuid, of_thread uuid, first integer, after integer,
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
  perform set_config('app.thread_reached', app.thread_asked(of_customer, of_thread), true);
  if thread.last_sequence > after then
    select json_agg(m), bool_or(m.from_student) into said, names_student
      from app.message_rows(of_customer, of_thread, first, after + at_most) m;
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

-- Stores a message under the thread's lock, as in 0670; the files of one that is known are only looked up then.
create or replace function app.put_message(of_customer uuid, of_thread uuid, writer uuid, by_student boolean, client uuid, words text,
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
  select m.sequence, jsonb_build_object('body', m.body, 'isChanged', m.deleted_at is not null or m.edited_at is not null) into place, known
    from message m where m.customer_id = of_customer and m.correspondence_id = of_thread and m.client_id = client;
  if found then
    known := known || (select jsonb_build_object('files',
        coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'bytes', f.bytes) order by f.place), '[]'))
      from attachment f where f.customer_id = of_customer and f.correspondence_id = of_thread and f.message_sequence = put_message.place);
    return next;
    return;
  end if;
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

-- Those of these people for whom nothing rings yet: a bell that rang within the minute, is unread and has its reminder still to come would
-- only be moved, with all its indexes.
create function app.not_ringing(of_event text, of_customer uuid, of_course uuid, people uuid[], at timestamptz) returns uuid[]
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare reason text := coalesce(current_setting('app.across_customers', true), '');
begin
  perform set_config('app.across_customers', 'mail', true);
  people := array(select person from unnest(people) as person where not exists (select from notification n
    where n.account_id = person and n.event = of_event and n.customer_id = of_customer and n.course_id = of_course and n.read_at is null
      and n.shown and n.reminder_due_at is not null and n.created_at > at - interval '1 minute'));
  perform set_config('app.across_customers', reason, true);
  return people;
end $$;

-- As in 0670; who among the administrators may read the thread is asked only for those whose bell does not ring already.
create or replace function app.send_message(of_customer uuid, of_thread uuid, of_course uuid, student uuid, writer uuid, by_student boolean,
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
  if by_student and not put.is_reminded then
    others := app.not_ringing('message-to-administrator', of_customer, of_course, array(select ca.account_id from course_administrator ca
      where ca.customer_id = of_customer and ca.course_id = of_course and ca.account_id <> writer), at);
    if cardinality(others) > 0 then
      others := array(select other from unnest(others) as other
        where 'correspondence' = any(app.fields_shown(other, of_customer, of_course, 'staff')));
    end if;
  end if;
  if cardinality(others) > 0 and not put.is_reminded then
    perform app.ring(case when by_student then 'message-to-administrator' else 'message-to-student' end, of_customer, of_course, others,
      at, bell_until, remind_at);
  end if;
  perform app.announce(concat('correspondence ', of_thread));
  perform app.announce(concat('inbox ', of_course));
end $$;
