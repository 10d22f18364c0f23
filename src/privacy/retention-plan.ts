import { aboutPeople, isPersonal, type PersonalTable } from '../../data-map/index.ts';
import type { Catalog } from './catalog.ts';
import { rowsOf, type Map } from './paths.ts';

/** `find` tells of the oldest that are due, `sql` takes what is due in a time; `due` counts all of it. */
export type SweepStep = { table: string; does: 'deleted' | 'anonymised'; find: string; sql: string; due: string };

/**
 * Set-based and on an indexed column: each statement costs what is due, not what there is. `find` looks at $2 rows after the time $1 and
 * gives the time until which to go on, $3 seconds after the last of them; `sql` takes what is due from the one time to the other. What
 * has just gone lies in the index until a vacuum, and is not walked past again.
 */
export function sweepPlan(map: Map, catalog: Catalog): SweepStep[] {
  return Object.entries(map).flatMap(([table, entry]): SweepStep[] => {
    const { retention } = entry;
    if (retention?.rule !== 'due') return [];
    const column = `t.${retention.column}`;
    const isDue = `${column} <= app.now()${aboutPeople(entry) ? notHeld(map, catalog, table, entry) : ''}`;
    const step = (does: SweepStep['does'], change: string, more = ''): SweepStep => {
      const after = `${isDue}${more} and ${column} > $1::timestamptz`;
      return {
        table,
        does,
        due: `select count(*) as rows, min(${column}) as oldest from ${table} t where ${isDue}${more}`,
        find: `select count(*) as rows, extract(epoch from max(due) - min(due))::float8 as seconds, (max(due) + make_interval(secs => $3::float8))::text as until from (select ${column} as due from ${table} t where ${after} order by ${column} limit $2::int) found`,
        sql: `${change} where ${after} and ${column} <= $2::timestamptz`,
      };
    };
    if (retention.end === 'delete') return [step('deleted', `delete from ${table} t`)];
    if (!aboutPeople(entry)) return [];
    const { sets, waiting } = addressBlanks(entry);
    return [step('anonymised', `update ${table} t set ${sets}`, ` and ${waiting}`)];
  });
}

/** Nothing goes of someone whose data a law or a claim keeps (Art. 17(3)); the list is asked for once a statement. */
function notHeld(map: Map, catalog: Catalog, table: string, entry: PersonalTable): string {
  const accounts = '(select app.held_people())::uuid[]';
  const addresses = `array(select email from account where id = any(${accounts}))`;
  return entry.edges
    .filter(({ edge }) => edge === 'own')
    .map((edge) => ` and (${rowsOf(map, catalog, table, edge, { accounts, addresses })}) is not true`)
    .join('');
}

/** What is due of rows that are kept: the columns that name someone who never became a user. */
function addressBlanks(entry: PersonalTable): { sets: string; waiting: string } {
  const named = Object.entries(entry.columns).flatMap(([column, answer]) =>
    isPersonal(answer) && typeof answer.erase === 'object' && ['contact', 'identity'].includes(answer.category)
      ? [`${column} = ${answer.erase.blank}`]
      : [],
  );
  const address = entry.edges.find((edge) => edge.address)?.by;
  return { sets: named.join(', '), waiting: `${address} is not null` };
}

/** ISO 8601 periods as the map uses them: P6M, P30D, P1Y. */
export function addPeriod(time: Date, period: string): Date {
  const match = /^P(\d+)([DMY])$/.exec(period);
  if (!match) throw new Error(`The period ${period} is not one of the map's.`);
  const [, count, unit] = match;
  const result = new Date(time);
  if (unit === 'D') result.setUTCDate(result.getUTCDate() + Number(count));
  else {
    const day = result.getUTCDate();
    result.setUTCDate(1);
    result.setUTCMonth(result.getUTCMonth() + Number(count) * (unit === 'Y' ? 12 : 1));
    result.setUTCDate(Math.min(day, new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate()));
  }
  return result;
}
