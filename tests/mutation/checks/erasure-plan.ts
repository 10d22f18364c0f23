import assert from 'node:assert/strict';
import type { Edge, PersonalTable } from '../../../data-map/index.ts';
import { erasurePlan, people, stepsAtCustomer, stepsInOrder } from '../../../src/privacy/erasure-plan.ts';
import { expected } from './expected-erasure.ts';
import { flat } from './flat.ts';
import { catalog, map } from './made-up-map.ts';

const changed = (table: string, more: Partial<PersonalTable>) => ({ ...map, [table]: { ...(map[table] as PersonalTable), ...more } });
const stepsOf = (from: typeof map, table: string) => erasurePlan(from, catalog).steps.filter((step) => step.table === table);

export const checks: Record<string, () => void> = {
  'erasing is this, and in this order': () => assert.deepEqual(flat(erasurePlan(map, catalog)), expected),
  'each step tells which rows it would change, and whether it points them to nobody': () => {
    const found = stepsInOrder(map, catalog);
    assert.deepEqual(
      found.map(({ step }) => step),
      erasurePlan(map, catalog).steps,
    );
    for (const { step, from, repointed } of found) {
      if (step.does === 'deleted') assert.equal(from, step.sql.replace('delete ', ''));
      else assert.ok(from.startsWith(`from ${step.table} t where t.`) || from.includes(') in (select '), step.table);
      assert.equal(repointed, step.sql.includes(' = m.pseudonym_id'), step.table);
    }
  },
  'what hangs on a row with a new id takes it, where its foreign key waits and the id is known': () => {
    const said = { people, newId: (table: string, id: string) => (table === 'thread' ? `new(${id})` : undefined) };
    const waiting = { ...catalog, foreignKeys: catalog.foreignKeys.map((key) => ({ ...key, waits: key.parent === 'thread' })) };
    const texts = (from: typeof catalog, table: string) =>
      stepsInOrder(map, from, said).flatMap(({ step }) => (step.table === table ? [step.sql] : []));
    for (const text of texts(waiting, 'message')) assert.ok(text.includes('thread_id = coalesce(new(t.thread_id), t.thread_id)'), text);
    for (const text of texts(catalog, 'message')) assert.ok(!text.includes('thread_id = '), text);
    assert.ok(texts(waiting, 'paper').every((text) => !text.includes('new(')));
    assert.ok(texts(catalog, 'thread').every((text) => text.includes(' id = coalesce(new(t.id), gen_random_uuid())')));
    assert.ok(texts(waiting, 'message').some((text) => text.includes(' id = gen_random_uuid()')));
  },
  'where parents are found already, a path goes by their keys': () => {
    const found = (table: string, columns: string[]) => (table === 'thread' ? `found(${columns.join(', ')}) as t` : undefined);
    const paths = stepsInOrder(map, catalog, { people: { ...people, found } }).filter(({ edge }) => edge.by === 'thread_id');
    assert.ok(paths.length > 0);
    for (const { from } of paths) assert.ok(/ in \(select t\.customer_id, t\.id from found\(customer_id, id\) as t\)/.test(from), from);
  },
  'a customer’s part is the same steps over the rows that it is the controller of': () => {
    const theirs = ' and t.customer_id = $6::uuid';
    const steps = stepsAtCustomer(map, catalog);
    const processed = ['message', 'message', 'paper', 'thread'];
    assert.deepEqual(
      steps.map(({ table }) => table).filter((table) => processed.includes(table)),
      processed,
    );
    for (const { table, sql, count } of steps) {
      assert.ok(catalog.columns[table]!.includes('customer_id') && sql.endsWith(theirs) && count.endsWith(theirs), table);
      assert.ok(count.startsWith(`select count(*) as rows from ${table} t where `), table);
      assert.ok(
        erasurePlan(map, catalog).steps.some((step) => step.table === table && `${step.sql}${theirs}` === sql),
        table,
      );
      assert.equal((map[table] as PersonalTable).role, 'processor');
    }
    const controlled = changed('paper', { role: 'controller' });
    assert.ok(!stepsAtCustomer(controlled, catalog).some(({ table }) => table === 'paper'));
  },
  'what a law keeps stays with its person, without what the law does not need, and is held meanwhile': () => {
    const letter = map['letter'] as PersonalTable;
    const columns = {
      ...letter.columns,
      address: { category: 'contact', export: 'as-is', erase: 'keep' } as const,
      about: { category: 'history', export: 'as-is', erase: { blank: "''" } } as const,
      at: { category: 'history', export: 'as-is', erase: 'coarsen' } as const,
    };
    const from = changed('letter', { edges: [{ ...letter.edges[0], onErasure: 'keep' }], columns });
    assert.deepEqual(stepsOf(from, 'letter'), [
      {
        table: 'letter',
        does: 'kept',
        sql: "update letter t set about = '', at = date_trunc('day', t.at) where t.address = any($2::text[])",
      },
    ]);
    assert.ok(erasurePlan(from, catalog).locks.includes('select from letter t where t.address = any($2::text[]) for update'));
    const whole = changed('letter', { edges: [{ ...letter.edges[0], onErasure: 'keep' }], columns: { id: columns.address } });
    assert.deepEqual(stepsOf(whole, 'letter'), [], 'where the law needs all of it nothing is done');
  },
  'a row that is left is not touched': () => {
    const edge: Edge = { edge: 'access', by: 'author_id', onErasure: 'leave' };
    assert.deepEqual(
      stepsOf(changed('paper', { edges: [edge] }), 'paper').map(({ sql }) => sql),
      [],
    );
  },
  'taking out of a row that has neither a pointer nor words does nothing': () => {
    const edge: Edge = { edge: 'access', by: 'account_id', onErasure: 'take-out' };
    assert.deepEqual(stepsOf(changed('role', { edges: [edge] }), 'role'), []);
    assert.ok(!erasurePlan(changed('role', { edges: [edge] }), catalog).pseudonymsNeeded.includes('from role'));
  },
  'a file goes with its row, by each edge that deletes it': () => {
    const edges: PersonalTable['edges'] = [
      { edge: 'own', by: 'thread_id', onErasure: 'delete' },
      { edge: 'access', by: 'author_id', onErasure: 'delete' },
    ];
    assert.equal(erasurePlan(changed('paper', { edges }), catalog).files.split(' union ').length, 2);
    assert.equal(erasurePlan(changed('paper', { edges: [{ ...edges[0], onErasure: 'anonymise' }] }), catalog).files, '');
  },
  'rows are held that others hang on, deepest first, and no others': () => {
    const own: PersonalTable['edges'] = [
      { edge: 'own', by: 'thread_id', onErasure: 'anonymise' },
      { edge: 'access', by: 'author_id', onErasure: 'anonymise' },
    ];
    const hung = {
      ...catalog,
      foreignKeys: [...catalog.foreignKeys, { table: 'paper', columns: ['message_id'], parent: 'message', parentColumns: ['id'] }],
    };
    const locks = erasurePlan(changed('message', { edges: own }), hung).locks.map((lock) => lock.split(' ')[2]);
    assert.deepEqual(locks, ['message', 'thread']);
    const itself = {
      ...catalog,
      foreignKeys: [...catalog.foreignKeys, { table: 'message', columns: ['answers'], parent: 'message', parentColumns: ['id'] }],
    };
    assert.equal(erasurePlan(map, itself).locks.length, 1, 'what a table says of its own rows is no hold');
  },
  'what is found by address is not pointed anew': () => {
    const columns = {
      ...(map['lead'] as PersonalTable).columns,
      address: { category: 'contact', export: 'as-is', erase: 'repoint' } as const,
    };
    const [anonymised] = stepsOf(changed('lead', { columns }), 'lead');
    assert.ok(!anonymised!.sql.includes('pseudonym'));
  },
  'a pointer to something that is not a person is not pointed anew': () => {
    const columns = {
      ...(map['message'] as PersonalTable).columns,
      thread_id: { category: 'enrolment', export: 'as-is', erase: 'repoint' } as const,
    };
    assert.ok(!stepsOf(changed('message', { columns }), 'message')[0]!.sql.includes('pseudonym'));
  },
  'a pointer that is no answer about a person is not pointed anew': () => {
    const columns = { ...(map['thread'] as PersonalTable).columns, account_id: { personal: false, because: 'made up' } as const };
    const [step] = stepsOf(changed('thread', { columns }), 'thread');
    assert.ok(!step!.sql.includes('pseudonym'));
  },
};
