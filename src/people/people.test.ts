import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { formPost, inHouse } from '../../tests/support/world.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { seenColumns, studentFields } from './student.ts';
import { fields } from './visibility.ts';
import { listStudents, studentsPerPage } from './students.queries.ts';
import { openClassroom, type Classroom } from './testing.ts';

let room: Classroom;
before(async () => void (room = await openClassroom()));
after(() => room.house.close());

test('the list says so when there is nobody yet, and the statistics when too few have begun', async () => {
  assert.match(await room.textOf(room.students), /Kursen har inga studenter än/);
  assert.match(await room.textOf(room.statistics), /Statistiken visas när minst 5 personer har börjat/);
});

test('the list shows name, address, progress, the best result, the date and the waiting thread', async () => {
  const { person, enrolmentId } = await room.named('Åsa', 'Öberg');
  const [first] = await room.pagesOf(room.course);
  await room.didPage(enrolmentId, first!);
  await room.tookTest(enrolmentId, 1, 3);
  await room.tookTest(enrolmentId, 2, 8);
  await room.finish(enrolmentId);
  const thread = randomUUID();
  await inHouse(room.house, async (tx) => {
    await tx
      .insertInto('correspondence')
      .values({
        customer_id: room.customer.id,
        id: thread,
        enrolment_id: enrolmentId,
        course_id: room.course.courseId,
        last_sequence: 1,
        last_from_student: true,
        last_sent_at: room.house.clock.now(),
      })
      .execute();
  });
  const page = await room.textOf(room.students);
  for (const shown of [
    'Åsa Öberg',
    person.email,
    '1 av 2 klara',
    'Godkänt, 8 av 10 poäng',
    '23 november 2026',
    'Väntar på svar sedan 23 november 2026',
    href('thread', { customer: room.customer.slug, thread }),
  ]) {
    assert.ok(page.includes(shown), shown);
  }
  assert.match(page, /<title>Studenter, kurs ”Liten kurs” – Kursiv<\/title>/);
});

test('every value of the list comes from a column that the map lets administrators see, and is recorded as seen (N-52)', async () => {
  const allowed = new Set(columnsSeenBy('administrators').map(({ table, column }) => `${table}.${column}`));
  assert.deepEqual(
    studentFields(fields).filter((field) => !allowed.has(field)),
    [],
  );
  const rows = await room.house.house.database.transaction(
    { purpose: 'deliver-course', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id },
    (tx) => listStudents(tx, { customerId: room.customer.id, courseId: room.course.courseId, shown: fields, name: '', after: undefined }),
  );
  assert.deepEqual(Object.keys(rows[0]!).sort(), Object.keys(seenColumns).sort());
});

test('the look is recorded for each person listed, once a request, and never for nobody (N-60)', async () => {
  const { person } = await room.named('Sedd', 'Avlogg');
  await room.house.owner.query('delete from access_log');
  await room.get(room.students);
  const { rows } = await room.house.owner.query(
    `select l.actor_id, l.purpose, l.room, l.fields, count(s.*) as subjects, bool_or(s.account_id = $1) as found
     from access_log l join access_log_subject s on s.log_id = l.id group by l.id`,
    [person.id],
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(
    { ...rows[0], subjects: undefined },
    { actor_id: room.admin.id, purpose: 'deliver-course', room: 'people', fields: studentFields(fields), subjects: undefined, found: true },
  );
  await room.house.app.request(room.students, formPost({ name: 'finns inte alls' }, room.cookie));
  assert.equal((await room.house.owner.query('select from access_log')).rowCount, 1);
});

test('names stand in Swedish order, å, ä and ö last', async () => {
  for (const family of ['Ölund', 'Zorn', 'Älvdal', 'Ångman', 'Adler']) await room.named('Ordning', family);
  const found = await (await room.house.app.request(room.students, formPost({ name: 'ordning' }, room.cookie))).text();
  const order = [...found.matchAll(/Ordning (\p{L}+)/gu)].map(([, family]) => family);
  assert.deepEqual(order, ['Adler', 'Zorn', 'Ångman', 'Älvdal', 'Ölund']);
});

test('a search finds a part of a name, whatever the case, and keeps the name out of the address', async () => {
  await room.named('Märta', 'Sjögren-Nilsson');
  const response = await room.house.app.request(room.students, formPost({ name: '  ÄRTA SJÖ ' }, room.cookie));
  assert.equal(response.status, 200);
  const found = await response.text();
  assert.match(found, /Märta Sjögren-Nilsson/);
  assert.doesNotMatch(found, /Åsa Öberg/);
  assert.doesNotMatch(found, /(?:href|action)="[^"]*(?:SJ|name=)/);
  const none = await (await room.house.app.request(room.students, formPost({ name: '100 %_' }, room.cookie))).text();
  assert.match(none, /Ingen student stämmer med sökningen/);
});

