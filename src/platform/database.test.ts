import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { Call, type Scope } from './database.ts';

let house: TestHouse;
before(async () => {
  house = await openTestHouse();
});
after(() => house.close());

const [one, two] = ['6b0f3b1e-57a3-4a0e-8f5c-2f6b6d1c1a01', '6b0f3b1e-57a3-4a0e-8f5c-2f6b6d1c1a02'];

test('what is asked together is asked by each in their own scope: nothing is left of whoever asked before', async () => {
  const asked = (scope: Scope, name: `app.${string}`) => ({ scope, call: new Call(name, []) });
  const staff = { purpose: 'correspond', accountId: one, customerId: two, staffOf: two };
  const student = { purpose: 'inform', accountId: two };
  const { eachInScope } = house.house.database;
  assert.deepEqual(
    await eachInScope(
      ['account_id', 'customer_id', 'staff_of'].flatMap((name) => [asked(staff, `app.${name}`), asked(student, `app.${name}`)]),
    ),
    [one, two, two, null, two, null],
  );
  assert.deepEqual(
    await eachInScope([
      asked(staff, 'app.purpose_in_force'),
      asked({ purpose: 'mail', across: 'mail' }, 'app.purpose_in_force'),
      asked(student, 'app.purpose_in_force'),
    ]),
    ['correspond', 'mail', 'inform'],
  );
  assert.deepEqual(await eachInScope([asked({ purpose: '' }, 'app.account_id')]), [null], 'and nothing on the connection');
});

test('when one of them fails, the transaction of all is gone and the connection is whole', async () => {
  const { eachInScope } = house.house.database;
  const seen = { scope: { purpose: 'correspond' }, call: new Call('app.refuse_purpose', ['message']) };
  await assert.rejects(eachInScope([seen]));
  assert.deepEqual(await eachInScope([{ scope: { purpose: 'x' }, call: new Call('app.purpose_in_force', []) }]), ['x']);
});
