import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { dataMap } from '../../../data-map/index.ts';
import { addFullPerson, dump } from '../../../tests/support/full-person.ts';
import { looksUntold } from '../../../tests/support/looks-untold.ts';
import { unzip } from '../../../tests/support/unzip.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, signedIn } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { customerTables, engineOf, eraseForever, notTheCustomers, sweep, verifyLookLog } from '../../privacy/index.ts';
import { aboutPeople, type Entry } from '../../../data-map/index.ts';
import { href } from '../../routes.ts';
import { openRegister } from '../agreement/testing.ts';
import { makeExport } from './make-export.ts';

let at: Awaited<ReturnType<typeof openRegister>>;
let student: Awaited<ReturnType<typeof addFullPerson>>;
let page: string;
before(async () => {
  at = await openRegister();
  const admin = await addPerson(at.house, 'Adminsson');
  await makeStaff(at.house, admin, at.customer.id, at.course.courseId);
  student = await addFullPerson(at.house, 'Eleven', at.course, admin);
  await at.rows('delete from customer_export');
  const elsewhere = await addCustomer(at.house, 'annan');
  const other = await addCourse(at.house, elsewhere.id);
  await addFullPerson(at.house, 'Framlingen', other, admin);
  await at.house.house.files.write(`${at.customer.id}/${await media()}`, Buffer.from('bildens innehåll'));
  page = href('takeAll', { customer: at.customer.slug });
});
after(() => at.house.close());

/** Time passes; whoever is signed in still is, and has just proved who they are. */
async function pass(days: number): Promise<void> {
  at.house.clock.moveTo(addDays(at.house.clock.now(), days));
  const now = at.house.clock.now();
  await at.rows('update session set confirmed_at = $1, last_seen_at = $1, rotated_at = $1, expires_at = $2', [now, addDays(now, 30)]);
}

async function media(): Promise<string> {
  const id = randomUUID();
  await inHouse(at.house, (tx) =>
    tx
      .insertInto('file')
      .values({ customer_id: at.customer.id, id, name: 'bild åäö.png', type: 'image/png', bytes: 16, sha256: Buffer.alloc(32) })
      .execute(),
  );
  return id;
}

async function make(): Promise<{ id: string; files: Map<string, string> }> {
  await at.rows('update customer_export set failed_at = requested_at where finished_at is null');
  assert.equal((await at.post(page, [['client_id', randomUUID()]], at.cookie)).status, 303);
  const [row] = await at.rows('select id from customer_export order by requested_at desc limit 1');
  await makeExport(at.house.house, { customerId: at.customer.id, exportId: row.id }, true);
  const path = href('customerExport', { customer: at.customer.slug, export: row.id });
  const response = await at.get(path, at.cookie);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-disposition') ?? '', /attachment; filename="nordhammar\.zip"/);
  return { id: row.id, files: await unzip(Buffer.from(await response.arrayBuffer())) };
}

