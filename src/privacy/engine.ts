import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers, type Database } from '../platform/database.ts';
import { readCatalog, type Catalog } from './catalog.ts';
import { erasurePlan, type ErasurePlan } from './erasure-plan.ts';
import { exportPlan, type ExportPlan } from './export-plan.ts';
import { planFaults } from './kept-plans.ts';
import { mapFaults } from './map-faults.ts';
import { MapFault } from './paths.ts';
import { ruleFaults } from './rules-in-force.ts';

/** `kept`: the plans lie in the database as functions, and are called by their place; else they are run from their text. */
export type Engine = { catalog: Catalog; erasure: ErasurePlan; export: ExportPlan; kept?: boolean };

const engines = new WeakMap<Database, Promise<Engine>>();

/** The plans of this database, compiled once from the map and the live foreign keys. */
export function engineOf(database: Database): Promise<Engine> {
  let engine = engines.get(database);
  if (!engine) engines.set(database, (engine = compile(database)));
  return engine;
}

/** Refuses to start on a schema that the map does not answer for, column by column (N-20). */
async function compile(database: Database): Promise<Engine> {
  const { catalog, faults } = await database.transaction(acrossCustomers('scan'), async (tx) => {
    const catalog = await readCatalog(tx);
    const faults = [...mapFaults(dataMap, catalog), ...(await ruleFaults(dataMap, tx))];
    return { catalog, faults: faults.length > 0 ? faults : await planFaults(dataMap, catalog, tx) };
  });
  if (faults.length > 0) throw new MapFault(`The data map and the database differ:\n${faults.join('\n')}`);
  return {
    catalog,
    erasure: erasurePlan(dataMap, catalog),
    export: exportPlan(dataMap, catalog),
    kept: true,
  };
}
