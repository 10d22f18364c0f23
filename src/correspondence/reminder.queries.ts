import { sql } from 'kysely';
import { answersFor } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';

export type Unread = { title: string; customer: string; course: string; names: string[]; threads: string[] };

/**
 * What the recipient of a reminder has not read in the course, and who wrote it; undefined when all is read, or when they
 * no longer belong to the course. Asked when the mail is sent.
 */
export async function findUnread(
  tx: Tx,
  about: { customerId: string; courseId: string; accountId: string; as: 'student' | 'administrator' },
): Promise<Unread | undefined> {
  const { customerId, courseId, accountId, as } = about;
  const { rows } = await sql<Unread>`
    select course.title, customer.slug as customer, course.slug as course,
           array_agg(distinct author.given_name) || array_agg(distinct author.family_name) as names,
           array_agg(distinct c.id) as threads
    from correspondence c
    join enrolment e on e.customer_id = c.customer_id and e.id = c.enrolment_id
    join message m on m.customer_id = c.customer_id and m.correspondence_id = c.id and m.deleted_at is null
    join course on course.customer_id = c.customer_id and course.id = c.course_id
    join customer on customer.id = c.customer_id
    join account author on author.id = m.author_id
    where c.customer_id = ${customerId} and c.course_id = ${courseId} and ${
      as === 'student'
        ? sql`not m.from_student and m.sequence > c.read_by_student and e.account_id = ${accountId}`
        : sql`m.from_student and m.sequence > c.read_by_administrator and exists (select from course_administrator a
            where a.customer_id = c.customer_id and a.course_id = c.course_id and a.account_id = ${accountId}
            and ${answersFor('a.account_id', 'a.customer_id', 'a.course_id')})`
    }
    group by course.title, customer.slug, course.slug`.execute(tx);
  return rows[0];
}