describe('everything a customer owns', () => {
  it('is one file that tells its formats and checks itself, with nothing of another customer and no secrets', async () => {
    const { files } = await make();
    const all = [...files.values()].join('\n');
    for (const path of [
      'README.md',
      'people.csv',
      'contacts.csv',
      'tables/enrolment.csv',
      'courses/liten-kurs/1/course.json',
      'courses/liten-kurs/1/page-01.md',
      'correspondence.html',
      'agreements/1.pdf',
    ])
      assert.ok(files.has(path), path);
    assert.match(files.get('courses/liten-kurs/1/page-01.md')!, /## Rubrik\n\nText med \*\*betoning\*\*/);
    assert.match(files.get('people.csv')!, /GivenEleven,FamilyEleven,eleven@person\.example,student/);
    assert.match(files.get('correspondence.html')!, /Hej, jag heter GivenEleven/);
    assert.equal(JSON.parse(files.get('correspondence.json')!).length, 1);
    assert.equal([...files].find(([path]) => path.startsWith('media/'))?.[1], 'bildens innehåll');
    assert.ok([...files.keys()].some((path) => path.endsWith('bild_åäö.png')));
    assert.match(files.get('tables/answer.csv')!, /svar Eleven/);
    assert.doesNotMatch(all, /Framling/i);
    assert.doesNotMatch(files.get('tables/course_key.csv')!, /key_hash/);
    const sums = files.get('checksums.sha256')!.trim().split('\n');
    assert.equal(sums.length, files.size - 1);
    for (const line of sums.filter((one) => !one.endsWith('.pdf'))) {
      const [sum = '', path = ''] = line.split('  ');
      assert.equal(createHash('sha256').update(files.get(path)!).digest('hex'), sum, path);
    }
    const [mail] = await at.rows("select account_id from mail where template = 'customer-export-ready'");
    assert.equal(mail.account_id, at.boss.id);
  });

  it('is every table with a customer in it, or is left out for a reason', async () => {
    const { catalog } = await engineOf(at.house.house.database);
    const owned = new Set(customerTables(dataMap, catalog).map(({ table }) => table));
    const unanswered = Object.entries(catalog.columns)
      .filter(([table, columns]) => columns.includes('customer_id') && !owned.has(table) && !(table in notTheCustomers))
      .filter(([table]) => {
        const entry = (dataMap as Record<string, Entry>)[table]!;
        return !(aboutPeople(entry) && entry.role === 'controller');
      });
    assert.deepEqual(unanswered, []);
    assert.ok(owned.has('message') && owned.has('certificate') && !owned.has('access_log'));
  });

  it('is for the customer’s administrator alone, who has just proved who they are', async () => {
    const { id } = await make();
    const path = href('customerExport', { customer: at.customer.slug, export: id });
    for (const who of [at.desk, await signedIn(at.house, student), undefined]) {
      assert.notEqual((await at.get(path, who)).status, 200);
      assert.notEqual((await at.get(page, who)).status, 200);
    }
    await at.rows("update session set confirmed_at = confirmed_at - interval '1 hour'");
    assert.match((await at.get(path, at.cookie)).headers.get('location') ?? '', /konto\/bekrafta/);
    await at.rows("update session set confirmed_at = confirmed_at + interval '1 hour'");
  });

  it('is told to everyone who is in it each time it is fetched, whether they have an account or not (N-60)', async () => {
    const { id } = await make();
    const path = href('customerExport', { customer: at.customer.slug, export: id });
    await at.inviteTo([
      ['addresses', 'vantar@konto.example'],
      ['uses', '1'],
    ]);
    await inHouse(at.house, (tx) =>
      tx
        .insertInto('customer_contact')
        .values({ customer_id: at.customer.id, part: 'officer', name: 'Ombud', email: 'ombud@skola.example' })
        .onConflict((on) => on.columns(['customer_id', 'part']).doUpdateSet({ email: 'ombud@skola.example' }))
        .execute(),
    );
    const theirs = await signedIn(at.house, student);
    await at.rows('delete from access_log; delete from look_link');
    assert.notEqual((await at.get(path, theirs)).status, 200);
    assert.equal((await at.rows('select from access_log')).length, 0, 'who is refused has seen nobody');
    assert.equal((await at.get(path, at.cookie)).status, 200);
    assert.equal((await at.rows('select from access_log')).length, 1);
    const subjects = new Set((await at.rows('select account_id from access_log_subject')).map((row) => row.account_id));
    assert.ok(subjects.has(student.id) && !subjects.has(at.boss.id), 'everyone but the one who fetches it');
    const told = await at.rows('select address from address_look where address is not null union select address from contact_look');
    for (const address of ['vantar@konto.example', 'ombud@skola.example'])
      assert.ok(
        told.some((row) => row.address === address),
        address,
      );
    assert.match(await at.textOf('/mina-uppgifter', theirs), /Vem som har tittat[\s\S]*Kunden nordhammar[\s\S]*korrespondens/);
    assert.equal(await looksUntold(at.house), 0);
    assert.deepEqual((await verifyLookLog(at.house.house)).faults, []);
    await at.rows("update customer_contact set name = '', email = null");
  });

  it('is one look when it is fetched in pieces: for each who fetches, each file and each hour (N-60)', async () => {
    const first = (await make()).id;
    const second = (await make()).id;
    const looks = async () => (await at.rows('select from access_log')).length;
    const piece = async (id: string, range: string, cookie = at.cookie) => {
      const path = href('customerExport', { customer: at.customer.slug, export: id });
      const response = await at.house.app.request(path, { headers: { cookie, range: `bytes=${range}` } });
      assert.equal(response.status, 206);
      return Buffer.from(await response.arrayBuffer());
    };
    await at.rows('delete from access_log; delete from look_link');
    const parts = await Promise.all(['100-199', '0-99', '200-'].map((range) => piece(first, range)));
    assert.equal(await looks(), 1, 'pieces at the same time');
    const order = [parts[1]!, parts[0]!, parts[2]!];
    assert.ok((await unzip(Buffer.concat(order))).has('people.csv'), 'the pieces are the file');
    await piece(first, '-10');
    assert.equal(await looks(), 1, 'a piece that is fetched again');
    await piece(second, '100-');
    assert.equal(await looks(), 2, 'another file, from its middle');
    const other = await addPerson(at.house, 'Delaren');
    await inHouse(at.house, (tx) =>
      tx.insertInto('membership').values({ customer_id: at.customer.id, account_id: other.id, role: 'customer_admin' }).execute(),
    );
    await piece(first, '100-', await signedIn(at.house, other));
    assert.equal(await looks(), 3, 'another administrator');
    const whole = href('customerExport', { customer: at.customer.slug, export: second });
    assert.equal((await at.get(whole, at.cookie)).status, 200);
    assert.equal(await looks(), 4, 'the whole file is a look each time');
    await pass(1 / 24);
    await piece(second, '100-');
    assert.equal(await looks(), 5, 'an hour later');
    assert.equal(await looksUntold(at.house), 0);
    assert.deepEqual((await verifyLookLog(at.house.house)).faults, []);
    await at.rows('delete from membership where account_id = $1', [other.id]);
  });

  it('is made once at a time, is gone after a week, and when someone in it is erased', async () => {
    const clientId = randomUUID();
    assert.equal((await at.post(page, [['client_id', clientId]], at.cookie)).status, 303);
    const second = await at.post(page, [['client_id', randomUUID()]], at.cookie);
    assert.equal(second.status, 409);
    assert.match(await second.text(), /En fil görs redan/);
    await at.rows('update customer_export set failed_at = requested_at where finished_at is null');
    const { id } = await make();
    const path = href('customerExport', { customer: at.customer.slug, export: id });
    const guest = await addFullPerson(at.house, 'Gasten', at.course, at.boss);
    await eraseForever(at.house.house, [guest.id], 'request');
    assert.equal((await at.get(path, at.cookie)).status, 404);
    assert.match(await at.textOf(page, at.cookie), /någon som fanns i den har raderats/);
    await pass(0.5);
    const later = await make();
    assert.ok(await at.house.house.exports.has(`${at.customer.id}/${later.id}`));
    await pass(8);
    assert.equal((await at.get(href('customerExport', { customer: at.customer.slug, export: later.id }), at.cookie)).status, 404);
    await sweep(at.house.house);
    assert.equal(await at.house.house.exports.has(`${at.customer.id}/${later.id}`), false);
  });
});

describe('an agreement that has ended', () => {
  it('closes the customer’s pages with a page that says so, and leaves the way out open', async () => {
    const id = await at.agree({ seats: 50, startsAt: at.house.clock.now() });
    const learner = await addFullPerson(at.house, 'Laslusten', at.course, at.boss);
    const cookie = await signedIn(at.house, learner);
    const open = href('coursePage', { customer: at.customer.slug, course: at.course.slug, position: 1 });
    assert.equal((await at.get(open, cookie)).status, 200);
    await at.post(href('changeAgreement', { organisation: at.customer.id, agreement: id }), [['change', 'end']], at.desk);
    assert.equal((await at.get(open, cookie)).status, 200, 'the last day is whole');
    await pass(1.5);
    const closed = await at.get(open, cookie);
    assert.equal(closed.status, 410);
    const text = await closed.text();
    assert.match(text, /Avtalet har upphört/);
    assert.match(text, /mina-uppgifter/);
    assert.doesNotMatch(text, /ta-med-dig-allt/);
    assert.equal((await at.get('/mina-uppgifter', cookie)).status, 200);
    assert.equal(
      (await at.get(href('course', { customer: at.customer.slug, course: at.course.slug }))).status,
      404,
      'a visitor sees no such place',
    );
    assert.doesNotMatch(await at.textOf('/kurser'), /Kunden nordhammar/);
    for (const path of [
      href('members', { customer: at.customer.slug }),
      href('inbox', { customer: at.customer.slug }),
      href('seats', { customer: at.customer.slug }),
    ])
      assert.equal((await at.get(path, at.cookie)).status, 410, path);
    const out = await at.textOf(page, at.cookie);
    assert.match(out, /Ni kan hämta det som är ert till och med den/);
    assert.ok((await make()).files.has('people.csv'));
    for (const path of [href('agreement', { customer: at.customer.slug }), href('dataProcessing', { customer: at.customer.slug })])
      assert.equal((await at.get(path, at.cookie)).status, 200, path);
  });

  it('takes with it all that was held for the customer when the stated time is over, and nothing of anyone else', async () => {
    const others = async () =>
      Object.entries(await dump(at.house)).flatMap(([table, lines]) =>
        lines.filter((line) => /framling/i.test(line)).map((line) => table + line),
      );
    const before_ = (await others()).length;
    await pass(91);
    await sweep(at.house.house);
    const { catalog } = await engineOf(at.house.house.database);
    const left = [];
    for (const { table } of customerTables(dataMap, catalog)) {
      const rows = await at.rows(`select from ${table} where customer_id = $1`, [at.customer.id]);
      if (rows.length > 0) left.push(table);
    }
    assert.deepEqual(left.toSorted(), ['agreement']);
    assert.equal(
      (await at.rows('select from data_terms_acceptance where customer_id = $1', [at.customer.id])).length > 0,
      true,
      'the proof of the contract stays',
    );
    assert.ok((await others()).length > 0 && before_ > 0);
    assert.equal((await at.rows("select from customer c join course o on o.customer_id = c.id where c.slug = 'annan'")).length, 1);
    assert.equal((await at.rows('select from account where id = $1', [at.boss.id])).length, 1, 'accounts are the persons’ own');
  });
});
