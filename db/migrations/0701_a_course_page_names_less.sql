-- Half of what a course page costs the database is to make its statement ready: each table that it names brings its rules, and those of the
-- tables that they name, though not a row is read. So a table is named once where it was named twice, and messages only when
-- something is unread. What is read, and under which rules, is as before.

create function app.unread_by_student(thread correspondence) returns bigint language plpgsql stable as $$
begin
  return (select count(*) from message m
    where m.customer_id = thread.customer_id and m.correspondence_id = thread.id
      and m.sequence > thread.read_by_student and not m.from_student and m.deleted_at is null);
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
      'done', seen.done,
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
      'place', seen.place,
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
        select case when k.last_sequence > k.read_by_student then app.unread_by_student(k) else 0 end
        from correspondence k where k.customer_id = e.customer_id and k.enrolment_id = e.id), 0),
      'published', case when e.version_id = any(known) then null else app.published_page(e.customer_id, e.version_id, p.id) end)
    from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join course_page p on p.customer_id = e.customer_id and p.version_id = e.version_id
    cross join lateral (
      select coalesce(json_agg(o.position) filter (where v.completed_at is not null), '[]') as done,
        json_agg(json_build_object('permille', v.place_permille, 'player', v.player, 'second', v.player_second))
          filter (where v.page_id = p.id and (v.place_permille is not null or v.player is not null)) -> 0 as place
      from page_visit v
      join course_page o on o.customer_id = v.customer_id and o.id = v.page_id
      where v.customer_id = e.customer_id and v.enrolment_id = e.id) seen
    where e.customer_id = app.customer_id() and e.account_id = app.account_id()
      and (e.ends_at is null or e.ends_at > app.now())
      and c.slug = course_slug and p.position = page_position);
end $$;
