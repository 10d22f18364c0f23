-- What a live conversation asks for at every message. As functions their plans are kept by the connection: with the rules of each
-- table, planning took ten times as long as running. They run as whoever calls them, under the same rules as any statement.

-- The student's own thread in a course they take. A student is shown no name: the thread is their own.
create function app.own_thread(of_customer uuid, reader uuid, of_course text)
returns table (customer_id uuid, id uuid, course_id uuid, last_sequence integer, read_by_student integer, read_by_administrator integer,
  last_change integer, delivered_to_student integer, delivered_to_administrator integer, last_from_student boolean, done_at timestamptz,
  course_title text, course_slug text, student_id uuid, student_given_name text, student_family_name text, has_student boolean)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select c.customer_id, c.id, c.course_id, c.last_sequence, c.read_by_student, c.read_by_administrator,
      c.last_change, c.delivered_to_student, c.delivered_to_administrator, c.last_from_student, c.done_at,
      course.title, course.slug, e.account_id, null::text, null::text, coalesce(s.kind <> 'pseudonym', false)
    from enrolment e
    join correspondence c on c.customer_id = e.customer_id and c.enrolment_id = e.id
    join course on course.customer_id = c.customer_id and course.id = c.course_id
    left join account s on s.id = e.account_id
    where e.customer_id = of_customer and e.account_id = reader and course.slug = of_course;
end $$;

-- A thread that the customer lets the reader read and answer (E-02); the student's name where it is shown to them.
create function app.thread_to_answer(of_customer uuid, reader uuid, of_thread uuid)
returns table (customer_id uuid, id uuid, course_id uuid, last_sequence integer, read_by_student integer, read_by_administrator integer,
  last_change integer, delivered_to_student integer, delivered_to_administrator integer, last_from_student boolean, done_at timestamptz,
  course_title text, course_slug text, student_id uuid, student_given_name text, student_family_name text, has_student boolean)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select c.customer_id, c.id, c.course_id, c.last_sequence, c.read_by_student, c.read_by_administrator,
      c.last_change, c.delivered_to_student, c.delivered_to_administrator, c.last_from_student, c.done_at,
      course.title, course.slug, e.account_id,
      case when 'given_name' = any(shown.fields) then s.given_name end,
      case when 'family_name' = any(shown.fields) then s.family_name end,
      coalesce(s.kind <> 'pseudonym', false)
    from correspondence c
    join course on course.customer_id = c.customer_id and course.id = c.course_id
    join enrolment e on e.customer_id = c.customer_id and e.id = c.enrolment_id
    -- Asked once: `offset 0` keeps it from being written into each place where it is used.
    cross join lateral (select app.fields_shown(reader, c.customer_id, c.course_id, 'staff') as fields offset 0) shown
    left join account s on s.id = e.account_id
    where c.customer_id = of_customer and c.id = of_thread and 'correspondence' = any(shown.fields);
end $$;

-- Messages are numbered without gaps, so a part of the thread is simply from one number to another.
create function app.messages_between(of_customer uuid, of_thread uuid, first integer, last integer)
returns table (id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamptz,
  edited_at timestamptz, deleted_at timestamptz, change integer, given_name text, family_name text, page_title text,
  page_position integer, files json)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select m.id, m.sequence, m.author_id, m.from_student, m.client_id, m.body, m.sent_at, m.edited_at, m.deleted_at, m.change,
      a.given_name, a.family_name, p.title, p.position,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by f.place)
        from attachment f
        where f.customer_id = m.customer_id and f.correspondence_id = m.correspondence_id and f.message_sequence = m.sequence), '[]')
    from message m
    left join account a on a.id = m.author_id
    left join course_page p on p.customer_id = m.customer_id and p.id = m.page_id
    where m.customer_id = of_customer and m.correspondence_id = of_thread and m.sequence between first and last
    order by m.sequence;
end $$;

