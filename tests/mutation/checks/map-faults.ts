import assert from 'node:assert/strict';
import type { Entry, PersonalTable } from '../../../data-map/index.ts';
import type { Catalog } from '../../../src/privacy/catalog.ts';
import { columnFaults, mapFaults } from '../../../src/privacy/map-faults.ts';
import { catalog, map } from './made-up-map.ts';

const withTable = (name: string, more: Partial<PersonalTable>): Record<string, Entry> => ({
  ...map,
  [name]: { ...(map[name] as PersonalTable), ...more },
});
const withKeys = (...more: Catalog['foreignKeys']): Catalog => ({ ...catalog, foreignKeys: [...catalog.foreignKeys, ...more] });
const key = (table: string, column: string, parent: string) => ({
  table,
  columns: ['customer_id', column],
  parent,
  parentColumns: ['customer_id', 'id'],
});

export const checks: Record<string, () => void> = {
  'a map that answers for its schema has no faults': () => {
    assert.deepEqual(mapFaults(map, catalog), []);
    assert.deepEqual(columnFaults(map), []);
  },
  'a table or a column without an answer is told, and nothing else': () => {
    const { lock: _, ...without } = map;
    assert.deepEqual(mapFaults(without, catalog), ['The table lock is not in the map.']);
    const columns = { ...catalog.columns, lock: ['id', 'due_at', 'new', 'newer'] };
    assert.deepEqual(mapFaults(map, { ...catalog, columns }), [
      'The column lock.new is not in the map.',
      'The column lock.newer is not in the map.',
    ]);
  },
  'an answer for what is not there is told': () => {
    const { lock: _, ...columns } = catalog.columns;
    assert.deepEqual(mapFaults(map, { ...catalog, columns }), ['The map answers for lock, which does not exist.']);
    assert.deepEqual(mapFaults(map, { ...catalog, columns: { ...catalog.columns, lock: ['id'] } }), [
      'The map answers for lock.due_at, which does not exist.',
    ]);
  },
  'a path that does not end in a person is told': () => {
    const role = (map['role'] as PersonalTable).edges[0];
    assert.deepEqual(mapFaults(withTable('role', { edges: [role, { edge: 'access', by: 'nobody_id', onErasure: 'leave' }] }), catalog), [
      'The map says that role.nobody_id leads to a person, but it has no foreign key.',
    ]);
    const round = withKeys({ table: 'letter', columns: ['letter_part_id'], parent: 'letter_part', parentColumns: ['id'] });
    const circle = withTable('letter', { edges: [{ edge: 'own', by: 'letter_part_id', onErasure: 'delete' }] });
    assert.deepEqual(mapFaults(circle, round), [
      'The path from letter.letter_part_id does not end in a person.',
      'The path from letter_part.letter_id does not end in a person.',
    ]);
    assert.deepEqual(
      mapFaults(
        withTable('letter_part', { edges: [{ edge: 'own', by: 'course_id', onErasure: 'delete' }] }),
        withKeys(key('letter_part', 'course_id', 'course')),
      ),
      [
        'A path leads to course, whose rows the map gives to nobody.',
        'letter_part.letter_id leads to letter, which is about people, and no edge of the map says so.',
      ],
    );
  },
  'a long path is a path': () => {
    const names = Array.from({ length: 9 }, (_, place) => `step${place}`);
    const made: Record<string, Entry> = { ...map };
    const keys: Catalog['foreignKeys'] = [];
    const columns = { ...catalog.columns };
    names.forEach((name, place) => {
      const parent = names[place + 1] ?? 'account';
      made[name] = {
        ...(map['role'] as PersonalTable),
        edges: [{ edge: 'own', by: 'parent_id', onErasure: 'delete' }],
        columns: { parent_id: { personal: false, because: 'made up' } },
      };
      columns[name] = ['parent_id'];
      keys.push({ table: name, columns: ['parent_id'], parent, parentColumns: ['id'] });
    });
    assert.deepEqual(mapFaults(made, { ...withKeys(...keys), columns }), []);
  },
  'a path found backwards is walked through what it is found by': () => {
    const edges: PersonalTable['edges'] = [{ edge: 'own', by: 'id', onErasure: 'delete', through: { table: 'course', column: 'x' } }];
    assert.match(
      mapFaults(withTable('invitation', { edges }), catalog).join(),
      /A path leads to course, whose rows the map gives to nobody/,
    );
  },
  'a key to people that no edge answers is told, by where it leads': () => {
    assert.deepEqual(mapFaults(map, withKeys(key('lock', 'owner_id', 'thread'))), [
      'lock.owner_id leads to thread, which is about people, but the map says that lock is not.',
    ]);
    assert.deepEqual(mapFaults(map, withKeys(key('paper', 'message_id', 'message'))), [
      'paper.message_id leads to message, which is about people, and no edge of the map says so.',
    ]);
    assert.deepEqual(mapFaults(map, withKeys(key('paper', 'course_id', 'course'))), [], 'a key to what is nobody’s needs none');
  },
  'what is kept from erasure has a law, and a time when it goes all the same': () => {
    const law = { sv: 'en lag', en: 'a law' };
    const letter = map['letter'] as PersonalTable;
    const kept = { ...letter.edges[0], onErasure: 'keep', keptBy: law } as const;
    const told = (more: Partial<PersonalTable>) => columnFaults(withTable('letter', { edges: [kept], ...more }));
    assert.deepEqual(told({}), []);
    const { keptBy: _, ...lawless } = kept;
    assert.deepEqual(told({ edges: [lawless] }), ['letter.address is kept from erasure without a law.']);
    assert.deepEqual(told({ edges: [{ ...letter.edges[0], keptBy: law }] }), ['letter.address has a law that keeps it, and is not kept.']);
    const endless = ['letter.address is kept from erasure, and nothing deletes the row when it is due.'];
    assert.deepEqual(told({ retention: { rule: 'with-account' } }), endless);
    assert.deepEqual(told({ retention: { ...letter.retention, end: 'anonymise' } as PersonalTable['retention'] }), endless);
    assert.deepEqual(told({ edges: [{ ...kept, edge: 'access' }] }), endless);
    const id = (erase: 'renew' | 'repoint' | 'coarsen') => ({
      ...letter.columns,
      id: { category: 'history', export: 'as-is', erase } as const,
    });
    for (const erase of ['renew', 'repoint'] as const)
      assert.deepEqual(told({ columns: id(erase) }), ['letter.id would lead elsewhere in a row that is kept with its person.']);
    assert.deepEqual(told({ columns: id('coarsen') }), []);
  },
  'what is kept though it names someone is told, and only in rows that are kept': () => {
    const columns = (category: 'identity' | 'contact' | 'credential' | 'history') => ({
      ...(map['thread'] as PersonalTable).columns,
      course_id: { category, export: 'as-is', erase: 'keep' } as const,
    });
    for (const category of ['identity', 'contact', 'credential'] as const)
      assert.deepEqual(columnFaults(withTable('thread', { columns: columns(category) })), [
        'thread.course_id is kept after erasure though it names a person.',
      ]);
    assert.deepEqual(columnFaults(withTable('thread', { columns: columns('history') })), []);
    assert.deepEqual(columnFaults(withTable('role', { columns: columns('identity') })), []);
    const blanked = { ...columns('identity'), course_id: { category: 'identity', export: 'as-is', erase: { blank: "''" } } as const };
    assert.deepEqual(columnFaults(withTable('thread', { columns: blanked })), []);
  },
};
