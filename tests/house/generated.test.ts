import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { describeSchema } from '../../db/describe-schema.ts';
import { mapAs, mapFileNames, mapFormats } from '../../src/privacy/index.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

describe('generated texts', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());
  const committed = () => readFile(new URL('../../db/schema.sql', import.meta.url), 'utf8');

  it('db/schema.sql is what the migrations make', async () => {
    assert.equal(await committed(), await describeSchema(test.owner), 'run: node --import ./src/platform/jsx-loader.mjs db/generate.ts');
  });

  it('docs/data-map is the map of today, in both open formats', async () => {
    for (const format of mapFormats) {
      const text = await readFile(new URL(`../../docs/data-map/${mapFileNames[format]}`, import.meta.url), 'utf8');
      assert.ok(text === mapAs(format), `${mapFileNames[format]} is old; run: npm run generate`);
    }
  });

  it('notices a change of the schema', async () => {
    await test.owner.query('alter table account add column shoe_size int');
    assert.notEqual(await committed(), await describeSchema(test.owner));
  });

  it('db/types.ts has every table and column', async () => {
    const types = await readFile(new URL('../../db/types.ts', import.meta.url), 'utf8');
    const { rows } = await test.owner.query<{ name: string; column: string }>(
      "select table_name as name, column_name as column from information_schema.columns where table_schema = 'public' and column_name <> 'shoe_size'",
    );
    for (const { name, column } of rows) {
      assert.match(types, new RegExp(`^  ${name}: `, 'm'), name);
      assert.match(types, new RegExp(`^  ${column}: `, 'm'), `${name}.${column}`);
    }
  });
});
