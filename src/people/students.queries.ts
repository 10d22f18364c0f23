import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export const studentsPerPage = 50;

export type StudentsWanted = {
  customerId: string;
  courseId: string;
  /** Part of a name; empty for everyone. */
  name: string;
  /** The enrolment that the page before ended with. */
  after: string | undefined;
};

/**
 * A page of the course's students by name, and one more to tell whether there is another. Whoever is anonymised is no
 * longer a student with a name: only the course's figures remember them.
 */
export function listStudents(tx: Tx, { customerId, courseId, name, after }: StudentsWanted) {
  return tx
    .selectFrom('enrolment as e')
    .innerJoin('account as a', 'a.id', 'e.account_id')
    .leftJoin('correspondence as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.enrolment_id', '=', 'e.id'))
    .leftJoinLateral(
      (attempts) =>
        attempts
          .selectFrom('attempt as t')
          .select(['t.points', 't.max_points', 't.passed'])
          .whereRef('t.customer_id', '=', 'e.customer_id')
          .whereRef('t.enrolment_id', '=', 'e.id')
          .where('t.submitted_at', 'is not', null)
          .orderBy('t.passed', 'desc')
          .orderBy('t.points', (order) => order.desc().nullsLast())
          .limit(1)
          .as('best'),
      (join) => join.onTrue(),
    )
    .select([
      'e.id',
      'e.account_id',
      'a.given_name',
      'a.family_name',
      'a.email',
      'e.completed_at',
      'best.points',
      'best.max_points',
      'best.passed',
    ])
    .select([
      pagesDone.as('pages_done'),
      pages.as('pages'),
      waiting<string>('c.id').as('waiting_thread'),
      waiting<Date>('c.last_sent_at').as('waiting_since'),
    ])
    .where('e.customer_id', '=', customerId)
    .where('e.course_id', '=', courseId)
    .where('a.kind', '<>', 'pseudonym')
    .$if(name !== '', (query) => query.where(nameHolds(name)))
    .$if(after !== undefined, (query) => query.where(comesAfter(customerId, after!)))
    .orderBy(sql`a.family_name collate "sv-x-icu"`)
    .orderBy(sql`a.given_name collate "sv-x-icu"`)
    .orderBy('e.id')
    .limit(studentsPerPage + 1)
    .execute();
}

export type StudentRow = Awaited<ReturnType<typeof listStudents>>[number];

const pagesDone = sql<number>`(select count(*) from page_visit v
  where v.customer_id = e.customer_id and v.enrolment_id = e.id and v.completed_at is not null)`;

const pages = sql<number>`(select count(*) from course_page p where p.customer_id = e.customer_id and p.version_id = e.version_id)`;

const waiting = <Value>(column: 'c.id' | 'c.last_sent_at') =>
  sql<Value | null>`case when c.last_from_student and c.last_sequence > 0 then ${sql.ref(column)} end`;

const nameHolds = (name: string) =>
  sql<boolean>`strpos(lower((a.given_name || ' ' || a.family_name) collate "sv-x-icu"), lower(${name}::text collate "sv-x-icu")) > 0`;

// The cursor is an id and not a name: an address holds nothing personal (E-04).
const comesAfter = (customerId: string, after: string) => sql<boolean>`
  (a.family_name collate "sv-x-icu", a.given_name collate "sv-x-icu", e.id) > (
    select la.family_name, la.given_name, le.id
    from enrolment le join account la on la.id = le.account_id
    where le.customer_id = ${customerId} and le.id = ${after})`;
