import assert from 'node:assert/strict';
import type { Edge, PersonalTable } from '../../../data-map/index.ts';
import type { Catalog } from '../../../src/privacy/catalog.ts';
import { childrenFirst, joinsToAccount, keyOf, MapFault, ownEdge, personalTables, rowsOf } from '../../../src/privacy/paths.ts';
import { catalog, map } from './made-up-map.ts';

const people = { accounts: 'A', addresses: 'E' };
const edgeOf = (table: string, place = 0): Edge => (map[table] as PersonalTable).edges[place]!;
const rows = (table: string, place = 0) => rowsOf(map, catalog, table, edgeOf(table, place), people);
const keys = (...pairs: [string, string][]): Catalog => ({
  columns: {},
  primaryKeys: {},
  foreignKeys: pairs.map(([table, parent]) => ({ table, columns: [`${parent}_id`], parent, parentColumns: ['id'] })),
});
const isFault = (message: RegExp) => (error: Error) =>
  error instanceof MapFault && error.name === 'MapFault' && message.test(error.message);

export const checks: Record<string, () => void> = {
  'tables about people are told from others': () => {
    const names = personalTables(map).map(([name]) => name);
    assert.ok(names.includes('thread') && !names.includes('course') && !names.includes('lock'));
    assert.equal(names.length, Object.keys(map).length - 2);
  },
  'an edge walks along the key that its column ends': () => {
    assert.equal(keyOf(catalog, 'account', edgeOf('account')), undefined);
    assert.equal(keyOf(catalog, 'thread', edgeOf('thread'))?.parent, 'account');
    assert.equal(keyOf(catalog, 'message', edgeOf('message'))?.parent, 'thread');
    assert.equal(keyOf(catalog, 'paper', edgeOf('paper', 1))?.parent, 'account');
  },
  'an edge without a key is a fault, told by table and column': () => {
    assert.throws(
      () => keyOf(catalog, 'letter', edgeOf('thread')),
      isFault(/says that letter\.account_id leads to a person, but it has no foreign key/),
    );
    assert.throws(() => keyOf(catalog, 'account', edgeOf('thread')), isFault(/account\.account_id/));
    assert.throws(() => keyOf(catalog, 'thread', { ...edgeOf('account') }), isFault(/thread\.id/));
  },
  'a path goes on through what is the parent’s own, and ends in an address only where nothing else leads on': () => {
    assert.equal(ownEdge(map, 'thread').by, 'account_id');
    assert.equal(ownEdge(map, 'lead').by, 'address');
    const both = (map['lead'] as PersonalTable).edges;
    const owned: PersonalTable['edges'] = [
      both[0],
      { edge: 'access', by: 'x', onErasure: 'leave' },
      { edge: 'own', by: 'owner_id', onErasure: 'delete' },
    ];
    assert.equal(ownEdge({ lead: { ...(map['lead'] as PersonalTable), edges: owned } }, 'lead').by, 'owner_id');
  },
  'a path to what the map gives to nobody is a fault': () => {
    const told = (table: string) => isFault(new RegExp(`^A path leads to ${table}, whose rows the map gives to nobody\\.$`));
    assert.throws(() => ownEdge(map, 'course'), told('course'));
    assert.throws(() => ownEdge(map, 'nothing'), told('nothing'));
    const only: PersonalTable['edges'] = [{ edge: 'access', by: 'seller_id', onErasure: 'leave' }];
    assert.throws(() => ownEdge({ lead: { ...(map['lead'] as PersonalTable), edges: only } }, 'lead'), told('lead'));
  },
  'rows are found directly, through parents, by address, backwards and under a condition': () => {
    assert.equal(rows('account'), 't.id = any(A)');
    assert.equal(rows('thread'), 't.account_id = any(A)');
    assert.equal(rows('letter'), 't.address = any(E)');
    assert.equal(rows('letter_part'), '(t.letter_id) in (select t.id from letter t where t.address = any(E))');
    assert.equal(rows('message'), '(t.customer_id, t.thread_id) in (select t.customer_id, t.id from thread t where t.account_id = any(A))');
    assert.equal(rows('message', 1), 't.author_id = any(A) and (t.signed)');
    assert.equal(rows('invitation'), 't.id in (select t.invitation_id from invitation_use t where t.account_id = any(A) and (t.counted))');
  },
  'joins lead up to the person, each step under its own condition': () => {
    assert.deepEqual(joinsToAccount(map, catalog, 'lead', edgeOf('lead', 1), 'account'), {
      from: ['account person'],
      where: ['t.seller_id = person.id'],
    });
    assert.deepEqual(joinsToAccount(map, catalog, 'message', edgeOf('message', 1), 'account'), {
      from: ['account person'],
      where: ['t.author_id = person.id', '(t.signed)'],
    });
    assert.deepEqual(joinsToAccount(map, catalog, 'paper', edgeOf('paper'), 'account'), {
      from: ['thread p1', 'account person'],
      where: ['t.customer_id = p1.customer_id', 't.thread_id = p1.id', 'p1.account_id = person.id'],
    });
    const deep: Catalog = keys(['leaf', 'branch'], ['branch', 'tree'], ['tree', 'account']);
    const made = (parent: string): PersonalTable => ({
      ...(map['role'] as PersonalTable),
      edges: [{ edge: 'own', by: `${parent}_id`, onErasure: 'delete' }],
    });
    const grove = { leaf: made('branch'), branch: made('tree'), tree: made('account') };
    assert.deepEqual(joinsToAccount(grove, deep, 'leaf', grove.leaf.edges[0], 'called'), {
      from: ['branch p1', 'tree p2', 'called person'],
      where: ['t.branch_id = p1.id', 'p1.tree_id = p2.id', 'p2.account_id = person.id'],
    });
  },
  'children come before parents, each once, also in a circle': () => {
    assert.deepEqual(childrenFirst(['a', 'b', 'c'], keys(['b', 'a'], ['c', 'b'])), ['c', 'b', 'a']);
    assert.deepEqual(childrenFirst(['a', 'b', 'c', 'd'], keys(['b', 'a'], ['c', 'a'], ['d', 'b'], ['d', 'c'])), ['d', 'b', 'c', 'a']);
    assert.deepEqual(childrenFirst(['a', 'b'], keys(['b', 'a'], ['a', 'b'])), ['b', 'a']);
    assert.deepEqual(childrenFirst(['a', 'b'], keys(['b', 'a'], ['c', 'a'])), ['b', 'a'], 'only those that were asked for');
    assert.deepEqual(childrenFirst(['b', 'a'], keys(['b', 'a'])), ['b', 'a']);
    assert.deepEqual(childrenFirst(['a'], keys(['a', 'a'])), ['a']);
  },
};
