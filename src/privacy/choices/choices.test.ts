import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, setUpOperator, signedIn, type Person } from '../../../tests/support/world.ts';
import { checkSigned, consentsTo, publicKeyOf, recordChoice, signingKey } from '../index.ts';

// Proof of N-22: a consent is proven by a receipt, and taking it back stops the processing at once.

describe('my choices', () => {
  let house: TestHouse;
  let anna: Person;
  let cookie: string;
  const consent = (state: 'given' | 'withdrawn', person = anna) =>
    inHouse(house, (tx) =>
      recordChoice(tx, house.clock, {
        accountId: person.id,
        event: 'consent',
        about: 'publish-certificate-name',
        state,
        language: 'sv',
        version: 1,
        text: 'Visa mitt namn',
        form: 'button',
      }),
    );
  const consents = () => inHouse(house, (tx) => consentsTo(tx, anna.id, 'publish-certificate-name'));
  const get = (path: string, who = cookie) => house.app.request(path, { headers: { cookie: who } });
  const idOf = async (person = anna, event = 'consent') =>
    (
      await house.owner.query<{ id: string }>('select id from ledger where account_id = $1 and event = $2 order by id desc limit 1', [
        person.id,
        event,
      ])
    ).rows[0]!.id;

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    anna = await addPerson(house, 'Anna');
    cookie = await signedIn(house, anna);
    await consent('given');
  });
  after(() => house.close());

  it('show what holds now and all that has happened, the three kinds apart', async () => {
    const html = await (await get('/mina-uppgifter/val')).text();
    assert.match(html, /Du har samtyckt till att vi får visa ditt namn/);
    assert.match(html, /Du samtyckte/);
    assert.match(html, /Du godkände<\/td>/);
    assert.match(await (await get('/mina-uppgifter')).text(), /href="\/mina-uppgifter\/val"/);
  });

  it('give a receipt with the fields of ISO/IEC TS 27560, which names nobody', async () => {
    const response = await get(`/mina-uppgifter/val/${await idOf()}/kvitto.json`);
    assert.match(response.headers.get('content-disposition')!, /kvitto\.json/);
    const text = await response.text();
    type Receipt = Record<string, unknown> & { processing: Record<string, unknown>[]; events: unknown[] };
    const { document: receipt } = JSON.parse(text) as { document: Receipt };
    for (const field of [
      'schema_version',
      'record_id',
      'pii_principal_id',
      'event_type',
      'notice',
      'form_fingerprint',
      'processing',
      'pii_controller',
      'withdrawal',
      'supervisory_authority',
      'events',
    ])
      assert.ok(receipt[field], field);
    for (const field of ['purpose', 'lawful_basis', 'data', 'pii_categories', 'retention_period', 'storage_locations', 'recipients'])
      assert.ok(receipt.processing[0]![field], field);
    assert.deepEqual(Object.keys(receipt['notice'] as object), ['id', 'version', 'hash', 'language']);
    assert.equal(receipt.events.length, 1);
    for (const own of [anna.id, anna.email, anna.givenName]) assert.ok(!text.includes(own), own);
    const { document: terms } = JSON.parse(
      await (await get(`/mina-uppgifter/val/${await idOf(anna, 'acceptance')}/kvitto.json`)).text(),
    ) as { document: Receipt };
    assert.deepEqual([terms['event_type'], terms.processing, terms['withdrawal']], ['acceptance', [], null], 'acceptance is not consent');
  });

  it('have a receipt that anyone can check, and that fails when a byte of it is changed', async () => {
    const text = await (await get(`/mina-uppgifter/val/${await idOf()}/kvitto.json`)).text();
    const ourKey = publicKeyOf(signingKey(house.house.secrets));
    assert.equal(checkSigned(text, ourKey).state, 'genuine');
    const bytes = Buffer.from(text);
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes);
      changed[place] = bytes[place]! ^ 1;
      assert.notEqual(checkSigned(changed.toString('utf8'), ourKey).state, 'genuine', `byte ${place}`);
    }
    const check = async (receipt: string, language: string) => {
      const body = new FormData();
      body.set('receipt', receipt);
      const headers = { origin: 'http://localhost', 'accept-language': language };
      return (await house.app.request('/kvitton/kontrollera', { method: 'POST', body, headers })).text();
    };
    assert.match(await check(text, 'sv'), /Kvittot är äkta[\s\S]*visa ditt namn på den öppna sidan[\s\S]*Samtycke/);
    assert.match(await check(text, 'en'), /The receipt is genuine[\s\S]*Consent/);
    assert.match(await check(text.replace('"given"', '"taken"'), 'sv'), /Kvittot är ändrat/);
  });

  it('are taken back by one press, at once; pressed twice it is once', async () => {
    assert.equal(await consents(), true);
    house.clock.moveTo(new Date(house.clock.now().getTime() + 1000));
    const path = `/mina-uppgifter/val/${await idOf()}/aterkallelse`;
    const answers = await Promise.all([0, 1].map(async () => house.app.request(path, formPost({}, cookie))));
    for (const { status, headers } of answers)
      assert.deepEqual([status, headers.get('location')], [303, '/mina-uppgifter/val?besked=tillbakataget']);
    assert.equal(await consents(), false, 'whoever asks the ledger now is told no');
    await house.app.request(path, formPost({}, cookie));
    const { rows } = await house.owner.query(
      "select state, form_fingerprint <> '' as proven from ledger where event = 'consent' order by id",
    );
    assert.deepEqual(rows, [
      { state: 'given', proven: true },
      { state: 'withdrawn', proven: true },
    ]);
    assert.match(await (await get('/mina-uppgifter/val?besked=tillbakataget')).text(), /Du har inte samtyckt till något/);
  });

  it('of someone else are not found, nor is an acceptance a consent to take back', async () => {
    const bo = await addPerson(house, 'Bo');
    await consent('given', bo);
    const id = await idOf(bo);
    assert.equal((await get(`/mina-uppgifter/val/${id}/kvitto.json`)).status, 404);
    for (const other of [id, randomUUID(), await idOf(anna, 'acceptance')])
      assert.equal((await house.app.request(`/mina-uppgifter/val/${other}/aterkallelse`, formPost({}, cookie))).status, 404);
    assert.equal(await inHouse(house, (tx) => consentsTo(tx, bo.id, 'publish-certificate-name')), true);
    assert.equal((await house.app.request('/mina-uppgifter/val')).status, 303);
  });

  it('are shown a page at a time', async () => {
    for (let index = 0; index < 20; index++) {
      await consent('given');
      await consent('withdrawn');
    }
    const first = await (await get('/mina-uppgifter/val')).text();
    const next = /href="(\/mina-uppgifter\/val\?fore=[^"]+)"/.exec(first)![1]!;
    const second = await (await get(next)).text();
    assert.equal(first.split('kvitto.json').length - 1, 30);
    assert.equal(second.split('kvitto.json').length - 1, 13);
    assert.equal((await get('/mina-uppgifter/val?fore=x')).status, 200);
  });
});
