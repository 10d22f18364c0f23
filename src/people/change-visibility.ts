import type { Tx } from '../platform/database.ts';
import { promiseToTell } from './telling/tell-students.ts';
import { fields, groups, type Field, type Matrix } from './visibility.ts';
import { lockMatrix, saveChange, type Change } from './visibility.queries.ts';

/** Someone must be able to read what students write. */
export const someoneAnswers = (matrix: Matrix): boolean =>
  matrix['customer-admin'].includes('correspondence') || matrix['course-admin'].includes('correspondence');

/** Saves the matrix as it was ticked and records each cell that changed, when and by whom. Whether more is shown than before. */
export async function changeVisibility(tx: Tx, by: { customerId: string; actorId: string; at: Date }, wanted: Matrix): Promise<boolean> {
  const changes = changesBetween(await lockMatrix(tx, by.customerId), wanted);
  for (const change of changes) await saveChange(tx, by, change);
  const more = changes.filter(({ shown }) => shown);
  await promiseToTell(tx, by.customerId, more);
  return more.length > 0;
}

function changesBetween(before: Matrix, wanted: Matrix): Change[] {
  return groups.flatMap(({ name, role, relation, offers }) =>
    fields
      .filter((field: Field) => (offers as readonly Field[]).includes(field))
      .filter((field) => before[name].includes(field) !== wanted[name].includes(field))
      .map((field) => ({ role, relation, field, shown: wanted[name].includes(field) })),
  );
}
