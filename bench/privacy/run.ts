import { writeFile } from 'node:fs/promises';
import { conditions, inBenchHouse } from '../support/house.ts';
import { measureBackup } from './backup.ts';
import { measureErasing, type Erasing } from './erase.ts';
import { measureHeavyExport } from './heavy.ts';
import { measureLook, measureOverhead } from './overhead.ts';
import { measureReaders } from './readers.ts';
import { reportOf } from './report.ts';
import { sizes } from './sizes.ts';
import { measureSlope } from './sweep-slope.ts';
import { measureSweep } from './sweep.ts';
import { addFullLearners, addLearners, makeWorld } from './world.ts';

const began = performance.now();
const tell = (line: string) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

await inBenchHouse(async (open) => {
  const { house, owner } = open;
  const where = await conditions(owner);
  const world = await makeWorld(open);
  tell('a house');
  const heavy = await measureHeavyExport(open, world, sizes);
  tell(`export of ${heavy.rows} rows and ${heavy.files} files`);
  const backup = await measureBackup(open);
  tell(`backup and restore of ${backup.rows} rows`);
  const erasing: Erasing[] = [];
  const [first = 0, ...larger] = sizes.learners;
  await addLearners(owner, world.place, first);
  tell(`${first} learners`);
  erasing.push(await measureErasing(house, owner, world, first, sizes.erasures));
  tell('erased one by one');
  const readers = await measureReaders(open, world, sizes);
  tell('readers beside the engine');
  const sweep = await measureSweep(open, world, sizes.dueRows, sizes.rounds);
  tell('swept');
  const overhead = await measureOverhead(open, world, sizes);
  const [subject = ''] = await addFullLearners(owner, world, 1);
  const look = await measureLook(open, world, subject, sizes.pages);
  tell('each protection apart');
  let there = first;
  for (const learners of larger) {
    await addLearners(owner, world.place, learners - there);
    there = learners;
    tell(`${learners} learners`);
    erasing.push(await measureErasing(house, owner, world, learners, sizes.erasures));
    tell('erased one by one');
  }
  const slope = await measureSlope(open, world, sizes.due, sizes.people);
  tell('swept at every size');
  const form = `${process.env['BENCH_SIZE'] === 'small' ? 'The small form, which shows that it works: its figures are not to be used. ' : ''}${sizes.rounds} rounds; it took ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`;
  const report = reportOf({ where, form, erasing, readers, heavy, backup, sweep, slope, overhead, look });
  await writeFile(process.env['BENCH_REPORT'] ?? new URL('report.md', import.meta.url), report);
  process.stdout.write(report);
});
