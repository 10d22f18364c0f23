import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import * as yauzl from 'yauzl';
import { addFullPerson } from '../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, makeStaff, setUpOperator, signedIn } from '../../tests/support/world.ts';
import { listRestrictions } from './index.ts';

/** N-24: all that is held, in one file that people, spreadsheets and computers read; and the right to object. */
describe('taking it all and objecting', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
  });
  after(() => test.close());

  async function unzip(bytes: Buffer): Promise<Map<string, string>> {
    const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer as never)(bytes, { lazyEntries: true });
    const files = new Map<string, string>();
    const read = promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip) as never);
    const keep = async (entry: yauzl.Entry) => {
      const pieces: Buffer[] = [];
      for await (const piece of await read(entry)) pieces.push(piece as Buffer);
      files.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
      zip.readEntry();
    };
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: yauzl.Entry) => {
        void keep(entry).catch(reject);
      });
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
    return files;
  }

  it('is one ZIP with a page, JSON and CSV, what the person gave apart, and nobody else in it', async () => {
    const customer = await addCustomer(test);
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    const person = await addFullPerson(test, 'Packsson', course, admin);
    const other = await addFullPerson(test, 'Tvilling', course, admin);
    const headers = { cookie: await signedIn(test, person) };
    const response = await test.app.request('/mina-uppgifter/utdrag.zip', { headers });
    assert.equal(response.headers.get('content-type'), 'application/zip');
    const files = await unzip(Buffer.from(await response.arrayBuffer()));
    assert.match(files.get('index.html')!, /Packsson/);
    assert.match(files.get('artikel-15/message.csv')!, /Packsson/);
    assert.match(files.get('artikel-20/message.csv')!, /Packsson/);
    const parsed = JSON.parse(files.get('artikel-15/uppgifter.json')!) as {
      account: string;
      tables: { table: string; about: { recipients: string; responsible: string } }[];
    };
    assert.equal(parsed.account, person.id);
    assert.ok(files.has('artikel-20/page_visit.csv'), 'what came about as they used the service is theirs to take too');
    for (const table of ['access_log', 'data_request', 'enquiry'])
      assert.ok(
        files.has(`artikel-15/${table}.csv`) && !files.has(`artikel-20/${table}.csv`),
        `${table} rests on neither consent nor contract`,
      );
    assert.match(files.get('index.html')!, /Vem som har hand om det åt oss: Brevbäraren AB[\s\S]*Dina rättigheter[\s\S]*IMY/);
    assert.match(files.get('index.html')!, /Syfte: låta dig skriva med kursens administratör/, 'codes are explained');
    assert.match(files.get('index.html')!, /Uppgifter som visades: Ditt konto \(mejladress\)/);
    const about = Object.fromEntries(parsed.tables.map((one) => [one.table, one.about]));
    assert.match(about['enquiry']!.recipients, /^Brevbäraren AB \(Norge, inom EES/);
    assert.equal(about['page_visit']!.responsible, 'kunden är personuppgiftsansvarig, vi är biträde');
    for (const [name, text] of files) assert.ok(!text.includes(other.email) && !text.includes(other.id), name);
  });

  it('is refused to a stranger', async () => {
    assert.equal((await test.app.request('/mina-uppgifter/utdrag.zip')).status, 303);
  });

  it('lets the person object to what rests on a legitimate interest, once, and take it back', async () => {
    const person = await addPerson(test, 'Invandsson');
    const cookie = await signedIn(test, person);
    const object = async (purpose: string, objection: string) =>
      (await test.app.request('/mina-uppgifter/invandning', formPost({ purpose, objection }, cookie))).status;
    const held = () => listRestrictions(test.house, person.id).then((rows) => rows.map(({ purpose }) => purpose));
    assert.equal(await object('answer-enquiry', 'on'), 303);
    assert.equal(await object('answer-enquiry', 'on'), 303);
    assert.deepEqual(await held(), ['answer-enquiry']);
    const page = await (await test.app.request('/mina-uppgifter', { headers: { cookie, 'accept-language': 'sv' } })).text();
    assert.match(page, /Du har invänt mot det/);
    assert.equal(await object('deliver-course', 'on'), 404, 'a contract cannot be objected to');
    assert.equal(await object('answer-enquiry', 'off'), 303);
    assert.deepEqual(await held(), []);
  });
});
