import { CompiledQuery } from 'kysely';
import { dataMap } from '../../../data-map/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { engineOf } from '../engine.ts';
import { sweepPlan } from '../retention-plan.ts';

export type Due = { table: string; rows: number; oldest: Date | null };

const accounts = `select count(*) as rows, min(erase_due_at) as oldest from account
  where erase_due_at <= app.now() and id <> all((select app.held_people())::uuid[])`;

/** What is due now, rule by rule, as the sweep will find it: each count costs what is due, not what there is. */
export async function listDue(house: Pick<House, 'database'>): Promise<Due[]> {
  const { catalog } = await engineOf(house.database);
  const rules = [...sweepPlan(dataMap, catalog).map(({ table, due }) => ({ table, due })), { table: 'account', due: accounts }];
  const text = rules.map(({ table, due }) => `select '${table}' as "table", d.rows, d.oldest from (${due}) d`).join(' union all ');
  const { rows } = await house.database.transaction(acrossCustomers('retention'), (tx) => tx.executeQuery<Due>(CompiledQuery.raw(text)));
  return rows;
}
