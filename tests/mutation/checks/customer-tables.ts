import assert from 'node:assert/strict';
import type { Entry, PersonalTable } from '../../../data-map/index.ts';
import { customersErasedTables, customerTables, keptAfterEnd, notTheCustomers } from '../../../src/privacy/customer-tables.ts';
import { catalog, map } from './made-up-map.ts';

const found = (from: Record<string, Entry> = map, more: Record<string, string[]> = {}) =>
  customerTables(from, { ...catalog, columns: { ...catalog.columns, ...more } });

export const checks: Record<string, () => void> = {
  'a customer’s tables come parents first, with their keys, without its own id and without secrets': () =>
    assert.deepEqual(found(), [
      { table: 'invitation', columns: ['id'], key: ['customer_id', 'id'] },
      { table: 'invitation_use', columns: ['invitation_id', 'account_id', 'counted'], key: ['customer_id', 'invitation_id', 'account_id'] },
      { table: 'course', columns: ['id', 'title'], key: ['customer_id', 'id'] },
      { table: 'thread', columns: ['id', 'course_id', 'account_id', 'begun_at'], key: ['customer_id', 'id'] },
      { table: 'paper', columns: ['id', 'thread_id', 'author_id'], key: ['customer_id', 'id'] },
      { table: 'message', columns: ['id', 'thread_id', 'author_id', 'signed', 'body'], key: ['customer_id', 'id'] },
    ]),
  'what the operator is the controller of is not the customer’s': () => {
    const role = map['role'] as PersonalTable;
    const those = found({ ...map, role: { ...role, role: 'controller' } }, { role: ['customer_id', 'account_id'] });
    assert.ok(!those.some(({ table }) => ['role', 'lead'].includes(table)));
    assert.ok(
      found({ ...map, role: { ...role, role: 'processor' } }, { role: ['customer_id', 'account_id'] }).some(
        ({ table }) => table === 'role',
      ),
    );
  },
  'what is said about the customer is not the customer’s': () => {
    assert.deepEqual(Object.keys(notTheCustomers), [
      'customer_note',
      'customer_export',
      'contact_look',
      'customer_contact',
      'seller',
      'seat_count',
      'seat_change',
    ]);
    assert.deepEqual(Object.keys(keptAfterEnd), ['agreement', 'agreement_line', 'seller']);
    for (const because of [...Object.values(notTheCustomers), ...Object.values(keptAfterEnd)]) assert.match(because, /\w+ \w+/);
    const note: Entry = { noPerson: 'x', columns: { customer_id: { personal: false, because: 'x' } } };
    assert.ok(!found({ ...map, customer_note: note }, { customer_note: ['customer_id'] }).some(({ table }) => table === 'customer_note'));
  },
  'what hangs on a customer’s rows goes with them, children first, and what is kept for the bookkeeping does not': () => {
    const key = (table: string, parent: string, columns = ['customer_id', 'x']) => ({ table, columns, parent, parentColumns: columns });
    const more = [key('bell', 'course'), key('clapper', 'bell'), key('elsewhere', 'course', ['x']), key('agreement', 'course')];
    const going = customersErasedTables(map, { ...catalog, foreignKeys: [...catalog.foreignKeys, ...more] });
    assert.ok(going.indexOf('clapper') < going.indexOf('bell') && going.indexOf('bell') < going.indexOf('course'));
    assert.ok(going.includes('clapper') && going.includes('customer_note') && going.includes('message'));
    assert.ok(!going.includes('elsewhere') && !going.includes('agreement') && !going.includes('account'));
  },
  'a column that the map does not know is not shown, and a table without a key still is': () => {
    const [first] = customerTables(
      { course: map['course']! },
      { foreignKeys: [], primaryKeys: {}, columns: { course: ['customer_id', 'id', 'strange'] } },
    );
    assert.deepEqual(first, { table: 'course', columns: ['id'], key: [] });
    assert.deepEqual(customerTables({ course: map['course']! }, { foreignKeys: [], primaryKeys: {}, columns: {} }), []);
  },
};
