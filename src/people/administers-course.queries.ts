import { sql, type RawBuilder } from 'kysely';

/**
 * Whether the actor looks after the course of the query (its table is named `course`): one of its administrators, or an
 * administrator of the whole customer. Teachers and administrators of other courses do not.
 */
export function administersCourse(actorId: string): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from course_administrator a
      where a.customer_id = course.customer_id and a.course_id = course.id and a.account_id = ${actorId})
    or exists (select from membership m
      where m.customer_id = course.customer_id and m.account_id = ${actorId} and m.role = 'customer_admin'))`;
}
