import assert from 'node:assert/strict';
import type { PersonalTable, Retention } from '../../../data-map/index.ts';
import { beyondLaw, dueBy, keptByLaw } from '../../../src/privacy/kept-by-law.ts';
import { map } from './made-up-map.ts';

const law = { sv: 'en lag', en: 'a law' };
const from = { sv: 'köpet', en: 'the purchase' };
const due = (period: string, more: object = {}): Retention => ({ rule: 'due', column: 'due_at', period, from, end: 'delete', ...more });
const after = (time: string, retention: Retention) => dueBy(retention, new Date(time)).toISOString();

export const checks: Record<string, () => void> = {
  'what a law keeps is told with its law, and nothing else is': () => {
    assert.deepEqual(keptByLaw(map), []);
    const letter = map['letter'] as PersonalTable;
    const kept: PersonalTable = { ...letter, edges: [{ ...letter.edges[0], onErasure: 'keep', keptBy: law }] };
    assert.deepEqual(keptByLaw({ ...map, letter: kept }), [{ table: 'letter', entry: kept, law }]);
    const other: PersonalTable = { ...letter, edges: [{ ...letter.edges[0], keptBy: law }] };
    assert.deepEqual(keptByLaw({ ...map, letter: other }), [], 'a law without keeping is a fault of the map, and keeps nothing');
  },
  'without a map it is the house’s own': () =>
    assert.deepEqual(
      keptByLaw().map(({ table }) => table),
      ['purchase', 'voucher'],
    ),
  'what a law keeps is not counted among what is left of someone, in its own table and nowhere else': () => {
    const trace = (store: string, place: string) => ({ store, place, count: 1 });
    const beyond = [trace('database', 'message'), trace('files', 'purchase')];
    assert.deepEqual(beyondLaw([trace('database', 'purchase'), ...beyond, trace('database', 'voucher')]), beyond);
  },
  'a time is counted from what happened, or from the end of its year': () => {
    assert.equal(after('2026-03-31T10:00:00Z', due('P3Y')), '2029-03-31T10:00:00.000Z');
    assert.equal(after('2026-03-31T10:00:00Z', due('P7Y', { fromYearEnd: true })), '2034-01-01T00:00:00.000Z');
    assert.equal(after('2026-12-31T22:30:00Z', due('P7Y', { fromYearEnd: true })), '2034-01-01T00:00:00.000Z');
    // Half past midnight in Sweden: the books have it in the new year.
    assert.equal(after('2026-12-31T23:30:00Z', due('P7Y', { fromYearEnd: true })), '2035-01-01T00:00:00.000Z');
    assert.equal(after('2027-01-01T00:00:00Z', due('P7Y', { fromYearEnd: true })), '2035-01-01T00:00:00.000Z');
  },
  'rows that go with others have no time of their own': () =>
    assert.throws(() => dueBy({ rule: 'with-account' }, new Date()), /no time of their own/),
};
