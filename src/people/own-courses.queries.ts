import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Field } from './visibility.ts';

const shownToStudent = (actorId: string) => sql<Field[]>`app.fields_shown(${actorId}, course.customer_id, course.id, 'student')`;

/** The courses that the actor takes with the customer, each with what students of it see of each other. */
export function listOwnCourses(tx: Tx, actorId: string, customerId: string) {
  return tx
    .selectFrom('enrolment as e')
    .innerJoin('course', (join) => join.onRef('course.customer_id', '=', 'e.customer_id').onRef('course.id', '=', 'e.course_id'))
    .select(['course.id', 'course.slug', 'course.title', shownToStudent(actorId).as('shown')])
    .where('e.customer_id', '=', customerId)
    .where('e.account_id', '=', actorId)
    .where(sql<boolean>`(e.ends_at is null or e.ends_at > app.now())`)
    .orderBy('course.title')
    .execute();
}
export type OwnCourse = Awaited<ReturnType<typeof listOwnCourses>>[number];

export const matesPerPage = 100;

export type Mate = { enrolment_id: string; account_id: string; given_name: string; family_name: string };

export type MatesWanted = {
  courseId: string;
  /** Part of a name; empty for everyone. */
  name: string;
  /** The enrolment that the page before ended with. */
  after: string | undefined;
};

/** Others who take the course by name, and one more than a page; the database function shows only what the customer has decided. */
export async function listMates(tx: Tx, { courseId, name, after }: MatesWanted): Promise<Mate[]> {
  const asked = sql`${courseId}, ${name}, ${after ?? null}::uuid, ${matesPerPage + 1}`;
  const { rows } = await sql<Mate>`select * from app.course_mates(${asked})`.execute(tx);
  return rows;
}
