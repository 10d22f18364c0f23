import assert from 'node:assert/strict';
import { duringRestriction, purposes, works, type PersonalTable } from '../../../data-map/index.ts';
import { readableFor, rowRules } from '../../../src/privacy/row-rules.ts';
import { map } from './made-up-map.ts';

const everyWork = Object.entries(works).flatMap(([work, { serves }]) => (serves === 'every' ? [work] : []));
const worksFor = (purpose: string) =>
  Object.entries(works).flatMap(([work, { serves }]) =>
    serves === 'every' || (serves as readonly string[]).includes(purpose) ? [work] : [],
  );
const of = (table: string, name: string) => rowRules(map).filter((rule) => rule.table === table && rule.name === name);
const usingOf = (table: string, name: string) => of(table, name)[0]!.using;
/** The reasons in an expression, as PostgreSQL reads an array. */
const reasonsIn = (using: string) =>
  /\{([^}]+)\}/
    .exec(using)![1]!
    .split(',')
    .map((one) => one.replace(/^"(.*)"$/, '$1'));

export const checks: Record<string, () => void> = {
  'a table is read for its purposes and for the work that serves them, in order': () => {
    assert.deepEqual(readableFor(map['letter'] as PersonalTable), ['inform', ...worksFor('inform')].toSorted());
    assert.deepEqual(readableFor(map['thread'] as PersonalTable), ['deliver-course', ...worksFor('deliver-course')].toSorted());
    assert.ok(
      readableFor(map['letter'] as PersonalTable).includes('mail') && !readableFor(map['thread'] as PersonalTable).includes('mail'),
    );
  },
  'what says who may do what is asked under every purpose and every work': () =>
    assert.deepEqual(readableFor(map['role'] as PersonalTable), [...Object.keys(purposes), ...Object.keys(works)].toSorted()),
  'every table about people has one rule of purpose, which refuses by the table’s name': () => {
    const tables = Object.keys(map).filter((table) => !('noPerson' in map[table]!));
    for (const table of tables) {
      assert.equal(of(table, 'purpose').length, 1);
      assert.match(
        usingOf(table, 'purpose'),
        new RegExp(
          `^CASE WHEN \\(app\\.purpose_in_force\\(\\) = ANY \\('\\{.+\\}'::text\\[\\]\\)\\) THEN true ELSE app\\.refuse_purpose\\('${table}'::text\\) END$`,
        ),
      );
      assert.deepEqual(reasonsIn(usingOf(table, 'purpose')), readableFor(map[table] as PersonalTable));
    }
    assert.equal(rowRules(map).filter(({ name }) => name === 'purpose').length, tables.length);
    assert.match(usingOf('letter', 'purpose'), /,"customer export",/, 'words with a space are quoted');
  },
  'every rule is for reading': () => assert.ok(rowRules(map).every(({ command }) => command === 'select')),
  'what is due and would be deleted is out of reach, and an account that is closing': () => {
    const due = rowRules(map).filter(({ name }) => name === 'unreadable_when_due');
    assert.deepEqual(
      due.map(({ table }) => table),
      ['account', 'letter'],
    );
    assert.match(
      usingOf('letter', 'unreadable_when_due'),
      /^\(\(due_at > app\.now\(\)\) OR \(app\.purpose_in_force\(\) = ANY \('\{.+\}'::text\[\]\)\)\)$/,
    );
    assert.match(usingOf('account', 'unreadable_when_due'), /^\(\(closing_at IS NULL\) OR \(closing_at > app\.now\(\)\) OR /);
    assert.deepEqual(reasonsIn(usingOf('letter', 'unreadable_when_due')), everyWork.toSorted());
    const closing = { retention: (map['account'] as PersonalTable).retention };
    assert.deepEqual(
      rowRules({ thread: { ...(map['thread'] as PersonalTable), ...closing } }).filter(({ name }) => name === 'unreadable_when_due'),
      [],
      'only the account itself closes',
    );
  },
  'whom a person has asked to leave alone cannot read what is the person’s own': () => {
    const restricted = rowRules(map).filter(({ name }) => name === 'unreadable_when_restricted');
    assert.deepEqual(
      restricted.map(({ table }) => table),
      ['account', 'thread'],
    );
    assert.match(
      usingOf('account', 'unreadable_when_restricted'),
      /^\(\(id = app\.account_id\(\)\) OR \(.+\) OR \(\(id IN \( SELECT app\.people_set_aside\(\) AS people_set_aside\)\) IS NOT TRUE\)\)$/,
    );
    assert.match(
      usingOf('thread', 'unreadable_when_restricted'),
      /^\(\(account_id = app\.account_id\(\)\) OR \(.+\) OR \(\(account_id IN \( SELECT app\.people_set_aside\(\) AS people_set_aside\)\) IS NOT TRUE\)\)$/,
    );
    assert.deepEqual(reasonsIn(usingOf('thread', 'unreadable_when_restricted')), [...everyWork, ...duringRestriction].toSorted());
  },
  'an edge that holds only for some rows, or by address, gives no rule of restriction': () => {
    const thread = map['thread'] as PersonalTable;
    const rules = (edges: PersonalTable['edges']) =>
      rowRules({ thread: { ...thread, edges } }).filter(({ name }) => name === 'unreadable_when_restricted');
    const own = thread.edges[0];
    assert.equal(rules([own]).length, 1);
    assert.equal(rules([{ ...own, when: 't.x' }]).length, 0);
    assert.equal(rules([{ ...own, address: true }]).length, 0);
    assert.equal(rules([{ ...own, edge: 'access' }]).length, 0);
    assert.equal(rules([{ ...own, by: 'course_id' }]).length, 0);
    assert.equal(rules([{ ...own, edge: 'access', by: 'other_id' }, own]).length, 1);
  },
  'what is known by address stands aside by the mark of its row, which is not asked of any other table': () => {
    const letter = map['letter'] as PersonalTable;
    const rules = (setAside?: PersonalTable['edges'][number]['setAside']) =>
      rowRules({
        letter: {
          ...letter,
          edges: [{ edge: 'own', by: 'address', address: true, ...(setAside ? { setAside } : {}), onErasure: 'delete' }],
        },
      }).filter(({ name }) => name === 'unreadable_when_set_aside');
    assert.deepEqual(rules(), []);
    assert.deepEqual(rules({ never: 'made up' }), []);
    const [rule, ...more] = rules({ by: 'mark' });
    assert.deepEqual([rule!.table, more.length], ['letter', 0]);
    assert.match(rule!.using, /^\(\(mark IS NULL\) OR \(app\.purpose_in_force\(\) = ANY \('\{[^}]+\}'::text\[\]\)\)\)$/);
    assert.deepEqual(reasonsIn(rule!.using), [...everyWork, ...duringRestriction].toSorted());
    assert.match(
      rules({ by: 'mark', but: '(id = app.enquiry_id())' })[0]!.using,
      /^\(\(mark IS NULL\) OR \(id = app\.enquiry_id\(\)\) OR \(/,
    );
    assert.ok(!rowRules(map).some(({ name }) => name === 'unreadable_when_set_aside'));
  },
};
