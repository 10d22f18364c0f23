import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, dataMap, isPersonal, type Entry } from '../../data-map/index.ts';
import { columnFaults, mapFaults } from '../../src/privacy/map-faults.ts';
import { readCatalog } from '../../src/privacy/catalog.ts';
import { columnWords } from '../../src/privacy/column-words.ts';
import { engineOf } from '../../src/privacy/index.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { inHouse } from '../support/world.ts';

// Proof of N-20: every column answered, every answer true.

const map = dataMap as Record<string, Entry>;

describe('the data map', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
  });
  after(() => test.close());
  const faults = async (changed: Record<string, Entry> = map) => mapFaults(changed, await inHouse(test, readCatalog));

  it('answers for every table and column of the live schema, and for nothing else', async () => {
    assert.deepEqual(await faults(), []);
    assert.ok(Object.keys(map).length > 30);
  });

  it('keeps nothing that names a person in rows that outlive them', () => {
    assert.deepEqual(columnFaults(map), []);
  });

  it('has a word for every column that an extract shows', () => {
    const shown = Object.values(map)
      .filter(aboutPeople)
      .flatMap((entry) =>
        Object.entries(entry.columns)
          .filter(([, answer]) => isPersonal(answer) && typeof answer.export === 'string')
          .map(([column]) => column),
      );
    assert.deepEqual(
      [...new Set(shown)].filter((column) => !columnWords[column]),
      [],
    );
    assert.deepEqual(
      Object.keys(columnWords).filter((column) => !shown.includes(column)),
      [],
      'words for columns that nothing shows',
    );
  });

  describe('turns red', () => {
    it('when a table has no entry', async () => {
      await test.owner.query('create table stray (id int)');
      assert.deepEqual(await faults(), ['The table stray is not in the map.']);
      await test.owner.query('drop table stray');
    });

    it('when a column is added, and the start is refused', async () => {
      await test.owner.query('alter table account add column shoe_size int');
      assert.deepEqual(await faults(), ['The column account.shoe_size is not in the map.']);
      const other = { ...test.house.database }; // a database the engine has not met
      await assert.rejects(engineOf(other), /account\.shoe_size is not in the map/);
      await test.owner.query('alter table account drop column shoe_size');
    });

    it('when a column is dropped', async () => {
      const { given_name, ...rest } = map['account']!.columns;
      assert.ok(given_name);
      assert.deepEqual(await faults({ ...map, account: { ...map['account'], columns: { ...rest, nickname: given_name } } as Entry }), [
        'The column account.given_name is not in the map.',
        'The map answers for account.nickname, which does not exist.',
      ]);
    });

    it('when a path leads to a person and no edge says so', async () => {
      await test.owner.query('create table shoe (account_id uuid references account)');
      const entry: Entry = { noPerson: 'shoes', columns: { account_id: { personal: false, because: 'shoes' } } };
      assert.deepEqual(await faults({ ...map, shoe: entry }), [
        'shoe.account_id leads to account, which is about people, but the map says that shoe is not.',
      ]);
      await test.owner.query('drop table shoe');
    });

    it('when an edge does not end in a person', async () => {
      const message = map['message']!;
      assert.ok(aboutPeople(message));
      const changed: Entry = { ...message, edges: [{ edge: 'own', by: 'sequence', onErasure: 'delete' }] };
      assert.match(
        (await faults({ ...map, message: changed })).join('\n'),
        /message\.sequence leads to a person, but it has no foreign key/,
      );
    });
  });
});
