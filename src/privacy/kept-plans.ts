import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Catalog } from './catalog.ts';
import { erasurePlan } from './erasure-plan.ts';
import { exportPlan } from './export-plan.ts';
import { keptErasure } from './kept-erasure.ts';
import type { Map as DataMap } from './paths.ts';

/** A function of the schema `engine`. Its parameters have no names: the plans' statements say $1, $2 … and are written in as they are. */
type KeptPlan = { name: string; takes: string; gives: string; changes: boolean; declared?: string; body: string };

const people = 'uuid[], text[]';

/**
 * The plans as functions of the database. Under row-level security planning a statement costs ten times what running it does, and a
 * connection keeps the plan of a function (docs/decisions/620). They run as their caller, under the same rules as any statement.
 */
export function keptPlans(map: DataMap, catalog: Catalog): KeptPlan[] {
  const erasure = erasurePlan(map, catalog);
  const parts = exportPlan(map, catalog);
  const kept = keptErasure(map, catalog);
  const pages = parts.map(({ table, page }) => `  when '${table}' then return query ${withFile(page)};`);
  const counts = parts.map(({ table, count }) => `  return query select '${table}'::text, (${count});`);
  return [
    { name: 'erasure_holds', takes: people, gives: 'void', changes: true, body: erasure.locks.map(performed).join('\n') },
    {
      name: 'erasure_steps',
      takes: `${people}, uuid[], uuid[], uuid[], text[], integer[]`,
      gives: 'bigint[]',
      changes: true,
      declared: kept.declared,
      body: kept.steps,
    },
    {
      name: 'pseudonyms_needed',
      takes: 'uuid[]',
      gives: 'table (account_id uuid, customer_id uuid, place integer)',
      changes: false,
      body: `  return query ${kept.pseudonymsNeeded};`,
    },
    { name: 'files_of', takes: people, gives: 'table (store text, key text)', changes: false, body: `  return query ${erasure.files};` },
    { name: 'export_counts', takes: people, gives: 'table (name text, rows bigint)', changes: false, body: counts.join('\n') },
    {
      name: 'export_page',
      takes: `${people}, integer, jsonb, text`,
      gives: 'table (key jsonb, "row" jsonb, file jsonb)',
      changes: false,
      body: `  case $5\n${pages.join('\n')}\n  end case;`,
    },
  ];
}

const performed = (lock: string): string => `  ${lock.replace(/^select/, 'perform')};`;

/** Every page has the same three columns. */
const withFile = (page: string): string => (page.includes(' as file') ? page : page.replace(' as row', ' as row, null::jsonb as file'));

const sourceOf = ({ declared = '', body }: KeptPlan): string => `\n#variable_conflict use_column\n${declared}begin\n${body}\nend `;

/** db/plans.sql: takes the functions of yesterday's plans away and writes today's. */
export function plansAsSql(map: DataMap, catalog: Catalog): string {
  const functions = keptPlans(map, catalog).map(
    (plan) => `create function engine.${plan.name}(${plan.takes}) returns ${plan.gives}
language plpgsql ${plan.changes ? 'volatile' : 'stable'} set plan_cache_mode = force_generic_plan as $plan$${sourceOf(plan)}$plan$;`,
  );
  return `-- Generated from data-map and the foreign keys by db/generate.ts; the start is refused when the database differs. Do not edit.
drop schema if exists engine cascade;
create schema engine;
grant usage on schema engine to kursiv_runtime;

${functions.join('\n\n')}
`;
}

/** In which the live functions differ from the plans: an erasure by yesterday's map would leave something behind. */
export async function planFaults(map: DataMap, catalog: Catalog, tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; source: string }>`
    select proname::text as name, prosrc as source from pg_proc where pronamespace = to_regnamespace('engine')`.execute(tx);
  const live = new Map(rows.map(({ name, source }) => [name, source]));
  return keptPlans(map, catalog).flatMap((plan) =>
    live.get(plan.name) === sourceOf(plan)
      ? []
      : [`The database's engine.${plan.name} is not the map's; npm run generate writes db/plans.sql.`],
  );
}
