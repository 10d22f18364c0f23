import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { stores } from '../../../data-map/index.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { formPost } from '../../../tests/support/world.ts';
import { asText, type Document } from './document.ts';
import type { DocumentFacts } from './facts.ts';
import { storageRegister, supplierRegister } from './registers.ts';

// Proof of N-25, E-22 and N-73: where data lies and who gets it is read from the map and the operator's register.

const operator = {
  name: 'Lärvik',
  contactEmail: 'a@larvik.example',
  dpoName: 'Doris',
  dpoEmail: 'd@larvik.example',
  language: 'sv' as const,
};

describe('the public registers', () => {
  let house: TestHouse;
  let facts: DocumentFacts;
  before(async () => {
    house = await openTestHouse();
    await house.app.request('/kom-igang', formPost(operator));
    facts = { operator, register: house.house.register };
  });
  after(() => house.close());
  const read = (made: Document) => asText(made);
  const changed = (change: object): DocumentFacts => ({ operator, register: facts.register.map((one) => ({ ...one, ...change })) });

  it('tell of every store of the map, open to everyone', async () => {
    const html = await (await house.app.request('/lagring')).text();
    for (const { title } of Object.values(stores)) assert.ok(html.includes(`>${title.sv}</th>`), title.sv);
    assert.match(html, /Larvik drift, Lärvik, Sverige \(ägs från Sverige\)/);
    assert.match(html, /ansvarig: kontorschefen/);
    assert.match(html, /Alla platser ligger inom EES/);
  });

  it('name a place outside the EEA, and say so when nothing is stated', () => {
    assert.match(read(storageRegister(changed({ country: 'US', safeguard: 'scc' }), 'sv')), /ligger utanför EES: Larvik drift/);
    const none = read(storageRegister({ operator, register: [] }, 'sv'));
    assert.match(none, /har inte angett det/);
    assert.doesNotMatch(none, /inom EES/);
  });

  it('name each supplier with country, owner, safeguard and agreement, and none that is switched off', async () => {
    const html = await (await house.app.request('/leverantorer', { headers: { 'accept-language': 'en' } })).text();
    assert.match(html, /Brevbäraren AB/);
    assert.match(html, /Oslo, Norway/);
    assert.match(html, /PUB 2026-1, signed 2026-01-15/);
    assert.doesNotMatch(html, /Larvik drift/, 'the operator itself is no supplier');
    assert.doesNotMatch(read(supplierRegister(changed({ on: false }), 'sv')), /Brevbäraren/);
  });

  it('tell of foreign law that reaches a supplier', () => {
    assert.match(read(supplierRegister(facts, 'sv')), /Ingen leverantör ägs från ett land utanför EES/);
    assert.match(
      read(supplierRegister(changed({ parentCountry: 'US', safeguard: 'scc' }), 'sv')),
      /Brevbäraren AB\. Landets lag kan kräva/,
    );
  });

  it('are versions with a history of their own', async () => {
    const html = await (await house.app.request('/dokument/suppliers/1')).text();
    assert.match(html, /Brevbäraren AB/);
    assert.equal((await house.app.request('/dokument/storage/1')).status, 200);
  });
});
