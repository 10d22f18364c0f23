import { sql } from 'kysely';
import { addDays } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import type { OperatorRole } from '../../platform/visit.ts';

/** True when this is news: nothing of the kind has been seen for as long as `quietMinutes`. Of several at the same time one is told. */
export async function seeAlarm(tx: Tx, kind: string, at: Date, quietMinutes: number): Promise<boolean> {
  if (await isFirst(tx, kind, at, 0)) return true;
  const anew = await tx
    .updateTable('service_alarm')
    .set({ told_at: at, seen_at: at })
    .where('kind', '=', kind)
    .where('seen_at', '<=', addMinutes(at, -quietMinutes))
    .returning('kind')
    .executeTakeFirst();
  if (!anew) await tx.updateTable('service_alarm').set({ seen_at: at }).where('kind', '=', kind).execute();
  return anew !== undefined;
}

/** True when there were none, or when there are more than when it was told, if that is a day ago. */
export async function seeCount(tx: Tx, kind: string, at: Date, count: number): Promise<boolean> {
  if (count === 0) {
    await tx.deleteFrom('service_alarm').where('kind', '=', kind).execute();
    return false;
  }
  if (await isFirst(tx, kind, at, count)) return true;
  const more = await tx
    .updateTable('service_alarm')
    .set({ told_at: at, seen_at: at, count })
    .where('kind', '=', kind)
    .where('count', '<', count)
    .where('told_at', '<=', addDays(at, -1))
    .returning('kind')
    .executeTakeFirst();
  // What has been put right lowers what is known, so that the next one is more.
  if (!more)
    await tx
      .updateTable('service_alarm')
      .set({ seen_at: at, count: sql<number>`least(count, ${count})` })
      .where('kind', '=', kind)
      .execute();
  return more !== undefined;
}

async function isFirst(tx: Tx, kind: string, at: Date, count: number): Promise<boolean> {
  const opened = await tx
    .insertInto('service_alarm')
    .values({ kind, told_at: at, seen_at: at, count })
    .onConflict((on) => on.doNothing())
    .returning('kind')
    .executeTakeFirst();
  return opened !== undefined;
}

const addMinutes = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * 60_000);

/** Whoever of the operator's people has one of these roles, each once. */
export async function listStaffOf(tx: Tx, roles: readonly OperatorRole[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('operator_staff as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select('s.account_id')
    .distinct()
    .where('s.role', 'in', roles)
    .where('a.closed_at', 'is', null)
    .orderBy('s.account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** The proofs that do not hold. */
export async function listProofFaults(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('proof_fault').select('proof').execute();
  return rows.map(({ proof }) => proof);
}
