-- A course may open its pages one at a time: each when the one before is marked as done, or when its questions are
-- answered right as well.
alter table course add column page_order text not null default 'free' check (page_order in ('free', 'read', 'answered'));

-- Whether order is kept for someone: not in a free course, not for whoever looks after the course or teaches it, and no
-- longer once it is completed.
create function app.keeps_order(e enrolment, page_order text) returns boolean language plpgsql stable as $$
begin
  return page_order <> 'free' and e.completed_at is null
    and not app.has_role(e.account_id, e.customer_id, 'customer_admin')
    and not exists (select from course_administrator a
      where a.customer_id = e.customer_id and a.course_id = e.course_id and a.account_id = e.account_id)
    and not exists (select from course_teacher t
      where t.customer_id = e.customer_id and t.course_id = e.course_id and t.account_id = e.account_id);
end $$;

-- How many questions of a page are still without a right answer; none where that opens nothing.
create function app.unanswered_on(e enrolment, page_order text, page uuid) returns bigint language plpgsql stable as $$
begin
  if page_order <> 'answered' or not app.keeps_order(e, page_order) then return 0; end if;
  return (select count(*) from question q where q.customer_id = e.customer_id and q.page_id = page
    and not exists (select from answer a
      where a.customer_id = e.customer_id and a.enrolment_id = e.id and a.question_id = q.id and a.correct));
end $$;

-- The first page that is not done: those after it wait. Null when nothing waits.
create function app.open_until(e enrolment, page_order text) returns integer language plpgsql stable as $$
begin
  if page_order = 'free' or not app.keeps_order(e, page_order) then return null; end if;
  return (select min(p.position) from course_page p where p.customer_id = e.customer_id and p.version_id = e.version_id
    and (app.unanswered_on(e, page_order, p.id) > 0 or not exists (select from page_visit v
      where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id and v.completed_at is not null)));
end $$;

-- A page that someone has done stays open to them, whatever comes before it.
create function app.page_is_locked(e enrolment, page_order text, page uuid, place integer) returns boolean language plpgsql stable as $$
begin
  return coalesce(place > app.open_until(e, page_order), false) and not exists (select from page_visit v
    where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = page and v.completed_at is not null);
end $$;

create or replace function app.course_page(course_slug text, page_position integer, known uuid[])
  returns json language plpgsql stable as $$
begin
  return (
    select json_build_object(
      'enrolmentId', e.id,
      'versionId', e.version_id,
      'onThisPage', e.resume_page_id = p.id,
      'completed', e.completed_at is not null,
      'course', json_build_object('title', c.title, 'language', c.language),
      'done', (
        select coalesce(json_agg(o.position), '[]')
        from page_visit v
        join course_page o on o.customer_id = v.customer_id and o.id = v.page_id
        where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.completed_at is not null),
      'latest', (
        select json_object_agg(q.id, (
                 select json_build_object('reply', a.response, 'at', a.answered_at)
                 from answer a
                 where a.customer_id = e.customer_id and a.enrolment_id = e.id and a.question_id = q.id
                 order by a.answered_at desc, a.id desc limit 1))
        from question q where q.customer_id = e.customer_id and q.page_id = p.id),
      'reflections', (
        select json_object_agg(r.box, r.body) from reflection r
        where r.customer_id = e.customer_id and r.enrolment_id = e.id and r.page_id = p.id),
      'note', (
        select n.body from note n where n.customer_id = e.customer_id and n.enrolment_id = e.id and n.page_id = p.id),
      'bookmarks', (
        select json_agg(b.position order by b.position)
        from bookmark m join course_page b on b.customer_id = m.customer_id and b.id = m.page_id
        where m.customer_id = e.customer_id and m.enrolment_id = e.id),
      'testOpen', exists (
        select from attempt t
        where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is null),
      'pageOrder', c.page_order,
      'openUntil', app.open_until(e, c.page_order),
      'unanswered', app.unanswered_on(e, c.page_order, p.id),
      'unread', coalesce((
        select case when k.last_sequence > k.read_by_student then (
                 select count(*) from message m
                 where m.customer_id = k.customer_id and m.correspondence_id = k.id
                   and m.sequence > k.read_by_student and not m.from_student and m.deleted_at is null)
               else 0 end
        from correspondence k where k.customer_id = e.customer_id and k.enrolment_id = e.id), 0),
      'published', case when e.version_id = any(known) then null else app.published_page(e.customer_id, e.version_id, p.id) end)
    from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
    where e.customer_id = app.customer_id() and e.account_id = app.account_id()
      and (e.ends_at is null or e.ends_at > app.now())
      and c.slug = course_slug and p.position = page_position);
end $$;
