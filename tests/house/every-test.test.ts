import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { folders, testFilesOf } from '../rooms/files-of.ts';

const root = new URL('../..', import.meta.url).pathname;
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { test: string } };

it('every test file is run, and once', () => {
  const started = [...scripts.test.matchAll(/'([^']+\.test\.ts)'/g)].flatMap(([, pattern]) => globSync(pattern!, { cwd: root }));
  const gathering = started.filter((file) => file.startsWith('tests/rooms/'));
  const gathered = gathering.flatMap((file) => {
    const folder = /runFilesOf\('([^']+)'\)/.exec(readFileSync(root + file, 'utf8'))?.[1];
    const known = folders.find((other) => other === folder);
    assert.ok(known, `${file} gathers no folder`);
    return testFilesOf(known);
  });
  const run = [...started.filter((file) => !gathering.includes(file)), ...gathered].toSorted();
  const all = globSync('{src,db,tests}/**/*.test.ts', { cwd: root }).filter((file) => !file.startsWith('tests/rooms/'));
  assert.ok(all.length > 200);
  assert.deepEqual(run, all.toSorted());
});
