import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { seenPeople } from './seen-people.queries.ts';
import { matrixOf, type Cell, type Field, type Matrix } from './visibility.ts';

/** What the actor is shown of the students of the query's course (its table is named `course`), as one of its staff. */
export const shownToStaff = (actorId: string): RawBuilder<Field[]> =>
  sql<Field[]>`app.fields_shown(${actorId}, course.customer_id, course.id, 'staff')`;

/** A value of a student, or null when the customer does not let the actor see that field. */
export const ifShown = <Value>(actorId: string, field: Field, column: string): RawBuilder<Value | null> =>
  sql<Value | null>`case when ${field} = any(${shownToStaff(actorId)}) then ${sql.ref(column)} end`;

/** The same about someone who is the customer's and of no one course: a column of the table `a`. */
export const ifShownAtCustomer = (actorId: string, field: 'given_name' | 'family_name' | 'email'): RawBuilder<string | null> =>
  sql<
    string | null
  >`case when ${field} = any(app.fields_shown(${actorId}, app.customer_id(), null, 'staff')) then ${sql.ref(`a.${field}`)} end`;

/**
 * Whether the actor reads the correspondence of the query's course (its table is named `course`). Asked once for each
 * course of the customer, not for each thread.
 */
export const readsCorrespondence = (actorId: string): RawBuilder<boolean> => sql<boolean>`course.id in (
  select read.id from course read where read.customer_id = app.customer_id()
  and 'correspondence' = any(app.fields_shown(${actorId}, read.customer_id, read.id, 'staff')))`;

/** Whether someone whose id is in the row answers for the correspondence of a course: the same question from outside. */
export const answersFor = (account: string, customer: string, course: string): RawBuilder<boolean> =>
  sql<boolean>`'correspondence' = any(app.fields_shown(${sql.ref(account)}, ${sql.ref(customer)}, ${sql.ref(course)}, 'staff'))`;

export async function findMatrix(tx: Tx, customerId: string): Promise<Matrix> {
  return matrixOf(await listCells(tx, customerId));
}

function listCells(tx: Tx, customerId: string): Promise<Cell[]> {
  return tx.selectFrom('visibility').select(['role', 'relation', 'field', 'shown']).where('customer_id', '=', customerId).execute();
}

/** The matrix, held until the transaction ends: two who save at once are told apart in the history. */
export async function lockMatrix(tx: Tx, customerId: string): Promise<Matrix> {
  await sql`select from visibility where customer_id = ${customerId} for update`.execute(tx);
  return findMatrix(tx, customerId);
}

export type Change = { role: string; relation: string; field: Field; shown: boolean };

export async function saveChange(tx: Tx, by: { customerId: string; actorId: string; at: Date }, change: Change): Promise<void> {
  const { role, relation, field, shown } = change;
  await tx
    .updateTable('visibility')
    .set({ shown })
    .where('customer_id', '=', by.customerId)
    .where('role', '=', role)
    .where('relation', '=', relation)
    .where('field', '=', field)
    .execute();
  await tx
    .insertInto('visibility_change')
    .values({ customer_id: by.customerId, changed_by: by.actorId, changed_at: by.at, role, relation, field, shown })
    .execute();
}

/** The latest changes and who made them; someone who is no longer with the customer has no name here. */
export function listChanges(tx: Tx, customerId: string) {
  return tx
    .selectFrom('visibility_change as v')
    .leftJoin(seenPeople('a', customerId), (join) => join.onRef('a.id', '=', 'v.changed_by').on('a.kind', '<>', 'pseudonym'))
    .select(['v.changed_at', 'v.changed_by', 'v.role', 'v.relation', 'v.field', 'v.shown', 'a.given_name', 'a.family_name'])
    .where('v.customer_id', '=', customerId)
    .orderBy('v.changed_at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(30)
    .execute();
}
export type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number];
