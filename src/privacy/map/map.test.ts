import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, categories, dataMap, isPersonal, mapRooms, stores, type Entry, type Store } from '../../../data-map/index.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, inHouse, setUpOperator, signedIn } from '../../../tests/support/world.ts';
import { periodOf, protectionOf, servicesOf, subjectsOf, unprotected } from './answers.ts';
import { columnCells } from './describe.ts';
import { flowsOf } from './flow.ts';
import { mapAs } from './formats.ts';
import { toYaml } from './to-yaml.ts';
import { mapWords } from './words.ts';

// Proof of N-20: the map answers every question of every column and store, and can be read by people and machines.

const map = dataMap as Record<string, Entry>;
const personal = Object.entries(map).flatMap(([table, entry]) => (aboutPeople(entry) ? [{ table, entry }] : []));

describe('the answers of the map', () => {
  it('are whole: every table about people tells whose, how long from when, and through whose hands', () => {
    for (const { table, entry } of personal) {
      assert.match(periodOf(entry).period, /^P\d+[DMY]$/, table);
      assert.ok(periodOf(entry).from.sv && periodOf(entry).from.en, table);
      assert.ok(subjectsOf(entry).length > 0, table);
      assert.ok(servicesOf(table, entry).includes('database'), table);
      for (const locale of ['sv', 'en'] as const)
        for (const [name, column] of Object.entries(entry.columns)) {
          const cells = columnCells(name, column, locale);
          assert.equal(cells.length, mapWords[locale].columns.length, `${table}.${name}`);
          assert.ok(cells.every(Boolean), `${table}.${name}`);
        }
    }
  });

  it('are whole for stores too: what holds something of a person answers as a table does', () => {
    for (const [name, store] of Object.entries<Store>(stores)) {
      const nothing =
        typeof store.onErasure === 'object'
          ? store.onErasure.en === "nothing of a person's is here"
          : /nothing of a person/.test(store.onErasure);
      assert.equal(store.answers === undefined, nothing, `${name} answers, or holds nothing of a person's`);
      if (!store.answers) continue;
      const { categories: held, purposes, path, from, source, onExport } = store.answers;
      assert.ok(held.length > 0 && purposes.length > 0 && path && from.sv && source.sv && onExport.sv, name);
      assert.match(store.retention, /^P\d+[DMY]$|^by the map$/, name);
    }
  });

  it('leave no credential lying as it is', () => {
    assert.deepEqual(unprotected(), []);
    assert.equal(protectionOf('hash', { category: 'credential', export: 'as-is', erase: 'keep' }), 'hashed');
    const entry: Entry = { ...personal[0]!.entry, columns: { secret: { category: 'credential', export: 'as-is', erase: 'keep' } } };
    assert.deepEqual(unprotected({ x: entry }), ['x.secret is a credential that lies as it is.']);
  });

  it('belong to one room each', () => {
    assert.deepEqual(Object.values(mapRooms).flatMap(Object.keys).toSorted(), Object.keys(map).toSorted());
  });
});

describe('the map in open formats', () => {
  it('tells every personal column in both', () => {
    const [dpv, fides] = [mapAs('dpv'), mapAs('fideslang')];
    for (const { table, entry } of personal)
      for (const [name, column] of Object.entries(entry.columns)) {
        if (!isPersonal(column)) continue;
        assert.ok(dpv.includes(`"kursiv:${table}.${name}"`), `${table}.${name}`);
        assert.ok(fides.includes(`"${categories[column.category].fides}"`), `${table}.${name}`);
      }
    const graph = JSON.parse(dpv) as { '@context': Record<string, string>; '@graph': Record<string, unknown>[] };
    const prefixes = Object.keys(graph['@context']);
    for (const [, prefix] of dpv.matchAll(/"(?!urn:)([a-z-]+):[A-Za-z]/g)) assert.ok(prefixes.includes(prefix ?? ''), prefix ?? '');
    assert.equal(graph['@graph'].length, personal.length + Object.keys(stores).length);
  });

  it('is YAML that quotes every text', () => {
    assert.equal(
      toYaml({ a: 'b: c', list: [{ x: '1', y: ['2'] }, 'z'], none: [] }),
      'a: "b: c"\nlist:\n  - x: "1"\n    y:\n      - "2"\n  - "z"\nnone: []\n',
    );
  });
});

describe('the pages of the map', () => {
  let house: TestHouse;
  let cookie: string;
  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    const dpo = await addPerson(house, 'Ombud');
    await inHouse(house, (tx) => tx.insertInto('operator_staff').values({ account_id: dpo.id, role: 'dpo' }).execute());
    cookie = await signedIn(house, dpo);
  });
  after(() => house.close());
  const get = async (path: string, more: Record<string, string> = {}) =>
    (await house.app.request(path, { headers: { cookie, ...more } })).text();

  it('show every table and store to the operator’s people, and to nobody else', async () => {
    const html = await get('/datakarta');
    for (const table of Object.keys(map)) assert.ok(html.includes(`${table}, `), table);
    for (const { title } of Object.values(stores)) assert.ok(html.includes(title.sv), title.sv);
    const stranger = await signedIn(house, await addPerson(house, 'Annan'));
    for (const path of ['/datakarta', '/datakarta/utskrift']) {
      assert.equal((await house.app.request(path, { headers: { cookie: stranger } })).status, 404);
      assert.equal((await house.app.request(path)).status, 303);
    }
  });

  it('filter by room, kind, purpose and retention, and leave an unknown filter alone', async () => {
    const shown = async (query: string) =>
      Object.keys(map).filter((table) => new RegExp(`<span class="quiet-text">${table}, `).test(html[query]!));
    const html: Record<string, string> = {};
    for (const query of ['del=desk', 'slag=correspondence', 'syfte=security', 'tid=account-closing', 'slag=unknown', 'tid=due&del=courses'])
      html[query] = await get(`/datakarta?${query}`);
    assert.deepEqual((await shown('del=desk')).toSorted(), Object.keys(mapRooms['desk']!).toSorted());
    assert.ok((await shown('slag=correspondence')).includes('message'));
    assert.ok(!(await shown('slag=correspondence')).includes('account'));
    assert.ok((await shown('syfte=security')).includes('session'));
    assert.deepEqual(await shown('tid=account-closing'), ['account']);
    assert.equal((await shown('slag=unknown')).length, Object.keys(map).length);
    assert.match(html['tid=due&del=courses']!, /Inga tabeller stämmer/);
  });

  it('draw the flows with the same in a table beside, in both languages', async () => {
    for (const locale of ['sv', 'en'] as const) {
      const html = await get('/datakarta/utskrift', { cookie: `${cookie}; language=${locale}` });
      const flows = flowsOf(house.house.register, locale);
      assert.ok(flows.length > 10);
      assert.equal(html.split('class="flow-line"').length - 1, flows.length);
      for (const { to } of flows) assert.ok(html.includes(`>${to.name}</td>`), to.name);
      assert.ok(flows.some(({ to }) => to.name === 'Brevbäraren AB'));
    }
  });
});
