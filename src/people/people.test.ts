import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addPerson, formPost, inHouse } from '../../tests/support/world.ts';
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

test('the list stands in the order that is asked for, by a heading or a field, together with the filters and across pages', async () => {
  const [first, second] = await room.pagesOf(room.course);
  const people = await Promise.all(['Alm', 'Ängö', 'Åker', 'Zeta'].map((family) => room.named('Ordnad', family)));
  const [alm, ango, aker] = people.map(({ enrolmentId }) => enrolmentId);
  await room.didPage(ango!, first!);
  await room.didPage(ango!, second!);
  await room.didPage(aker!, first!);
  await room.house.owner.query(`update page_visit set completed_at = completed_at - interval '3 days' where enrolment_id = $1`, [ango]);
  await room.tookTest(alm!, 1, 6);
  await room.tookTest(aker!, 1, 9);
  await room.tookTest(ango!, 1, 2);
  const found = async (form: Record<string, string>) => {
    const response = await room.house.app.request(room.students, formPost({ name: 'ordnad', ...form }, room.cookie));
    return [...(await response.text()).matchAll(/Ordnad (\p{L}+)/gu)].map(([, family]) => family);
  };
  assert.deepEqual(await found({}), ['Alm', 'Zeta', 'Åker', 'Ängö']);
  assert.deepEqual(await found({ ordning: 'name-last' }), ['Ängö', 'Åker', 'Zeta', 'Alm']);
  assert.deepEqual(await found({ ordning: 'pages-most' }), ['Ängö', 'Åker', 'Alm', 'Zeta']);
  assert.deepEqual(await found({ ordning: 'pages-least' }), ['Alm', 'Zeta', 'Åker', 'Ängö']);
  assert.deepEqual(await found({ ordning: 'active-latest' }), ['Åker', 'Ängö', 'Alm', 'Zeta']);
  assert.deepEqual(await found({ ordning: 'active-longest-ago' }), ['Alm', 'Zeta', 'Ängö', 'Åker']);
  assert.deepEqual(await found({ ordning: 'result-best' }), ['Åker', 'Alm', 'Ängö', 'Zeta']);
  assert.deepEqual(await found({ ordning: 'result-lowest' }), ['Ängö', 'Alm', 'Åker', 'Zeta']);
  assert.deepEqual(await found({ ordning: 'result-best', after: alm! }), ['Ängö', 'Zeta']);
  assert.deepEqual(await found({ ordning: 'name-last', after: aker! }), ['Zeta', 'Alm']);
  assert.deepEqual(await found({ ordning: 'pages-most', result: 'passed' }), ['Åker', 'Alm']);
  assert.deepEqual(await found({ after: randomUUID() }), ['Alm', 'Zeta', 'Åker', 'Ängö'], 'whoever has left since ends no list');
});

test('what is chosen beside a name stands in the address, and a heading keeps it', async () => {
  const led = await room.house.app.request(
    room.students,
    formPost({ name: '', progress: 'unfinished', ordning: 'result-best' }, room.cookie),
  );
  assert.equal(led.status, 303);
  assert.equal(led.headers.get('location'), `${room.students}?progress=unfinished&ordning=result-best`);
  const page = await room.textOf(led.headers.get('location')!);
  assert.match(page, /<option value="result-best" selected/);
  assert.match(page, /aria-sort="descending"[^>]*><a href="[^"]*\?progress=unfinished&amp;ordning=result-lowest">Slutprov/);
  assert.match(page, /<a href="[^"]*\?progress=unfinished">Namn och mejladress<\/a>/);
  assert.match(page, /href="[^"]*\?progress=unfinished&amp;ordning=result-best&amp;efter=[0-9a-f-]{36}" rel="next"/);
  assert.equal(page.match(/aria-sort/g)?.length, 1);
});

test('what the reader is not shown is no order: the places would tell', async () => {
  const scope = { purpose: 'deliver-course', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id };
  const of = (order: 'name' | 'result-best' | 'pages-most', shown: ('given_name' | 'family_name')[]) =>
    room.house.house.database.transaction(scope, async (tx) => {
      const wanted = { customerId: room.customer.id, courseId: room.course.courseId, name: '', after: undefined };
      return (await listStudents(tx, { ...wanted, shown, order })).map(({ id }) => id);
    });
  for (const order of ['result-best', 'pages-most'] as const) {
    assert.deepEqual(await of(order, ['given_name', 'family_name']), await of('name', ['given_name', 'family_name']));
  }
  const teacher = await addPerson(room.house, 'Ordningslarare');
  const cookie = await room.give(teacher, 'teacher');
  await room.house.owner.query(
    `insert into visibility (customer_id, role, relation, field, shown) select $1, 'teacher', 'other-course', 'progress', true
     on conflict (customer_id, role, relation, field) do update set shown = true`,
    [room.customer.id],
  );
  const page = await room.textOf(room.students, cookie);
  assert.doesNotMatch(page, /type="search"|value="result-best"|value="name-last"|Namn, A till Ö/);
  assert.match(page, /<option value="pages-most"/);
});
