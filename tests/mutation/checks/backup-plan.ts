import assert from 'node:assert/strict';
import type { PersonalTable } from '../../../data-map/index.ts';
import { tablePlans } from '../../../src/privacy/backup/table-plan.ts';
import { expected } from './expected-backup.ts';
import { flat } from './flat.ts';
import { catalog, forBackup, map } from './made-up-map.ts';

const small = forBackup();
const key = (table: string, column: string, parent: string) => ({ table, columns: [column], parent, parentColumns: ['id'] });
const plansWith = (table: string, more: Partial<PersonalTable>, keys: ReturnType<typeof key>[] = []) =>
  tablePlans(
    { ...small.map, [table]: { ...(small.map[table] as PersonalTable), ...more } },
    { ...small.catalog, foreignKeys: [...small.catalog.foreignKeys, ...keys] },
  );
const planOf = (table: string, ...given: Parameters<typeof plansWith>) => plansWith(...given).find((plan) => plan.table === table)!;

export const checks: Record<string, () => void> = {
  'each table is read like this, parents first': () => assert.deepEqual(flat(tablePlans(small.map, small.catalog)), expected),
  'tables that no backup holds are left out, and nothing may point at them': () => {
    const session = { ...small.map, session: small.map['course']! };
    const names = new Set(tablePlans(session, small.catalog).map(({ table }) => table));
    assert.ok(!names.has('session') && names.has('course'));
    assert.throws(
      () => tablePlans(session, { ...small.catalog, foreignKeys: [key('lock', 'session_id', 'session')] }),
      /^MapFault: lock points at session, which no backup holds\.$/,
    );
    assert.ok(
      tablePlans(session, { ...small.catalog, foreignKeys: [...small.catalog.foreignKeys, key('session', 'account_id', 'account')] })
        .length > 0,
    );
  },
  'tables that point at each other are refused, and one that points at itself is not': () => {
    assert.throws(
      () => plansWith('course', {}, [key('course', 'thread_id', 'thread')]),
      /point at each other: a backup could not be restored/,
    );
    assert.ok(plansWith('course', {}, [key('course', 'part_of', 'course')]).length > 0);
  },
  'rows that are found backwards are refused': () =>
    assert.throws(
      () => tablePlans({ invitation: map['invitation']! }, { ...catalog, foreignKeys: [] }),
      /cannot seal rows of invitation for people that invitation_use gives it/,
    ),
  'a path whose parent depends on its row is refused': () => {
    const edges: PersonalTable['edges'] = [{ edge: 'own', by: 'account_id', when: 't.x', onErasure: 'anonymise' }];
    assert.throws(() => plansWith('thread', { edges }), /A path leads through thread, whose owner depends on the row/);
  },
  'a row names whoever is being erased meanwhile, and no longer afterwards': () => {
    const plans = tablePlans({ erasure: { noPerson: 'x', columns: {} } }, { foreignKeys: [], primaryKeys: {}, columns: {} });
    assert.deepEqual([plans[0]!.repointed, plans[0]!.held], [[], undefined]);
    assert.match(
      plans[0]!.select,
      /jsonb_build_object\('account_id', case when \(t\._roles\[1\] = any\(_g\._gone\)\) is true then null else t\.account_id end\)/,
    );
    assert.match(plans[0]!.select, /array\[t\.account_id::text\]::text\[\] as _roles from \(select t\.\* from erasure t\) t /);
  },
  'an id that is renewed is followed, and one that is not, or in a row that goes, is not': () => {
    assert.deepEqual(planOf('paper', 'thread', {}).followed, [{ column: 'thread_id', parent: 'thread.id', roles: [1] }]);
    assert.deepEqual(planOf('paper', 'thread', { edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }] }).followed, []);
    const columns = { ...(map['thread'] as PersonalTable).columns, id: { category: 'enrolment', export: 'as-is', erase: 'keep' } as const };
    assert.deepEqual(planOf('paper', 'thread', { columns }).followed, []);
  },
  'what hangs on rows that go with their customer goes with them, and what is renewed is forgotten with what follows it': () => {
    assert.throws(() => plansWith('lock', {}, [key('lock', 'course_id', 'course')]), /lock points at course, which goes with its customer/);
    const role = { ...(small.map['thread'] as PersonalTable), role: 'controller' as const };
    assert.throws(() => plansWith('thread', role), /goes with its customer|are not forgotten together/);
  },
  'what a law keeps is read once more as erasure leaves it, and never as gone': () => {
    const lead = map['lead'] as PersonalTable;
    const address = { category: 'contact', export: 'as-is', erase: 'keep' } as const;
    const edges: PersonalTable['edges'] = [{ edge: 'own', by: 'address', address: true, onErasure: 'keep' }];
    const { select, held } = planOf('lead', 'lead', { edges, columns: { ...lead.columns, address } });
    assert.equal(held, 'customer');
    assert.match(select, /, '0{8}-0{4}-0{4}-0{4}-0{12}'::text as customer,/);
    assert.match(select, /'note', case when \(t\._roles\[1\] = any\(_g\._gone\)\) is true then '' else t\.note end/);
    assert.ok(select.includes('case when false then null') && !select.includes("'address', case"));
  },
  'a column that names nobody is not pointed anew': () => {
    const columns = {
      ...(map['message'] as PersonalTable).columns,
      author_id: { category: 'account', export: 'as-is', erase: 'keep' } as const,
    };
    assert.deepEqual(planOf('message', 'message', { columns }).repointed, []);
  },
  'several who may be taken out are taken out in turn': () => {
    const edges: PersonalTable['edges'] = [
      { edge: 'access', by: 'seller_id', onErasure: 'take-out' },
      { edge: 'access', by: 'boss_id', onErasure: 'take-out' },
    ];
    const { select } = planOf('lead', 'lead', { edges }, [key('lead', 'boss_id', 'account')]);
    assert.match(
      select,
      /case when \(t\._roles\[2\] = any\(_g\._gone\)\) is true then app\.without_mentions_of\(case when \(t\._roles\[1\] = any\(_g\._gone\)\) is true then app\.without_mentions_of\(t\.note, t\._roles\[1\]::uuid\) else t\.note end, t\._roles\[2\]::uuid\)/,
    );
    assert.ok(!select.includes("'address', case"), 'nobody’s own row: nothing is blanked');
  },
  'two ways to the same person are one role': () => {
    const edges: PersonalTable['edges'] = [
      { edge: 'own', by: 'account_id', onErasure: 'anonymise' },
      { edge: 'access', by: 'account_id', onErasure: 'take-out' },
    ];
    assert.match(planOf('thread', 'thread', { edges }).select, /array\[_j1\.id::text\]::text\[\] as _roles/);
  },
};
