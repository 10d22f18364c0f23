import assert from 'node:assert/strict';
import { aboutPeople, type Entry, type PersonalTable } from '../../../data-map/index.ts';
import { addPeriod, sweepPlan } from '../../../src/privacy/retention-plan.ts';
import { expected } from './expected-sweep.ts';
import { flat } from './flat.ts';
import { catalog, map } from './made-up-map.ts';

const after = (time: string, period: string) => addPeriod(new Date(time), period).toISOString();

export const checks: Record<string, () => void> = {
  'the sweep is this': () => assert.deepEqual(flat(sweepPlan(map, catalog)), expected),
  'whom a law holds is asked by each way in which a row is theirs, and by no other': () => {
    const letter = map['letter'] as PersonalTable;
    const edges: PersonalTable['edges'] = [
      letter.edges[0],
      { edge: 'own', by: 'sender_id', onErasure: 'delete' },
      { edge: 'access', by: 'reader_id', onErasure: 'leave' },
    ];
    const key = (column: string) => ({ table: 'letter', columns: [column], parent: 'account', parentColumns: ['id'] });
    const [step] = sweepPlan({ letter: { ...letter, edges } }, { ...catalog, foreignKeys: [key('sender_id'), key('reader_id')] });
    assert.equal(step!.sql.match(/is not true/g)?.length, 2);
    assert.ok(
      step!.sql.includes('(t.sender_id = any((select app.held_people())::uuid[])) is not true') && !step!.sql.includes('reader_id'),
    );
  },
  'rows that are nobody’s cannot be anonymised, and nothing is made of it': () => {
    const lock = map['lock']!;
    assert.ok(!aboutPeople(lock));
    const entry = { ...lock, retention: { ...lock.retention, end: 'anonymise' } } as Entry;
    assert.deepEqual(sweepPlan({ lock: entry }, catalog), []);
  },
  'a table whose rows go with the account has nothing due': () =>
    assert.deepEqual(sweepPlan({ thread: map['thread']!, course: map['course']! }, catalog), []),
  'only what names someone is blanked when rows are due that stay': () => {
    const lead = map['lead'] as PersonalTable;
    const columns = {
      ...lead.columns,
      also: { category: 'identity', export: 'as-is', erase: 'keep' } as const,
      about: { category: 'history', export: 'as-is', erase: { blank: "'x'" } } as const,
    };
    const [step] = sweepPlan({ lead: { ...lead, columns } }, catalog);
    assert.match(step!.sql, /^update lead t set address = null, name = '–' where/);
  },
  'periods are counted by the calendar': () => {
    assert.equal(after('2026-01-31T10:00:00Z', 'P1M'), '2026-02-28T10:00:00.000Z');
    assert.equal(after('2028-02-29T10:00:00Z', 'P1Y'), '2029-02-28T10:00:00.000Z');
    assert.equal(after('2026-01-15T10:00:00Z', 'P6M'), '2026-07-15T10:00:00.000Z');
    assert.equal(after('2026-11-30T10:00:00Z', 'P3M'), '2027-02-28T10:00:00.000Z');
    assert.equal(after('2026-12-31T23:59:59Z', 'P2M'), '2027-02-28T23:59:59.000Z');
    assert.equal(after('2026-01-31T10:00:00Z', 'P30D'), '2026-03-02T10:00:00.000Z');
    assert.equal(after('2024-02-29T10:00:00Z', 'P4Y'), '2028-02-29T10:00:00.000Z');
    assert.equal(after('2026-05-01T00:00:00Z', 'P12M'), '2027-05-01T00:00:00.000Z');
  },
  'a time is not changed by counting from it': () => {
    const time = new Date('2026-01-31T10:00:00Z');
    addPeriod(time, 'P1M');
    assert.equal(time.toISOString(), '2026-01-31T10:00:00.000Z');
  },
  'a period that is not one of the map’s is refused by its name': () => {
    for (const period of ['', 'P1W', 'PT1H', 'P1M2', '1M', 'by the map', 'XP1D', 'P1DX'])
      assert.throws(() => addPeriod(new Date(), period), { message: `The period ${period} is not one of the map's.` });
  },
};
