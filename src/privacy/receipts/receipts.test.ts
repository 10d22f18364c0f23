import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, makeStaff, setUpOperator, signedIn } from '../../../tests/support/world.ts';
import { checkSigned, publicKeyOf, signingKey } from '../index.ts';
import type { ReceiptDocument } from './receipt-document.ts';
import { writeSigned } from './signed-receipt.ts';

/** N-44: whoever has been erased holds a receipt that says what went, names nobody and cannot be changed. */
describe('receipts of erasure', () => {
  let test: TestHouse;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let address: string;
  let file: string;
  let ourKey: string;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Kvittosson', course, admin);
    ourKey = publicKeyOf(signingKey(test.house.secrets));
  });
  after(() => test.close());

  const get = async (path: string) => {
    const response = await test.app.request(path, { headers: { 'accept-language': 'sv' } });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const check = async (body: BodyInit) => {
    const headers = { origin: 'http://localhost', 'accept-language': 'sv' };
    const response = await test.app.request('/kvitton/kontrollera', { method: 'POST', body, headers });
    return { status: response.status, text: await response.text() };
  };
  const pasted = (text: string) => {
    const form = new FormData();
    form.set('receipt', text);
    return form;
  };

  it('is given when the erasure is done, at an address that needs no account', async () => {
    const cookie = await signedIn(test, person);
    const erased = await test.app.request('/mina-uppgifter/avsluta', formPost({ how: 'erase', understand: 'yes' }, cookie));
    address = /href="(\/radering\/[^"/]+)"/.exec(await erased.text())![1]!;
    const { status, text } = await get(address);
    assert.equal(status, 200);
    for (const told of ['Ditt konto', 'raderade', 'gjorda anonyma', 'artikel 5.2', 'Personen begärde det'])
      assert.ok(text.includes(told), told);
    const answer = await get(`${address}/kvitto.json`);
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment/);
    file = answer.text;
  });

  it('says what went and how much, and nothing of whom', () => {
    const { document } = JSON.parse(file) as { document: ReceiptDocument };
    assert.equal(document.state, 'done');
    assert.deepEqual(document.stores, ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox']);
    const account = document.erased.find(({ data }) => data.en === 'Your account');
    assert.deepEqual(account && [account.done, account.entries], ['deleted', 1]);
    assert.match(account?.kinds.sv ?? '', /mejladress/);
    for (const trace of [person.email, person.givenName, person.familyName, ...person.ids]) assert.ok(!file.includes(trace), trace);
  });

  it('fails when any byte of it is changed', () => {
    assert.equal(checkSigned(file, ourKey).state, 'genuine');
    const bytes = Buffer.from(file);
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes);
      changed[place] = bytes[place]! ^ 1;
      assert.notEqual(checkSigned(changed.toString('utf8'), ourKey).state, 'genuine', `byte ${place}`);
    }
    assert.notEqual(checkSigned(file.slice(0, -1), ourKey).state, 'genuine');
    assert.notEqual(checkSigned(`${file.slice(0, -1)},"more":1}`, ourKey).state, 'genuine');
  });

  it('is not taken for ours when someone else has signed it', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { document } = JSON.parse(file) as { document: object };
    assert.equal(checkSigned(writeSigned(document, privateKey), ourKey).state, 'other-key');
    const lying = writeSigned(document, privateKey).replace(publicKeyOf(privateKey), ourKey);
    assert.equal(checkSigned(lying, ourKey).state, 'changed');
  });

  it('can be checked by anyone, as a file or pasted, and nothing of it is kept', async () => {
    const form = new FormData();
    form.set('file', new Blob([file], { type: 'application/json' }), 'kvitto.json');
    assert.match((await check(form)).text, /Kvittot är äkta[\s\S]*Ditt konto/);
    assert.match((await check(pasted(`${file.replaceAll('\n', '\r\n')}\r\n`))).text, /Kvittot är äkta/);
    const changed = await check(pasted(file.replace('"entries": 1', '"entries": 2')));
    assert.match(changed.text, /Kvittot är ändrat/);
    assert.ok(
      changed.text.includes('&quot;entries&quot;: 2') || changed.text.includes('"entries": 2'),
      'what was typed is kept on the page',
    );
    assert.match((await check(pasted('hej'))).text, /Det här är inget kvitto/);
    const nothing = await check(pasted(''));
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /Välj en fil eller klistra in kvittot/);
    assert.match((await get('/en/check-receipt')).text, /Check a receipt/);
    assert.ok((await get('/kvitton/kontrollera')).text.includes(ourKey));
  });

  it('is found by its secret address only', async () => {
    const number = (JSON.parse(file) as { document: ReceiptDocument }).document.number;
    for (const token of [`${number}.${'A'.repeat(43)}`, test.house.secrets.token('own request', number)]) {
      const { status, text } = await get(`/radering/${token}`);
      assert.equal(status, 404);
      assert.ok(!text.includes('Ditt konto'));
      assert.equal((await get(`/radering/${token}/kvitto.json`)).status, 404);
    }
  });

  it('is checked by the command, with the key that stands on the page', () => {
    const path = join(test.folder, 'kvitto.json');
    const run = (content: string) => {
      writeFileSync(path, content);
      const program = fileURLToPath(new URL('../../../bin/kursiv', import.meta.url));
      return spawnSync(process.execPath, [program, 'verify', 'receipt', path, '--key', ourKey], { encoding: 'utf8' });
    };
    const genuine = run(file);
    assert.equal(genuine.status, 0, genuine.stderr);
    assert.match(genuine.stdout, /genuine/);
    const changed = run(file.replace('"way": "request"', '"way": "retention"'));
    assert.equal(changed.status, 1);
    assert.match(changed.stdout, /has been changed/);
  });
});
