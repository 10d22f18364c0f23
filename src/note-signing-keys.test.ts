import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../tests/support/test-house.ts';
import { addCustomer, setUpOperator } from '../tests/support/world.ts';
import { publicBadgeKey } from './certificates/index.ts';
import { noteSigningKeys } from './note-signing-keys.ts';
import { secretsFrom } from './platform/secrets.ts';
import { signingKey } from './privacy/index.ts';
import { writeSigned } from './privacy/receipts/signed-receipt.ts';

/** 621: a changed SECRET is told, and what was signed before still verifies. */
describe('a SECRET that is changed', () => {
  let test: TestHouse;
  let told: string[];
  const receipt = { format: 'kursiv-erasure-receipt', version: 1, number: '1', issuedBy: 'Larvik', issuedAt: '2026-11-22T09:00:00Z' };
  const rest = { way: 'request', state: 'done', requestedAt: '2026-11-22T09:00:00Z', finishedAt: null, erased: [], kept: [], stores: [] };
  const document = { ...receipt, ...rest, backups: null, suppliers: [] };

  const chosen = {
    format: 'kursiv-consent-receipt',
    notice: { id: 'newsletter' },
    pii_controller: { name: 'Narvik' },
    events: [{ event_time: '2026-11-22T09:00:00Z', event_state: 'given' }],
    made_at: '2026-11-22T09:00:00Z',
  };

  before(async () => {
    test = await openTestHouse();
    told = [];
    test.house.log.warn = ((_: object, text: string) => void told.push(text)) as typeof test.house.log.warn;
    await setUpOperator(test);
    await addCustomer(test, 'ett');
  });
  after(() => test.close());

  const withSecret = (secret: string) => Object.assign(test.house, { secrets: secretsFrom(secret) });
  const check = async (text: string) => {
    const body = new FormData();
    body.set('receipt', text);
    const headers = { origin: 'http://localhost', 'accept-language': 'sv' };
    return (await test.app.request('/kvitton/kontrollera', { method: 'POST', body, headers })).text();
  };

  it('is told once, and leaves receipts and badges verifiable', async () => {
    withSecret('den första hemligheten, som är lång');
    await noteSigningKeys(test.house);
    const consent = writeSigned(chosen, signingKey(test.house.secrets));
    const [earlier, badge] = [writeSigned(document, signingKey(test.house.secrets)), publicBadgeKey(test.house)];
    withSecret('den andra hemligheten, som också är lång');
    assert.match(await check(writeSigned(document, signingKey(secretsFrom('någon annans hemlighet')))), /inte utfärdat här/);
    await noteSigningKeys(test.house);
    await noteSigningKeys(test.house);
    assert.equal(told.length, 1);
    assert.match(told.join(), /SECRET is another than before/);
    assert.match(await check(earlier), /Kvittot är äkta/);
    assert.match(await check(writeSigned(document, signingKey(test.house.secrets))), /Kvittot är äkta/);
    assert.match(await check(earlier.replace('Larvik', 'Narvik')), /Kvittot är ändrat/);
    assert.match(await check(consent), /Kvittot är äkta[\s\S]*Samtycke/, 'and so does the receipt of a consent');
    assert.match(await check(consent.replace('Narvik', 'Larvik')), /Kvittot är ändrat/);
    assert.match(await check(writeSigned(document, signingKey(secretsFrom('någon annans hemlighet')))), /inte utfärdat här/);
    const did = (await (await test.app.request('/k/ett/did.json')).json()) as { verificationMethod: { publicKeyJwk: { x: string } }[] };
    const keys = did.verificationMethod.map(({ publicKeyJwk }) => publicKeyJwk.x);
    assert.deepEqual(keys, [publicBadgeKey(test.house), badge]);
  });
});
