-- How far down a page one has read, and how far into which of its films: where the course opens again.
alter table page_visit
  add column place_permille smallint check (place_permille between 0 and 1000),
  add column player         smallint check (player between 1 and 100),
  add column player_second  integer check (player_second between 0 and 86400),
  add check ((player is null) = (player_second is null));

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
      'place', (
        select json_build_object('permille', v.place_permille, 'player', v.player, 'second', v.player_second)
        from page_visit v where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id
          and (v.place_permille is not null or v.player is not null)),
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