test('a search that is too long is told what to do, and keeps what was typed', async () => {
  const response = await room.house.app.request(room.students, formPost({ name: 'x'.repeat(101) }, room.cookie));
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /Namnet får ha högst 100 tecken/);
  assert.ok(page.includes(`value="${'x'.repeat(101)}"`));
});

test('pages follow each other without loss or repeat, in the list and in a search', async () => {
  const many = studentsPerPage + 7;
  for (let index = 0; index < many; index += 1) await room.named('Sidbyte', `Efternamn${String(index % 9)}`);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page: string = await (
      await room.house.app.request(room.students, formPost({ name: 'Sidbyte', ...(after ? { after } : {}) }, room.cookie))
    ).text();
    seen.push(...[...page.matchAll(/[0-9a-f]{8}@person\.example/g)].map(([email]) => email));
    after = /name="after" value="([^"]+)"/.exec(page)?.[1];
  } while (after);
  assert.equal(seen.length, many);
  assert.equal(new Set(seen).size, many);
  const next = /href="([^"]*\?efter=[^"]+)"/.exec(await room.textOf(room.students))?.[1];
  assert.match(await room.textOf(next!), /Till listans början/);
  assert.equal((await room.get(`${room.students}?efter=nonsens`)).status, 200);
  assert.equal((await room.get(`${room.students}?efter=${randomUUID()}`)).status, 200);
});

test('the list is narrowed by progress and by result, together with a name and across pages, and only by what is shown', async () => {
  const people = await Promise.all(['Klar', 'Underkand', 'Ny'].map((family) => room.named('Sorterad', family)));
  const [done, failed, fresh] = people.map(({ enrolmentId }) => enrolmentId);
  await room.tookTest(done!, 1, 2);
  await room.tookTest(done!, 2, 9);
  await room.finish(done!);
  await room.tookTest(failed!, 1, 2);
  const found = async (form: Record<string, string>) => {
    const response = await room.house.app.request(room.students, formPost({ name: 'sorterad', ...form }, room.cookie));
    assert.equal(response.status, 200);
    return [...(await response.text()).matchAll(/Sorterad (\p{L}+)/gu)].map(([, family]) => family);
  };
  assert.deepEqual(await found({}), ['Klar', 'Ny', 'Underkand']);
  assert.deepEqual(await found({ progress: 'finished' }), ['Klar']);
  assert.deepEqual(await found({ progress: 'unfinished' }), ['Ny', 'Underkand']);
  assert.deepEqual(await found({ result: 'passed' }), ['Klar']);
  assert.deepEqual(await found({ result: 'not-passed' }), ['Underkand']);
  assert.deepEqual(await found({ result: 'none' }), ['Ny']);
  assert.deepEqual(await found({ progress: 'finished', result: 'none' }), []);
  assert.deepEqual(await found({ progress: 'nonsens' }), ['Klar', 'Ny', 'Underkand']);
  assert.deepEqual(await found({ progress: 'unfinished', after: fresh! }), ['Underkand']);
  const scope = { purpose: 'deliver-course', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id };
  const hidden = await room.house.house.database.transaction(scope, (tx) =>
    listStudents(tx, {
      customerId: room.customer.id,
      courseId: room.course.courseId,
      shown: ['given_name'],
      name: 'sorterad',
      progress: 'finished',
      result: 'passed',
      after: undefined,
    }),
  );
  assert.equal(hidden.length, 3, 'what is not shown narrows nothing');
});
