import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { href } from '../../routes.ts';
import { openDesk, type DeskHouse } from '../testing.ts';

// Proof of N-72: the officer has a page of their own, and what is written there is theirs alone.

let desk: DeskHouse;
before(async () => {
  desk = await openDesk();
});
after(() => desk.house.close());

const fields = { email: 'undrar@annan.example', body: 'Vilka uppgifter har ni om mig?' };

test('says who the officer is and how to ask, in both languages', async () => {
  const page = await desk.textOf(href('dpo'));
  for (const part of ['Doris Dahl', 'mailto:dso@larvik.example', 'Skriv till ombudet', 'Integritetsskyddsmyndigheten'])
    assert.ok(page.includes(part), part);
  assert.match(await desk.textOf(href('dpo'), undefined, { 'accept-language': 'en' }), /Write to the officer/);
});

test('what is written comes to the officer and to nobody else; pressed twice it is once', async () => {
  const response = await desk.fill(href('dpo'), fields);
  assert.equal(response.headers.get('location'), `${href('dpo')}?skickat=ja`);
  assert.match(await desk.textOf(`${href('dpo')}?skickat=ja`), /Tack, det är skickat/);
  assert.match(await desk.textOf(href('dpoEnquiries'), desk.dpo), /undrar@annan\.example/);
  assert.doesNotMatch(await desk.textOf(href('enquiries'), desk.support), /undrar@annan\.example/);
  assert.equal((await desk.get(href('dpoEnquiries'), desk.support)).status, 404);
});

test('a form with faults is shown again on the officer’s own page, with what was typed', async () => {
  const response = await desk.fill(href('dpo'), { ...fields, email: 'undrar' });
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /Mejladressen ska se ut/);
  assert.match(page, /Vilka uppgifter har ni om mig\?/);
  assert.match(page, /action="\/dataskyddsombud"/);
});
