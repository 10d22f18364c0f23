-- That someone has been told of a last day, a week and a day ahead: once for each day that has been set.
create table deadline_reminder (
  customer_id  uuid not null,
  enrolment_id uuid not null,
  due_at       timestamptz not null,
  days_ahead   smallint not null check (days_ahead in (1, 7)),
  sent_at      timestamptz not null default app.now(),
  primary key (customer_id, enrolment_id, due_at, days_ahead),
  foreign key (customer_id, enrolment_id) references enrolment on update cascade
);
call app.protect('deadline_reminder', $$ customer_id = app.customer_id() and exists
  (select from enrolment e where e.customer_id = deadline_reminder.customer_id and e.id = deadline_reminder.enrolment_id) $$);

create index own_deadline_due on own_deadline (customer_id, due_at) where due_at is not null;

-- A certificate that expires within a month, or has expired, brings its course back to the top of the home page.
create or replace function app.my_courses() returns jsonb language plpgsql as $$
declare
  place uuid;
  found_here jsonb;
  found jsonb := '[]';
  before text := current_setting('app.customer_id', true);
begin
  for place in select distinct e.customer_id from enrolment e where e.account_id = app.account_id() loop
    perform set_config('app.customer_id', place::text, true);
    select coalesce(jsonb_agg(to_jsonb(mine)), '[]') into found_here from (
      select k.slug as "customer", k.name as "customerName", c.slug as "course", c.title, c.language,
        e.created_at as "startedAt", e.last_active_at as "lastActiveAt", e.completed_at is not null as "completed",
        case when e.ends_at <= app.now() then e.ends_at end as "endedAt",
        app.due_at(e) as "dueAt",
        (select i.expires_at from certificate i where i.customer_id = e.customer_id and i.enrolment_id = e.id and i.revoked_at is null
           and i.replaced_by is null and i.expires_at <= app.now() + interval '1 month') as "renewBy",
        exists (select from certificate i where i.customer_id = e.customer_id and i.enrolment_id = e.id) as "hasCertificate",
        exists (select from final_test f where f.customer_id = e.customer_id and f.version_id = e.version_id) as "hasTest",
        exists (select from attempt t where t.customer_id = e.customer_id and t.enrolment_id = e.id and t.submitted_at is null) as "testOpen",
        r.position as "resumePosition",
        (select coalesce(jsonb_agg(jsonb_build_object('position', p.position, 'title', p.title, 'minutes', p.minutes,
            'done', v.completed_at is not null) order by p.position), '[]')
         from course_page p
         left join page_visit v on v.customer_id = e.customer_id and v.enrolment_id = e.id and v.page_id = p.id
         where p.customer_id = e.customer_id and p.version_id = e.version_id) as "pages"
      from enrolment e
      join customer k on k.id = e.customer_id
      join course c on c.customer_id = e.customer_id and c.id = e.course_id
      left join course_page r on r.customer_id = e.customer_id and r.id = e.resume_page_id
      where e.customer_id = place and e.account_id = app.account_id() and (k.ended_at is null or k.ended_at > app.now())) mine;
    found := found || found_here;
  end loop;
  perform set_config('app.customer_id', coalesce(before, ''), true);
  return found;
end $$;
