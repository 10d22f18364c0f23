import assert from 'node:assert/strict';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import { birthOf } from './processes.ts';
import { temporaryFolder } from './testing.ts';

test('of many who find the same stale lock exactly one gets the folder', async (t) => {
  const folder = await temporaryFolder(t);
  for (let round = 0; round < 20; round++) {
    await writeFile(join(folder, 'kursiv.pid'), round % 2 ? '' : '999999999\nlong ago\n');
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    const winners = answers.filter((answer) => answer.status === 'fulfilled');
    assert.equal(winners.length, 1);
    for (const answer of answers) if (answer.status === 'rejected') assert.ok(answer.reason instanceof FolderInUse);
    await winners[0]?.value();
    assert.deepEqual(await readdir(folder), []);
  }
});

test("letting go leaves a lock alone that has become another's", async (t) => {
  const folder = await temporaryFolder(t);
  const unlock = await lockFolder(folder);
  await writeFile(join(folder, 'kursiv.pid'), `1\n${birthOf(1)}\n`);
  await unlock();
  assert.deepEqual(await readdir(folder), ['kursiv.pid']);
  await assert.rejects(lockFolder(folder), { name: 'FolderInUse', pid: 1, folder });
});

test('one who died in the middle of a takeover holds nobody up for ever', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'kursiv.pid'), '999999999\nlong ago\n');
  const turn = join(folder, 'kursiv.pid.turn');
  await mkdir(turn);
  await utimes(turn, 1, 1);
  await (
    await lockFolder(folder)
  )();
  assert.deepEqual(await readdir(folder), []);
});
