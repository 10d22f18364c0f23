import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { startWorker } from '../../platform/jobs.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  formPost,
  makeStaff,
  setUpOperator,
  signedIn,
  type Person,
} from '../../../tests/support/world.ts';
import { eraseForever, makeOwnExport, ownExportTask, sweep } from '../index.ts';

/** N-24, N-40: however much there is, all of it as one file: made in the background, the owner's alone, gone after a week or with them. */
describe('a file of one’s own data', () => {
  let test: TestHouse;
  let person: Person;
  let cookie: string;
  let address: string;
  let whole: Buffer;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Storsson', course, admin);
    await test.owner.query('delete from own_export');
    cookie = await signedIn(test, person);
  });
  after(() => test.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    test.app.request(path, { headers: { cookie, 'accept-language': 'sv', ...headers } });
  const ask = (client_id: string = randomUUID(), as = cookie) => test.app.request('/mina-uppgifter/filer', formPost({ client_id }, as));
  const rows = async () =>
    (await test.owner.query<{ id: string; parts_done: number; parts_total: number }>('select * from own_export order by requested_at desc'))
      .rows;
  const filesThere = async () =>
    (await readdir(test.house.exports.folder, { recursive: true }).catch(() => [])).filter((name) => name.length > 40);

  it('is where a large person is led, who would else wait for one long answer', async () => {
    assert.equal((await get('/mina-uppgifter/utdrag.zip')).headers.get('content-type'), 'application/zip');
    await test.owner.query(
      `insert into mail (account_id, template, language, about, state, created_at, due_at)
       select $1, 'reset-password', 'sv', '{}', 'sent', now(), now() + interval '30 days' from generate_series(1, 6000)`,
      [person.id],
    );
    const led = await get('/mina-uppgifter/utdrag.zip');
    assert.deepEqual([led.status, led.headers.get('location')], [303, '/mina-uppgifter/filer?stor=ja']);
    assert.match(await (await get('/mina-uppgifter/filer?stor=ja')).text(), /görs i bakgrunden/);
  });

  it('is made once by the queue, with its progress, and a mail tells when it is ready', async () => {
    const press = randomUUID();
    assert.equal((await ask(press)).status, 303);
    assert.match(await (await get('/mina-uppgifter/filer')).text(), /Filen görs strax/);
    const again = await ask();
    assert.equal(again.status, 409);
    assert.match(await again.text(), /En fil görs redan/);
    const { rows: jobs } = await test.owner.query<{ payload: object }>('select payload from graphile_worker._private_jobs');
    assert.deepEqual(Object.keys(jobs.at(-1)!.payload), ['exportId']);
    const worker = await startWorker(
      test.runtimeUrl,
      { [ownExportTask]: (payload, attempt) => makeOwnExport(test.house, payload, attempt.last) },
      '',
      test.house.log,
    );
    const isReady = async () => (await test.owner.query('select from own_export where finished_at is not null')).rowCount === 1;
    for (const until = Date.now() + 30_000; Date.now() < until && !(await isReady());)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await worker.stop();
    const [made] = await rows();
    assert.ok(made!.parts_total > 20 && made!.parts_done === made!.parts_total);
    assert.equal((await ask(press)).status, 303, 'the same press again');
    assert.equal((await rows()).length, 1);
    assert.equal(
      (await test.owner.query("select from mail where template = 'own-export-ready' and account_id = $1", [person.id])).rowCount,
      1,
    );
    address = `/mina-uppgifter/filer/${made!.id}`;
    assert.match(await (await get('/mina-uppgifter/filer')).text(), new RegExp(`Klar, [\\s\\S]*href="${address}"`));
  });

  it('is all of it, and lies sealed on the disk', async () => {
    const response = await get(address);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    whole = Buffer.from(await response.arrayBuffer());
    assert.equal(whole.subarray(0, 2).toString(), 'PK');
    const digest = createHash('sha256').update(whole).digest('hex');
    assert.ok((await (await get('/mina-uppgifter/filer')).text()).includes(digest), 'the page tells its checksum');
    const [name] = await filesThere();
    const onDisk = await readFile(join(test.house.exports.folder, name!));
    assert.equal(onDisk.length, whole.length);
    assert.notEqual(onDisk.subarray(0, 2).toString(), 'PK');
  });

  it('goes on where a download was broken off, at any byte', async () => {
    for (const from of [1, 15, 16, 17, 4096, 100_003 % whole.length, whole.length - 1]) {
      const part = await get(address, { range: `bytes=${from}-` });
      assert.equal(part.status, 206);
      assert.equal(part.headers.get('content-range'), `bytes ${from}-${whole.length - 1}/${whole.length}`);
      assert.ok(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(from)), `from ${from}`);
    }
    const middle = await get(address, { range: 'bytes=33-64' });
    assert.ok(Buffer.from(await middle.arrayBuffer()).equals(whole.subarray(33, 65)));
    assert.equal((await get(address, { range: `bytes=${whole.length}-` })).status, 416);
  });

  it('is its owner’s alone, and only with a recent proof', async () => {
    const other = await signedIn(test, await addPerson(test, 'Annan'));
    assert.equal((await test.app.request(address, { headers: { cookie: other } })).status, 404);
    assert.match((await test.app.request(address)).headers.get('location') ?? '', /logga-in/);
    await test.owner.query("update session set confirmed_at = confirmed_at - interval '1 hour' where account_id = $1", [person.id]);
    for (const response of [await get(address), await ask()]) assert.match(response.headers.get('location') ?? '', /bekrafta/);
    await test.owner.query("update session set confirmed_at = $2, expires_at = '2028-01-01' where account_id = $1", [
      person.id,
      test.clock.now(),
    ]);
  });

  it('is gone after a week, with its key', async () => {
    test.clock.moveTo(addDays(test.clock.now(), 8));
    await test.owner.query('update session set confirmed_at = $1', [test.clock.now()]);
    assert.equal((await get(address)).status, 404, 'also before the sweep');
    await sweep(test.house);
    assert.deepEqual([await rows(), await filesThere()], [[], []]);
  });

  it('goes at once when its owner is erased, also while it is being made', async () => {
    assert.equal((await ask()).status, 303);
    const [first] = await rows();
    await makeOwnExport(test.house, { exportId: first!.id }, false);
    assert.equal((await filesThere()).length, 1);
    await eraseForever(test.house, [person.id], 'request');
    assert.deepEqual(await filesThere(), []);
    const late = await addPerson(test, 'Hinner');
    assert.equal((await ask(randomUUID(), await signedIn(test, late))).status, 303);
    const [second] = await rows();
    const making = makeOwnExport(test.house, { exportId: second!.id }, false);
    await eraseForever(test.house, [late.id], 'request');
    await making.catch(() => undefined);
    assert.deepEqual([await rows(), await filesThere()], [[], []]);
  });
});
