import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addFullPerson } from '../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { world } from './backup/testing.ts';
import { eraseForever } from './erase.ts';
import { rewriteErased } from './rewrite-erased.ts';

/** N-44: what was erased leaves the database's own files too. The files are read as they lie on the disk. */
describe('the files of the tables that something was erased from', () => {
  let test: TestHouse;

  before(async () => {
    test = await openTestHouse();
    const { course, admin } = await world(test);
    const gone = await addFullPerson(test, 'Borttagen', course, admin);
    await addFullPerson(test, 'Granne', course, admin);
    await eraseForever(test.house, [gone.id], 'request');
  });
  after(() => test.close());

  /** The tables in whose files, or those of their indexes and long values, a word stands. */
  const tablesWith = async (word: string): Promise<string[]> => {
    await test.owner.query('checkpoint');
    const { rows } = await test.owner.query<{ name: string }>(
      `with files as (
         select t.relname as name, t.oid as relation from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
         union all select t.relname, t.reltoastrelid from pg_class t where t.relkind = 'r' and t.reltoastrelid <> 0 and t.relnamespace = 'public'::regnamespace
         union all select t.relname, i.indexrelid from pg_class t join pg_index i on i.indrelid = t.oid where t.relnamespace = 'public'::regnamespace)
       select distinct name from files
       where position(convert_to($1, 'UTF8') in coalesce(pg_read_binary_file(pg_relation_filepath(relation), true), '')) > 0 order by name`,
      [word],
    );
    return rows.map(({ name }) => name);
  };

  it('hold it after the erasure, though no query finds it', async () => {
    assert.ok((await tablesWith('Borttagen')).includes('account'), 'else there is nothing to prove');
  });

  it('leave a table that is in use as it is, and tell so', async () => {
    await test.owner.query('begin; lock table account in access share mode');
    const { tables, left } = await rewriteErased(test.house, test.ownerUrl);
    await test.owner.query('commit');
    assert.deepEqual(left, ['account']);
    assert.ok(tables.includes('message'));
    assert.ok((await tablesWith('Borttagen')).includes('account'));
  });

  it('hold nothing of it when they are rewritten, and all of everyone else', async () => {
    const { left } = await rewriteErased(test.house, test.ownerUrl);
    assert.deepEqual(left, []);
    assert.deepEqual(await tablesWith('Borttagen'), ['purchase', 'voucher'], 'where a law keeps the name');
    assert.deepEqual(await tablesWith('Kurs för Borttagen'), []);
    assert.ok((await tablesWith('Granne')).includes('account'));
  });
});
