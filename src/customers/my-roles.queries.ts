import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { StaffRole } from './roles.queries.ts';

export async function findOwnEmail(tx: Tx, accountId: string): Promise<string | null> {
  return (await tx.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst())?.email ?? null;
}

export async function hasUsed(tx: Tx, invitationId: string, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('invitation_use as u')
    .innerJoin('invitation as i', (join) => join.onRef('i.customer_id', '=', 'u.customer_id').onRef('i.id', '=', 'u.invitation_id'))
    .select('u.account_id')
    .where('u.invitation_id', '=', invitationId)
    .where('u.account_id', '=', accountId)
    .where('i.revoked_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export type MyRole = {
  customer_id: string;
  slug: string;
  customer: string;
  role: StaffRole;
  /** The courses of the role, and whether the customer lets it see anything of their students. */
  courses: { slug: string; title: string; seesStudents: boolean }[];
  since: Date;
  ends_at: Date | null;
  through_invitation: boolean;
};

/** The person's own roles at all customers but that of student, whose courses are on the home page. */
export async function listMyRoles(tx: Tx, accountId: string): Promise<MyRole[]> {
  const { rows } = await sql<MyRole>`
    select c.id as customer_id, c.slug, c.name as customer, m.role, m.created_at as since, m.ends_at,
           m.invitation_id is not null as through_invitation,
           coalesce((select json_agg(json_build_object('slug', course.slug, 'title', course.title,
               'seesStudents', app.fields_shown(m.account_id, m.customer_id, course.id, 'staff') <> '{}')
               order by course.title collate "sv-x-icu")
             from course where course.customer_id = m.customer_id and case m.role
               when 'customer_admin' then true
               when 'course_admin' then exists (select from course_administrator a
                 where a.customer_id = course.customer_id and a.course_id = course.id and a.account_id = m.account_id
                   and (a.ends_at is null or a.ends_at > app.now()))
               else app.teaches_in_group(m.account_id, m.customer_id, course.id) or exists (select from course_teacher t
                 where t.customer_id = course.customer_id and t.course_id = course.id and t.account_id = m.account_id
                   and (t.ends_at is null or t.ends_at > app.now())) end), '[]') as courses
    from membership m join customer c on c.id = m.customer_id
    where m.account_id = ${accountId} and m.role <> 'student' and (c.ended_at is null or c.ended_at > app.now() or m.role = 'customer_admin') and (m.ends_at is null or m.ends_at > app.now())
    order by c.name, m.role`.execute(tx);
  return rows;
}

export type MyOpenCourse = { customer: string; customer_name: string; course: string; title: string };

/** The courses a person takes, each of which they may leave. */
export async function listMyOpenCourses(tx: Tx, accountId: string): Promise<MyOpenCourse[]> {
  const { rows } = await sql<MyOpenCourse>`
    select k.slug as customer, k.name as customer_name, c.slug as course, c.title
    from enrolment e join customer k on k.id = e.customer_id join course c on c.customer_id = e.customer_id and c.id = e.course_id
    where e.account_id = ${accountId} and (e.ends_at is null or e.ends_at > app.now()) and (k.ended_at is null or k.ended_at > app.now())
    order by c.title collate "sv-x-icu", c.id`.execute(tx);
  return rows;
}
