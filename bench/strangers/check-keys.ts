import type pg from 'pg';

type ForeignKey = { name: string; table: string; columns: string[]; target: string; keys: string[]; full: boolean };

const foreignKeys = `
  select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target, k.confmatchtype = 'f' as full,
    array(select quote_ident(a.attname) from unnest(k.conkey) with ordinality c(n, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.n order by place) as columns,
    array(select quote_ident(a.attname) from unnest(k.confkey) with ordinality c(n, place)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.n order by place) as keys
  from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 2, 1`;

/** What was filled in bulk was filled without foreign keys: every one of them is asked for afterwards. Gives how many there are. */
export async function checkForeignKeys(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<ForeignKey>(foreignKeys);
  const faults: string[] = [];
  for (const key of rows) {
    const { rows: found } = await owner.query<{ count: number }>(brokenOf(key));
    if (found[0]!.count > 0) faults.push(`${key.table}.${key.name}: ${found[0]!.count} rows point to nothing in ${key.target}`);
  }
  if (faults.length > 0) throw new Error(`The world holds rows that PostgreSQL would never have let in:\n${faults.join('\n')}`);
  return rows.length;
}

/** Rows that point to nothing. One that points with an empty column points nowhere, as PostgreSQL sees it. */
function brokenOf({ table, columns, target, keys, full }: ForeignKey): string {
  const points = columns.map((column) => `t.${column} is not null`).join(full ? ' or ' : ' and ');
  const meets = columns.map((column, place) => `r.${keys[place]} = t.${column}`).join(' and ');
  return `select count(*) from ${table} t where (${points}) and not exists (select from ${target} r where ${meets})`;
}
