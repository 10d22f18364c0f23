import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse, addCustomer, addPerson, enrol, formPost, inHouse, makeStaff, setUpOperator, signedIn, smallCourse, type Person,
} from '../../tests/support/world.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { courseStatistics } from './course-statistics.ts';
import { seenColumns, studentFields } from './student.ts';
import { listStudents, studentsPerPage } from './students.queries.ts';

let house: TestHouse;
let customer: { id: string; slug: string };
let course: { customerId: string; courseId: string; versionId: string; slug: string };
let admin: Person;
let adminCookie: string;

before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
  customer = await addCustomer(house);
  course = await addCourse(house, customer.id);
  admin = await addPerson(house, 'Admin');
  await makeStaff(house, admin, customer.id, course.courseId);
  adminCookie = await signedIn(house, admin);
});
after(() => house.close());

const studentsPath = () => href('students', { customer: customer.slug, course: course.slug });
const statisticsPath = () => href('statistics', { customer: customer.slug, course: course.slug });
const get = (path: string, cookie = adminCookie) => house.app.request(path, { headers: { cookie } });
const textOf = async (path: string, cookie?: string) => (await get(path, cookie)).text();

async function named(givenName: string, familyName: string): Promise<{ person: Person; enrolmentId: string }> {
  const person = await addPerson(house, randomUUID().slice(0, 8));
  await inHouse(house, (tx) => tx.updateTable('account').set({ given_name: givenName, family_name: familyName }).where('id', '=', person.id).execute());
  return { person, enrolmentId: await enrol(house, person, course) };
}

const pagesOf = () => inHouse(house, (tx) => tx.selectFrom('course_page').select('id').where('version_id', '=', course.versionId).orderBy('position').execute());

async function didPage(enrolmentId: string, pageId: string): Promise<void> {
  await inHouse(house, (tx) =>
    tx.insertInto('page_visit').values({ customer_id: customer.id, enrolment_id: enrolmentId, page_id: pageId, completed_at: house.clock.now() }).execute());
}

async function tookTest(enrolmentId: string, number: number, points: number): Promise<void> {
  const at = house.clock.now();
  await inHouse(house, (tx) =>
    tx
      .insertInto('attempt')
      .values({ customer_id: customer.id, enrolment_id: enrolmentId, number, submitted_at: at, points, max_points: 10, passed: points >= 5 })
      .execute());
}

test('the list says so when there is nobody yet, and the statistics when too few have begun', async () => {
  assert.match(await textOf(studentsPath()), /Kursen har inga studenter än/);
  assert.match(await textOf(statisticsPath()), /Statistiken visas när minst 5 personer har börjat/);
});

test('the list shows name, address, progress, the best result, the date and the waiting thread', async () => {
  const { person, enrolmentId } = await named('Åsa', 'Öberg');
  const [first] = await pagesOf();
  await didPage(enrolmentId, first!.id);
  await tookTest(enrolmentId, 1, 3);
  await tookTest(enrolmentId, 2, 8);
  const thread = randomUUID();
  await inHouse(house, async (tx) => {
    await tx.updateTable('enrolment').set({ completed_at: house.clock.now() }).where('id', '=', enrolmentId).execute();
    await tx
      .insertInto('correspondence')
      .values({ customer_id: customer.id, id: thread, enrolment_id: enrolmentId, course_id: course.courseId, last_sequence: 1, last_from_student: true, last_sent_at: house.clock.now() })
      .execute();
  });
  const page = await textOf(studentsPath());
  for (const shown of ['Åsa Öberg', person.email, '1 av 2 klara', 'Godkänt, 8 av 10 poäng', '23 november 2026', 'Väntar på svar sedan 2026-11-23', href('thread', { customer: customer.slug, thread })]) {
    assert.ok(page.includes(shown), shown);
  }
  assert.match(page, /<title>Studenter, kurs ”Liten kurs” – Kursiv<\/title>/);
});

test('every value of the list comes from a column that the map lets administrators see, and is recorded as seen', async () => {
  const allowed = columnsSeenBy('administrators').map(({ table, column }) => `${table}.${column}`);
  assert.deepEqual(studentFields.filter((field) => !allowed.includes(field)), []);
  const rows = await house.house.database.transaction(
    { purpose: 'deliver-course', accountId: admin.id, customerId: customer.id, staffOf: customer.id },
    (tx) => listStudents(tx, { customerId: customer.id, courseId: course.courseId, name: '', after: undefined }),
  );
  assert.deepEqual(Object.keys(rows[0]!).sort(), Object.keys(seenColumns).sort());
});