-- Messages that were edited or taken back after a change, in the order it happened.
create function app.messages_changed(of_customer uuid, of_thread uuid, after integer, at_most integer)
returns table (id uuid, sequence integer, author_id uuid, from_student boolean, client_id uuid, body text, sent_at timestamptz,
  edited_at timestamptz, deleted_at timestamptz, change integer, given_name text, family_name text, page_title text,
  page_position integer, files json)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select changed.*
    from (select m.sequence from message m
          where m.customer_id = of_customer and m.correspondence_id = of_thread and m.change > after
          order by m.change limit at_most) m
    cross join lateral app.messages_between(of_customer, of_thread, m.sequence, m.sequence) changed
    order by changed.change;
end $$;

-- Stores a message under the thread's lock, so that there are no gaps and no ties, and gives its place; `known` is what was sent
-- under the client's id before, and then nothing is stored. No row at all: the thread was erased while it was waited for.
create function app.put_message(of_customer uuid, of_thread uuid, writer uuid, by_student boolean, client uuid, words text,
  about_page uuid, at timestamptz, figure_due timestamptz)
returns table (place integer, is_reminded boolean, known jsonb)
language plpgsql as $$
declare thread correspondence;
begin
  select * into thread from correspondence c where c.customer_id = of_customer and c.id = of_thread for update;
  if not found then return; end if;
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
  -- What is done is taken up again when the student writes.
  update correspondence c set last_sequence = place, last_sent_at = at, last_from_student = by_student,
      waiting_since = case when by_student then coalesce(c.waiting_since, at) end,
      done_at = case when by_student then null else c.done_at end
    where c.customer_id = of_customer and c.id = of_thread;
  insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body, page_id, sent_at)
    values (of_customer, of_thread, place, writer, by_student, client, words, about_page, at);
  -- How long the student waited, without the student, the administrator or the time of day.
  if not by_student and thread.waiting_since is not null then
    insert into answer_time (customer_id, course_id, minutes, answered_on, due_at)
      values (of_customer, thread.course_id, greatest(0, round(extract(epoch from at - thread.waiting_since) / 60)), at::date, figure_due);
  end if;
  delete from message_draft d where d.customer_id = of_customer and d.correspondence_id = of_thread and d.account_id = writer;
  return next;
end $$;

-- How far a side has read, or its pages have got. A mark never moves back, and what is read has been delivered; gives whether it moved.
create function app.mark_seen(of_customer uuid, of_thread uuid, by_student boolean, up_to integer, is_read boolean) returns boolean
language plpgsql as $$
begin
  if by_student and is_read then
    update correspondence c set read_by_student = up_to, delivered_to_student = greatest(c.delivered_to_student, up_to)
      where c.customer_id = of_customer and c.id = of_thread and c.read_by_student < up_to;
  elsif by_student then
    update correspondence c set delivered_to_student = up_to
      where c.customer_id = of_customer and c.id = of_thread and c.delivered_to_student < up_to;
  elsif is_read then
    update correspondence c set read_by_administrator = up_to, delivered_to_administrator = greatest(c.delivered_to_administrator, up_to)
      where c.customer_id = of_customer and c.id = of_thread and c.read_by_administrator < up_to;
  else
    update correspondence c set delivered_to_administrator = up_to
      where c.customer_id = of_customer and c.id = of_thread and c.delivered_to_administrator < up_to;
  end if;
  return found;
end $$;

-- Their parameters tell the planner nothing that would change the plan: it need not be made anew for each call.
alter function app.own_thread(uuid, uuid, text) set plan_cache_mode = force_generic_plan;
alter function app.thread_to_answer(uuid, uuid, uuid) set plan_cache_mode = force_generic_plan;
alter function app.messages_between(uuid, uuid, integer, integer) set plan_cache_mode = force_generic_plan;
alter function app.messages_changed(uuid, uuid, integer, integer) set plan_cache_mode = force_generic_plan;
alter function app.put_message(uuid, uuid, uuid, boolean, uuid, text, uuid, timestamptz, timestamptz) set plan_cache_mode = force_generic_plan;
alter function app.notification_ways(text, uuid[], uuid) set plan_cache_mode = force_generic_plan;
alter function app.mark_seen(uuid, uuid, boolean, integer, boolean) set plan_cache_mode = force_generic_plan;
