import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

/** A customer lets the students of a course see each other's given names since some weeks, and has told them. */
export async function addTold(tx: Tx, { customerId, changedBy, now }: { customerId: string; changedBy: string; now: Date }): Promise<void> {
  const at = addDays(now, -20);
  const cell = { customer_id: customerId, role: 'student', relation: 'own-course', field: 'given_name' };
  await tx
    .updateTable('visibility')
    .set({ shown: true })
    .where('customer_id', '=', customerId)
    .where('role', '=', cell.role)
    .where('relation', '=', cell.relation)
    .where('field', '=', cell.field)
    .execute();
  await tx
    .insertInto('visibility_change')
    .values({ ...cell, changed_by: changedBy, changed_at: at, shown: true })
    .execute();
  const { id: notice_id } = await tx
    .insertInto('visibility_notice')
    .values({ customer_id: customerId, began_at: at, ended_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('visibility_notice_cell')
    .values({ ...cell, notice_id })
    .execute();
}
