import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportTables } from '../../src/privacy/index.ts';
import { extractZip } from '../../src/privacy/extract-zip.ts';
import type { BenchHouse } from '../support/house.ts';
import { addHeavyPerson, type World } from './world.ts';
import type { Sizes } from './sizes.ts';

export type Heavy = { rows: number; files: number; firstMs: number; jsonMs: number; zipMs: number; zipBytes: number; heapBytes: number };

/** Everything about someone with many rows and files: the first row, the whole as JSON with files, and the ZIP that is downloaded. */
export async function measureHeavyExport(open: BenchHouse, world: World, sizes: Sizes): Promise<Heavy> {
  const { house } = open;
  const id = await addHeavyPerson(open.owner, house, world, sizes.heavyRows, sizes.heavyFiles, sizes.fileBytes);
  globalThis.gc?.();
  const base = process.memoryUsage().heapUsed;
  let [highest, rows, files] = [0, 0, 0];
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().heapUsed - base)), 5);
  const began = performance.now();
  let firstMs = 0;
  for (const table of await exportTables(house, id, { files: true })) {
    for await (const row of table.rows) {
      firstMs ||= performance.now() - began;
      rows++;
      if (JSON.stringify(row).length > 0 && row['content']) files++;
    }
  }
  const jsonMs = performance.now() - began;
  const again = performance.now();
  const path = join(open.folder, 'heavy.zip');
  async function* json() {
    for (const table of await exportTables(house, id, { files: true }))
      for await (const row of table.rows) yield `${JSON.stringify(row)}\n`;
  }
  await pipeline(
    extractZip(await exportTables(house, id), json, { register: house.register, locale: 'sv' }, house.clock.now()),
    createWriteStream(path),
  );
  clearInterval(watch);
  return { rows, files, firstMs, jsonMs, zipMs: performance.now() - again, zipBytes: (await stat(path)).size, heapBytes: highest };
}
