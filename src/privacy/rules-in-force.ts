import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import { rowRules, type RowRule } from './row-rules.ts';
import type { Map } from './paths.ts';

const names: RowRule['name'][] = ['purpose', 'unreadable_when_due', 'unreadable_when_restricted', 'unreadable_when_set_aside'];

/** db/rules.sql: takes the rules of yesterday's map away and writes today's. */
export function rulesAsSql(map: Map): string {
  const rules = rowRules(map).map(
    ({ table, name, command, using }) => `create policy ${name} on ${table} as restrictive for ${command}\n  using (${using});`,
  );
  return `-- Generated from data-map by db/generate.ts; the start is refused when the database differs. Do not edit.
do $$
declare old record;
begin
  for old in select polrelid::regclass as name, polname from pg_policy
      where polname = any('{${names.join(',')}}') and not polpermissive loop
    execute format('drop policy %I on %s', old.polname, old.name);
  end loop;
end $$;

${rules.join('\n')}
`;
}

/** In which the live rules differ from the map's, both ways. */
export async function ruleFaults(map: Map, tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ rule: string }>`
    select polrelid::regclass::text || ' ' || polname || ' ' || app.rule_as_written(pg_get_expr(polqual, polrelid), (select app.said_in_full())) as rule
    from pg_policy
    where polname = any(${names}) and not polpermissive and polcmd = 'r' and polroles = '{0}'`.execute(tx);
  const live = new Set(rows.map(({ rule }) => flat(rule)));
  const wanted = new Set(rowRules(map).map(({ table, name, using }) => flat(`${table} ${name} ${using}`)));
  const named = (rule: string) => rule.split(' ').slice(0, 2).toReversed().join(' on ');
  const missing = [...wanted]
    .filter((rule) => !live.has(rule))
    .map((rule) => `The map's rule ${named(rule)} is not in force in the database.`);
  const strange = [...live].filter((rule) => !wanted.has(rule)).map((rule) => `The database's rule ${named(rule)} is not the map's.`);
  return [...missing, ...strange];
}

/** PostgreSQL breaks long expressions into lines. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