test('the look is recorded for each person listed, once a request, and never for nobody', async () => {
  const { person } = await named('Sedd', 'Avlogg');
  await house.owner.query('delete from access_log');
  await get(studentsPath());
  const { rows } = await house.owner.query(
    `select l.actor_id, l.purpose, l.room, l.fields, count(s.*) as subjects, bool_or(s.account_id = $1) as found
     from access_log l join access_log_subject s on s.log_id = l.id group by l.id`, [person.id]);
  assert.equal(rows.length, 1);
  assert.deepEqual({ ...rows[0], subjects: undefined }, { actor_id: admin.id, purpose: 'deliver-course', room: 'people', fields: studentFields, subjects: undefined, found: true });
  await house.app.request(studentsPath(), formPost({ name: 'finns inte alls' }, adminCookie));
  assert.equal((await house.owner.query('select from access_log')).rowCount, 1);
});

test('names stand in Swedish order, å, ä and ö last', async () => {
  for (const family of ['Ölund', 'Zorn', 'Älvdal', 'Ångman', 'Adler']) await named('Ordning', family);
  const found = await (await house.app.request(studentsPath(), formPost({ name: 'ordning' }, adminCookie))).text();
  const order = [...found.matchAll(/Ordning (\p{L}+)/gu)].map(([, family]) => family);
  assert.deepEqual(order, ['Adler', 'Zorn', 'Ångman', 'Älvdal', 'Ölund']);
});

test('a search finds a part of a name, whatever the case, and keeps the name out of the address', async () => {
  await named('Märta', 'Sjögren-Nilsson');
  const response = await house.app.request(studentsPath(), formPost({ name: '  ÄRTA SJÖ ' }, adminCookie));
  assert.equal(response.status, 200);
  const found = await response.text();
  assert.match(found, /Märta Sjögren-Nilsson/);
  assert.doesNotMatch(found, /Åsa Öberg/);
  assert.doesNotMatch(found, /(?:href|action)="[^"]*(?:SJ|name=)/);
  const none = await (await house.app.request(studentsPath(), formPost({ name: '100 %_' }, adminCookie))).text();
  assert.match(none, /Ingen student har det namnet/);
});

test('a search that is too long is told what to do, and keeps what was typed', async () => {
  const response = await house.app.request(studentsPath(), formPost({ name: 'x'.repeat(101) }, adminCookie));
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /Namnet får ha högst 100 tecken/);
  assert.ok(page.includes(`value="${'x'.repeat(101)}"`));
});

test('pages follow each other without loss or repeat, in the list and in a search', async () => {
  const many = studentsPerPage + 7;
  for (let index = 0; index < many; index += 1) await named('Sidbyte', `Efternamn${String(index % 9)}`);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page: string = await (await house.app.request(studentsPath(), formPost({ name: 'Sidbyte', ...(after ? { after } : {}) }, adminCookie))).text();
    seen.push(...[...page.matchAll(/[0-9a-f]{8}@person\.example/g)].map(([email]) => email));
    after = /name="after" value="([^"]+)"/.exec(page)?.[1];
  } while (after);
  assert.equal(seen.length, many);
  assert.equal(new Set(seen).size, many);
  const next = /href="([^"]*\?efter=[^"]+)"/.exec(await textOf(studentsPath()))?.[1];
  assert.match(await textOf(next!), /Till listans början/);
  assert.equal((await get(`${studentsPath()}?efter=nonsens`)).status, 200);
  assert.equal((await get(`${studentsPath()}?efter=${randomUUID()}`)).status, 200);
});

