import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

/** `waits`: its rows follow a parent that gets a new key, and may do so before the parent has it. */
export type ForeignKey = { table: string; columns: string[]; parent: string; parentColumns: string[]; waits?: boolean };
export type Catalog = { foreignKeys: ForeignKey[]; primaryKeys: Record<string, string[]>; columns: Record<string, string[]> };

/** The live schema, as PostgreSQL itself tells it: paths to people are never typed by hand. In one order everywhere, so that the plans are. */
export async function readCatalog(tx: Tx): Promise<Catalog> {
  const constraints = await sql<{
    kind: string;
    name: string;
    columns: string[];
    parent: string | null;
    parent_columns: string[] | null;
    waits: boolean;
  }>`
    select c.contype as kind, c.conrelid::regclass::text as name, names.own as columns,
           case when c.contype = 'f' then c.confrelid::regclass::text end as parent, names.theirs as parent_columns,
           c.condeferrable and c.confupdtype = 'c' as waits
    from pg_constraint c, lateral (
      select (select array_agg(a.attname::text order by o.n) from unnest(c.conkey) with ordinality o(k, n)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = o.k) as own,
             (select array_agg(a.attname::text order by o.n) from unnest(c.confkey) with ordinality o(k, n)
                join pg_attribute a on a.attrelid = c.confrelid and a.attnum = o.k) as theirs) names
    where c.connamespace = 'public'::regnamespace and c.contype in ('f', 'p')
    order by c.conrelid::regclass::text collate "C", c.conname collate "C"`.execute(tx);
  const columns = await sql<{ name: string; columns: string[] }>`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname`.execute(tx);
  return {
    foreignKeys: constraints.rows
      .filter((row) => row.kind === 'f')
      .map((row) => ({ table: row.name, columns: row.columns, parent: row.parent!, parentColumns: row.parent_columns!, waits: row.waits })),
    primaryKeys: Object.fromEntries(constraints.rows.filter((row) => row.kind === 'p').map((row) => [row.name, row.columns])),
    columns: Object.fromEntries(columns.rows.map((row) => [row.name, row.columns])),
  };
}
