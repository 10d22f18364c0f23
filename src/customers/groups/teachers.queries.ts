import { sql } from 'kysely';
import { seenPeople } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

/** Those who teach a group: as many as a group can have without a list of its own. */
export function listGroupTeachers(tx: Tx, customerId: string, groupId: string) {
  return tx
    .selectFrom('group_teacher as t')
    .innerJoin(seenPeople('a', customerId), 'a.id', 't.account_id')
    .select(['a.id', 'a.given_name', 'a.family_name'])
    .where('t.customer_id', '=', customerId)
    .where('t.group_id', '=', groupId)
    .where('a.closed_at', 'is', null)
    .where(sql<boolean>`(t.ends_at is null or t.ends_at > app.now())`)
    .orderBy(sql`a.family_name collate "sv-x-icu"`)
    .orderBy('a.id')
    .limit(50)
    .execute();
}
export type GroupTeacher = Awaited<ReturnType<typeof listGroupTeachers>>[number];
