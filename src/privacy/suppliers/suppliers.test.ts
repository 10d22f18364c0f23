import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { startWorker } from '../../platform/jobs.ts';
import { readRegister, RegisterFault } from '../../platform/register.ts';
import { serveHttp } from '../../serve-http.ts';
import { addDays } from '../../platform/clock.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, setUpOperator, signedIn, type Person } from '../../../tests/support/world.ts';
import { checkSigned, eraseAddress, eraseForever, publicKeyOf, scan, sendNotice, signingKey, sweep, tellTask } from '../index.ts';
import { writeSigned } from '../receipts/signed-receipt.ts';
import type { NoticeDocument } from './notice.ts';
import { whomToTell } from './whom-to-tell.ts';

const supplier = {
  place: 'Lund',
  country: 'SE',
  parentCountry: 'SE',
  safeguard: 'eea',
  agreement: { signed: '2026-01-15', reference: 'PUB 1' },
};
const refuse = (status: number) => ({ status, body: 'borta@person.example is not known' });

/** N-44 and Art. 19: whoever has been given the data is told that it is erased, and answers with a receipt of its own. */
describe('notices to suppliers', () => {
  let test: TestHouse;
  let post: Server;
  let key: KeyObject;
  let told: NoticeDocument[];
  let dpo: string;
  /** What the supplier answers next, before it does as it should. */
  let moods: ('refuse' | 'wrong key' | 'other number')[];

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    told = [];
    moods = [];
    key = generateKeyPairSync('ed25519').privateKey;
    post = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { status, body } = answerTo(Buffer.concat(pieces).toString('utf8'));
        response.writeHead(status).end(body);
      });
    });
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(post.address() as AddressInfo).port}/radera`;
    test.house.register = readRegister([
      { ...supplier, name: 'Brevduvan', services: ['mail'], erasureNotices: { url, publicKey: publicKeyOf(key) } },
      { ...supplier, name: 'Datahallen', services: ['database', 'log'], erasureNotices: { url, publicKey: publicKeyOf(key) } },
      { ...supplier, name: 'Arkivet', services: ['paper'], keeper: 'chefen', checked: '2026-01-01' },
      { ...supplier, name: 'Loggen', services: ['log'] },
      { ...supplier, name: 'Avslagen', services: ['mail'], on: false },
      { name: 'Vi', services: ['files'], own: true, place: 'Lund', country: 'SE', parentCountry: 'SE', safeguard: 'eea' },
    ]);
    const officer = await addPerson(test, 'Doris');
    await inHouse(test, (tx) => tx.insertInto('operator_staff').values({ account_id: officer.id, role: 'dpo' }).execute());
    dpo = await signedIn(test, officer);
  });
  after(async () => {
    post.close();
    await test.close();
  });

  function answerTo(text: string): { status: number; body: string } {
    const checked = checkSigned<NoticeDocument>(text, publicKeyOf(signingKey(test.house.secrets)));
    assert.equal(checked.state, 'genuine', 'the supplier knows that we wrote it');
    const { document } = checked as { document: NoticeDocument };
    told.push(document);
    const mood = moods.shift();
    if (mood === 'refuse') return refuse(503);
    const number = mood === 'other number' ? '00000000-0000-4000-8000-000000000000' : document.number;
    const receipt = { format: 'kursiv-erasure-notice-receipt', version: 1, number, outcome: 'erased', at: new Date().toISOString() };
    const signer = mood === 'wrong key' ? generateKeyPairSync('ed25519').privateKey : key;
    return { status: 200, body: writeSigned(receipt, signer) };
  }

  const notices = async (erasureId: string) =>
    (
      await test.owner.query<{
        id: string;
        supplier: string;
        state: string;
        answer: string;
        problem: string | null;
        sealed: Buffer | null;
      }>(
        `select n.*, a.sealed from supplier_notice n left join supplier_notice_address a on a.notice_id = n.id
         where erasure_id = $1 order by supplier`,
        [erasureId],
      )
    ).rows;
  const one = async (erasureId: string, name: string) => (await notices(erasureId)).find((row) => row.supplier === name)!;
  const erase = async (person: Person) => (await eraseForever(test.house, [person.id], 'request'))[0]!;
  const get = async (path: string, as = dpo) => {
    const response = await test.app.request(path, { headers: { cookie: as, 'accept-language': 'sv' } });
    return { status: response.status, text: await response.text() };
  };

  it('go to those who hold something of people’s by the map, and to no one else', () => {
    const whom = whomToTell(test.house.register).map(({ supplier: { name }, services, knows }) => [name, services, knows]);
    assert.deepEqual(whom, [
      ['Brevduvan', ['mail'], 'address'],
      ['Datahallen', ['database'], 'number'],
      ['Arkivet', ['paper'], 'number'],
    ]);
  });

  it('are sent by the queue, and the receipts are kept; the address goes to whoever knows people by it, and then it is gone', async () => {
    const person = await addPerson(test, 'Borta');
    const erasureId = await erase(person);
    assert.deepEqual(
      (await notices(erasureId)).map(({ supplier: name, state, sealed }) => [name, state, sealed !== null]),
      [
        ['Arkivet', 'by-hand', false],
        ['Brevduvan', 'waiting', true],
        ['Datahallen', 'waiting', false],
      ],
    );
    const { rows: jobs } = await test.owner.query<{ payload: object }>('select payload from graphile_worker._private_jobs');
    assert.equal(jobs.length, 2);
    for (const { payload } of jobs) assert.deepEqual(Object.keys(payload), ['noticeId']);
    assert.deepEqual(await scan(test.house, 'borta@person.example', [test.folder]), [], 'nothing waits in the clear');
    const worker = await startWorker(
      test.runtimeUrl,
      { [tellTask]: (payload, attempt) => sendNotice(test.house, payload, attempt) },
      '',
      test.house.log,
    );
    for (const until = Date.now() + 10_000; Date.now() < until && (await one(erasureId, 'Datahallen')).state === 'waiting';)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    assert.deepEqual(Object.fromEntries(told.map(({ to, erase: what }) => [to, what])), {
      Brevduvan: { addresses: ['borta@person.example'] },
      Datahallen: { number: erasureId },
    });
    const { state, answer, sealed } = await one(erasureId, 'Brevduvan');
    assert.deepEqual([state, sealed], ['confirmed', null]);
    assert.equal(checkSigned(answer, publicKeyOf(key)).state, 'genuine');
    assert.deepEqual(
      test.logLines.filter((line) => line.includes('borta')),
      [],
    );
  });

  it('are tried again until the supplier itself has signed for this very notice, and told once more than needed do no more', async () => {
    const erasureId = await erase(await addPerson(test, 'Envis'));
    const { id } = await one(erasureId, 'Brevduvan');
    for (const [mood, problem] of [
      ['refuse', 'answered 503'],
      ['wrong key', 'the receipt is not signed by the supplier'],
      ['other number', 'the receipt is not signed by the supplier'],
    ] as const) {
      moods.push(mood);
      await assert.rejects(sendNotice(test.house, { noticeId: id }, { number: 1, last: false }), /has not confirmed/);
      const row = await one(erasureId, 'Brevduvan');
      assert.deepEqual([row.state, row.problem, row.answer], ['waiting', problem, '']);
    }
    moods.push('refuse');
    await assert.rejects(sendNotice(test.house, { noticeId: id }, { number: 12, last: true }));
    assert.equal((await one(erasureId, 'Brevduvan')).state, 'failed');
    const press = () => test.app.request(`/raderingar/${erasureId}/${id}`, formPost({ step: 'again' }, dpo));
    assert.deepEqual([(await press()).status, (await press()).status], [303, 303]);
    const { rowCount } = await test.owner.query('select from graphile_worker.jobs where key = $1', [`supplier ${id}`]);
    assert.equal(rowCount, 1, 'a double press is one job');
    await sendNotice(test.house, { noticeId: id }, { number: 1, last: false });
    const before = told.length;
    await sendNotice(test.house, { noticeId: id }, { number: 2, last: false });
    assert.equal(told.length, before, 'who has confirmed is not told again');
    assert.equal((await one(erasureId, 'Brevduvan')).state, 'confirmed');
  });

  it('are followed by the officer, who notes what was told by hand; nobody else', async () => {
    const erasureId = await erase(await addPerson(test, 'Handsson'));
    const { id } = await one(erasureId, 'Arkivet');
    const list = await get('/raderingar');
    assert.match(list.text, /3 av 3 har inte bekräftat/);
    const shows = async (query: string) => (await get(`/raderingar?${query}`)).text.includes(`/raderingar/${erasureId}"`);
    for (const query of [`sok=${erasureId.slice(0, 11).toUpperCase()}`, 'svar=waiting&lage=done', 'slag=request'])
      assert.ok(await shows(query), query);
    for (const query of ['sok=nummer', 'svar=told', 'lage=held', 'slag=retention']) assert.ok(!(await shows(query)), query);
    assert.match((await get('/raderingar?sok=nummer')).text, /Ingen radering stämmer/);
    const numbersIn = (text: string) => [...text.matchAll(/href="\/raderingar\/([^"?]+)"/g)].map(([, number]) => number);
    const latest = numbersIn(list.text);
    assert.ok(latest.length > 1);
    assert.deepEqual(numbersIn((await get('/raderingar?ordning=oldest')).text), latest.toReversed());
    assert.deepEqual(numbersIn((await get('/raderingar?ordning=odd')).text), latest);
    assert.match((await get('/raderingar?ordning=oldest')).text, /aria-sort="ascending"[^>]*><a href="\/raderingar">/);
    const { rows } = await test.owner.query<{ at: Date; id: string }>(
      'select requested_at as at, id from erasure order by requested_at, id limit 1',
    );
    const beyond = `efter=${rows[0]!.at.getTime()}_${rows[0]!.id}`;
    assert.deepEqual(
      numbersIn((await get(`/raderingar?ordning=oldest&${beyond}`)).text),
      latest.toReversed().slice(1),
      'goes on from the oldest',
    );
    assert.deepEqual(numbersIn((await get(`/raderingar?${beyond}`)).text), []);
    const note = (text: string, as = dpo) =>
      test.app.request(`/raderingar/${erasureId}/${id}`, formPost({ step: 'confirmed', note: text }, as));
    const wrong = await note('nej@person.example svarade');
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /En mejladress får inte stå där[\s\S]*value="nej@person.example svarade"/);
    assert.equal((await note('Brev den 3 mars, svar den 5 mars')).status, 303);
    assert.equal((await note('en gång till')).status, 303);
    assert.equal((await one(erasureId, 'Arkivet')).answer, 'Brev den 3 mars, svar den 5 mars', 'noted once');
    assert.match((await get(`/raderingar/${erasureId}`)).text, /svar den 5 mars/);
    const stranger = await signedIn(test, await addPerson(test, 'Nyfiken'));
    for (const path of ['/raderingar', `/raderingar/${erasureId}`]) assert.equal((await get(path, stranger)).status, 404);
    assert.equal((await note('jag med', stranger)).status, 404);
    assert.equal((await test.app.request(`/raderingar/${id}/${id}`, formPost({ step: 'again' }, dpo))).status, 404);
  });

  it('forget the address after thirty days though nobody answers, and a notice without a job is seen', async () => {
    const erasureId = await erase(await addPerson(test, 'Trettio'));
    assert.ok((await one(erasureId, 'Brevduvan')).sealed);
    test.clock.moveTo(addDays(test.clock.now(), 31));
    await sweep(test.house);
    const { state, sealed } = await one(erasureId, 'Brevduvan');
    assert.deepEqual([state, sealed], ['failed', null]);
  });

  it('are sent too when an address without an account is erased, which has its receipt', async () => {
    const { erasureId } = await eraseAddress(test.house, 'ensam@person.example', []);
    await sendNotice(test.house, { noticeId: (await one(erasureId, 'Brevduvan')).id }, { number: 1, last: false });
    assert.deepEqual(told.at(-1)?.erase, { addresses: ['ensam@person.example'] });
    const { text } = await get(`/radering/${test.house.secrets.token('erasure receipt', erasureId)}`, '');
    assert.match(text, /Brevduvan[\s\S]*Datahallen/);
    assert.ok(!text.includes('ensam@'));
  });

  it('are answered by the stand-in while the program is developed, over HTTP and signed, and by nobody otherwise', async () => {
    const served = await serveHttp(test.app, { HOST: '127.0.0.1', PORT: 0 });
    const { house } = test;
    const kept = [house.publicUrl, house.register] as const;
    house.publicUrl = served.url;
    house.register = readRegister([{ ...supplier, name: 'Provbolaget', services: ['mail'], erasureNotices: 'stand-in' }]);
    try {
      const erasureId = await erase(await addPerson(test, 'Provsson'));
      await sendNotice(house, { noticeId: (await one(erasureId, 'Provbolaget')).id }, { number: 1, last: false });
      assert.equal((await one(erasureId, 'Provbolaget')).state, 'confirmed');
      const forged = writeSigned({ format: 'kursiv-erasure-notice', number: 'x' }, key);
      assert.equal((await fetch(`${served.url}/utveckling/leverantor`, { method: 'POST', body: forged })).status, 403);
      house.development = false;
      const later = await erase(await addPerson(test, 'Senare'));
      assert.equal((await one(later, 'Provbolaget')).state, 'by-hand');
      assert.equal((await fetch(`${served.url}/utveckling/leverantor`, { method: 'POST', body: forged })).status, 404);
    } finally {
      house.development = true;
      [house.publicUrl, house.register] = kept;
      await served.stop();
    }
  });

  it('are not switched on to an address that is not safe', () => {
    for (const erasureNotices of [
      { url: 'http://example.se/radera', publicKey: publicKeyOf(key) },
      { url: 'https://example.se/radera', publicKey: 'nej' },
      'any',
    ])
      assert.throws(() => readRegister([{ ...supplier, name: 'Osäker', services: ['mail'], erasureNotices }]), RegisterFault);
  });
});
