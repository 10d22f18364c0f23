-- Pages in titled sections. A page without one stands before the first.
create table course_section (
  customer_id uuid not null,
  id          uuid not null default app.uuid_v7(),
  version_id  uuid not null,
  position    integer not null check (position > 0),
  title       text not null,
  published   boolean not null default false,
  primary key (customer_id, id),
  unique (customer_id, version_id, position) deferrable initially immediate,
  foreign key (customer_id, version_id) references course_version
);
alter table course_page
  add column section_id uuid,
  add foreign key (customer_id, section_id) references course_section;
create index course_page_section on course_page (customer_id, section_id) where section_id is not null;

call app.protect('course_section', 'customer_id = app.customer_id() and (published or customer_id = app.staff_of())');
create trigger published_is_final before insert or update or delete on course_section
  for each row execute function app.refuse_published_content();

-- `lineage_id` is the question through all versions: what a page's text points at when it says where the question stands.
alter table question add column lineage_id uuid not null default app.uuid_v7();
create unique index question_lineage on question (customer_id, version_id, lineage_id);

update removed_piece set questions = (select coalesce(jsonb_agg(q || jsonb_build_object('lineage_id', app.uuid_v7())), '[]')
  from jsonb_array_elements(questions) q);

-- A section is shown from the moment its version is.
create function app.publish_sections() returns trigger language plpgsql as $$
begin
  update course_section set published = true where customer_id = new.customer_id and version_id = new.id;
  return new;
end $$;
create trigger publish_sections before update on course_version
  for each row when (old.published_at is null and new.published_at is not null) execute function app.publish_sections();

-- What a student writes for themselves in a box of a page. Nobody else sees it, the customer's staff included.
create table reflection (
  customer_id  uuid not null,
  enrolment_id uuid not null,
  page_id      uuid not null,
  box          text not null check (box ~ '^[a-z0-9-]{1,40}$'),
  body         text not null check (length(body) between 1 and 10000),
  saved_at     timestamptz not null default app.now(),
  primary key (customer_id, enrolment_id, page_id, box),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade,
  foreign key (customer_id, page_id) references course_page
);
call app.protect('reflection', $$ customer_id = app.customer_id() and exists (select from enrolment e
  where e.customer_id = reflection.customer_id and e.id = reflection.enrolment_id and e.account_id = app.account_id()) $$);

-- What a course page says now tells its sections and the lines of its questions, and what is the person's own their words on it.
create or replace function app.course_page(course_slug text, page_position integer, known uuid[]) returns json
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
      'reflections', (
        select json_object_agg(r.box, r.body) from reflection r
        where r.customer_id = e.customer_id and r.enrolment_id = e.id and r.page_id = p.id),
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

create or replace function app.published_page(customer uuid, version uuid, page uuid) returns json
  language sql stable as $$
  select json_build_object(
    'page', (
      select json_build_object('id', p.id, 'position', p.position, 'title', p.title, 'minutes', p.minutes, 'html', p.html)
      from course_page p where p.customer_id = customer and p.id = page),
    'outline', (
      select json_agg(json_build_object('position', o.position, 'title', o.title, 'minutes', o.minutes, 'section', s.title)
               order by o.position)
      from course_page o left join course_section s on s.customer_id = o.customer_id and s.id = o.section_id
      where o.customer_id = customer and o.version_id = version),
    'questions', (
      select coalesce(json_agg(json_build_object('id', q.id, 'lineageId', q.lineage_id, 'kind', q.kind, 'prompt', q.prompt, 'points', q.points,
               'body', q.body) order by q.position), '[]')
      from question q where q.customer_id = customer and q.page_id = page),
    'hasTest', exists (select from final_test f where f.customer_id = customer and f.version_id = version))
$$;