test('others are told that there is no such page', async () => {
  const student = await named('Bara', 'Student');
  const teacher = await addPerson(house, 'Teacher');
  const elsewhere = await addPerson(house, 'Elsewhere');
  const other = await addCustomer(house, 'annan-kund');
  const otherCourse = await addCourse(house, other.id);
  const second = await addCourse(house, customer.id, { ...smallCourse, slug: 'annan-kurs' });
  const neighbour = await addPerson(house, 'Neighbour');
  await makeStaff(house, elsewhere, other.id, otherCourse.courseId);
  await makeStaff(house, neighbour, customer.id, second.courseId);
  await inHouse(house, (tx) => tx.insertInto('membership').values({ customer_id: customer.id, account_id: teacher.id, role: 'teacher' }).execute());
  const before = (await house.owner.query('select from access_log')).rowCount;
  for (const person of [student.person, teacher, elsewhere, neighbour]) {
    const cookie = await signedIn(house, person);
    for (const path of [studentsPath(), statisticsPath()]) assert.equal((await get(path, cookie)).status, 404, `${person.givenName} ${path}`);
    assert.equal((await house.app.request(studentsPath(), formPost({ name: 'a' }, cookie))).status, 404);
    assert.equal((await house.app.request(studentsPath(), formPost({ name: 'x'.repeat(101) }, cookie))).status, 404);
  }
  assert.equal((await house.owner.query('select from access_log')).rowCount, before);
  assert.equal((await house.app.request(studentsPath())).status, 303);
});

test('a customer administrator sees every course of the customer', async () => {
  const boss = await addPerson(house, 'Boss');
  await inHouse(house, (tx) => tx.insertInto('membership').values({ customer_id: customer.id, account_id: boss.id, role: 'customer_admin' }).execute());
  const cookie = await signedIn(house, boss);
  assert.equal((await get(studentsPath(), cookie)).status, 200);
  assert.equal((await get(statisticsPath(), cookie)).status, 200);
});

test('statistics count people, hide small groups and stay the same when someone is anonymised', async () => {
  const own = await addCourse(house, customer.id, { ...smallCourse, slug: 'statistik-kurs' });
  const pages = await inHouse(house, (tx) => tx.selectFrom('course_page').select('id').where('version_id', '=', own.versionId).orderBy('position').execute());
  const enrolments: { person: Person; id: string }[] = [];
  for (let index = 0; index < 7; index += 1) {
    const person = await addPerson(house, `Stat${index}`);
    const id = await enrol(house, person, own);
    enrolments.push({ person, id });
    await didPage(id, pages[0]!.id);
    if (index < 3) await didPage(id, pages[1]!.id);
    if (index < 5) await tookTest(id, 1, index + 4);
    if (index < 5) await inHouse(house, (tx) => tx.updateTable('enrolment').set({ completed_at: house.clock.now() }).where('id', '=', id).execute());
  }
  const read = () => house.house.database.transaction(
    { purpose: 'deliver-course', accountId: admin.id, customerId: customer.id, staffOf: customer.id },
    (tx) => courseStatistics(tx, customer.id, own.courseId));
  const figures = await read();
  assert.deepEqual(figures, {
    started: 7, completed: 5, passed: undefined, averageShare: 0.6,
    pages: [{ title: 'Första sidan', done: 7 }, { title: 'Andra sidan', done: undefined }],
  });
  const pseudonym = randomUUID();
  await inHouse(house, async (tx) => {
    await tx.insertInto('account').values({ id: pseudonym, kind: 'pseudonym' }).execute();
    await tx.updateTable('enrolment').set({ account_id: pseudonym, id: randomUUID() }).where('id', '=', enrolments[0]!.id).execute();
    await tx.deleteFrom('membership').where('account_id', '=', enrolments[0]!.person.id).execute();
  });
  assert.deepEqual(await read(), figures);
  await makeStaff(house, await addPerson(house, 'StatAdmin'), customer.id, own.courseId);
  const boss = await addPerson(house, 'StatBoss');
  await inHouse(house, (tx) => tx.insertInto('membership').values({ customer_id: customer.id, account_id: boss.id, role: 'customer_admin' }).execute());
  const cookie = await signedIn(house, boss);
  const page = await textOf(href('statistics', { customer: customer.slug, course: own.slug }), cookie);
  assert.match(page, /Grupper med färre än 5 personer visas inte/);
  assert.match(page, /60\u00a0%/);
  assert.match(page, /<td class="numeric">färre än 5<\/td>/);
  const list = await textOf(href('students', { customer: customer.slug, course: own.slug }), cookie);
  assert.doesNotMatch(list, /GivenStat0/);
  assert.match(list, /GivenStat1/);
});

test('the pages speak English to those who have chosen it', async () => {
  const cookie = `${adminCookie}; language=en`;
  assert.match(await textOf(studentsPath(), cookie), /Students, course “Liten kurs”/);
  assert.match(await textOf(statisticsPath(), cookie), /Statistics, course “Liten kurs”/);
});
