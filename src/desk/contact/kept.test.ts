import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { dataMap } from '../../../data-map/index.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { setUpOperator } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';

// Proof of N-74: what a form says of how long it keeps what is sent is the map's own time (Art. 13(2)(a)).

let house: TestHouse;
before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
});
after(() => house.close());

const read = async (name: 'contact' | 'dpo' | 'companyServices', language: string) =>
  (await house.app.request(href(name), { headers: { 'accept-language': language } })).text();

it('each form tells the time of the map, in both languages, and another when the map says another', async () => {
  assert.match(await read('contact', 'sv'), /Vi sparar det du skickar i 6 månader/);
  assert.match(await read('dpo', 'en'), /We keep what you send for 6 months/);
  assert.match(await read('companyServices', 'sv'), /Vi sparar det du skickar i ett år/);
  const retention = dataMap.enquiry.retention as { period: string };
  retention.period = 'P3M';
  try {
    assert.match(await read('contact', 'sv'), /Vi sparar det du skickar i 3 månader/);
    assert.match(await read('contact', 'en'), /We keep what you send for 3 months/);
  } finally {
    retention.period = 'P6M';
  }
});
