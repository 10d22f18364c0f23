-- What a published version says never changes (0201), so that it is read once by each process: a version that the caller
-- holds already (`known`) comes back without its contents, and only what is the person's own is read.
drop function app.course_page(text, integer);
create function app.course_page(course_slug text, page_position integer, known uuid[]) returns json
  language plpgsql stable as $$
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
      'testOpen', exists (
        select from attempt t
        where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is null),
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

create function app.published_page(customer uuid, version uuid, page uuid) returns json
  language sql stable as $$
  select json_build_object(
    'page', (
      select json_build_object('id', p.id, 'position', p.position, 'title', p.title, 'minutes', p.minutes, 'html', p.html)
      from course_page p where p.customer_id = customer and p.id = page),
    'outline', (
      select json_agg(json_build_object('position', o.position, 'title', o.title, 'minutes', o.minutes) order by o.position)
      from course_page o where o.customer_id = customer and o.version_id = version),
    'questions', (
      select coalesce(json_agg(json_build_object('id', q.id, 'kind', q.kind, 'prompt', q.prompt, 'points', q.points,
               'body', q.body) order by q.position), '[]')
      from question q where q.customer_id = customer and q.page_id = page),
    'hasTest', exists (select from final_test f where f.customer_id = customer and f.version_id = version))
$$;
