import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addCourse, addCustomer, addPerson, inHouse, signedIn, type Person } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { openRegister } from '../agreement/testing.ts';

type Office = Awaited<ReturnType<typeof openRegister>>;

describe('groups and the lists of people that come to them', () => {
  let at: Office;
  let anna: Person;
  let bo: Person;
  const group = randomUUID();
  const groupPath = () => href('group', { customer: at.customer.slug, group });
  const place = () => ({ customer: at.customer.slug, group });
  const open = (person: Person) =>
    at.rows(
      `select c.title, e.source from enrolment e join course c on c.customer_id = e.customer_id and c.id = e.course_id
       where e.account_id = $1 and e.ends_at is null order by c.title`,
      [person.id],
    );
  const save = (fields: [string, string][]) => at.post(groupPath(), [['name', '7B'], ...fields], at.cookie);
  const addList = (list: string, clientId = randomUUID()) =>
    at.post(
      href('addPeople', place()),
      [
        ['list', list],
        ['client_id', clientId],
      ],
      at.cookie,
    );
  const check = async (list: string) => {
    const response = await at.post(href('checkPeopleList', place()), [['list', list]], at.cookie);
    return { status: response.status, text: await response.text() };
  };
  const listOf = async (address: string): Promise<string> =>
    (await at.rows('select invitation_id from invitation_address where address = $1', [address]))[0].invitation_id;

  before(async () => {
    at = await openRegister();
    anna = await addPerson(at.house, 'Anna');
    bo = await addPerson(at.house, 'Bo');
    await at.give(anna, 'student');
    await at.give(bo, 'student');
  });
  after(() => at.house.close());

  it('makes a group once, however often the form is sent', async () => {
    const fields: [string, string][] = [
      ['client_id', group],
      ['name', '7B'],
      ['courses', at.course.courseId],
    ];
    const here = href('groups', { customer: at.customer.slug });
    assert.equal((await at.post(here, fields, at.cookie)).status, 303);
    assert.equal((await at.post(here, fields, at.cookie)).status, 303);
    assert.equal((await at.rows('select from student_group')).length, 1);
    assert.match(await at.textOf(here, at.cookie), /7B/);
  });

  it('finds a group by a part of its name', async () => {
    const here = href('groups', { customer: at.customer.slug });
    assert.match(await at.textOf(`${here}?sok=7b`, at.cookie), new RegExp(groupPath()));
    const none = await at.textOf(`${here}?sok=8c`, at.cookie);
    assert.match(none, /Ingen grupp stämmer/);
    assert.match(none, /Visa alla grupper/);
    assert.match(await at.textOf(`${here}?lage=open`, at.cookie), new RegExp(groupPath()));
    assert.doesNotMatch(await at.textOf(`${here}?lage=ended`, at.cookie), new RegExp(groupPath()));
  });

  it('says what is wrong with a bad form, and keeps what was typed', async () => {
    const response = await at.post(
      href('groups', { customer: at.customer.slug }),
      [
        ['name', ''],
        ['courses', at.course.courseId],
      ],
      at.cookie,
    );
    const text = await response.text();
    assert.equal(response.status, 422);
    assert.match(text, /Skriv gruppens namn/);
    assert.match(text, new RegExp(`value="${at.course.courseId}"[^>]*checked`));
  });

  it('tells row by row what will happen, and writes nothing', async () => {
    const { status, text } = await check(
      `Mejl;Förnamn;Skonummer\n${anna.email};Annat;38\nny@exempel.example;Ny;40\nny@exempel.example;Ny;40\ninte en adress;X;1`,
    );
    assert.equal(status, 200);
    assert.match(text, /Kolumner som inte används: Skonummer/);
    for (const words of ['heter något annat här', 'Får en inbjudan', 'Står tidigare i listan', 'Mejladressen stämmer inte'])
      assert.ok(text.includes(words), words);
    assert.equal((await at.rows('select from student_group_member')).length, 0);
    assert.equal((await at.rows('select from invitation')).length, 0);
  });

  it('refuses personal identity numbers with a sentence', async () => {
    const { status, text } = await check('Mejl;Personnummer\nny@exempel.example;20121212-1212');
    assert.equal(status, 422);
    assert.match(text, /ser ut som personnummer/);
    assert.match(text, /ny@exempel\.example/);
  });

  it("puts the customer's own students in at once, with the group's courses, and invites the others; twice is once", async () => {
    const clientId = randomUUID();
    const list = `${anna.email}\nvera@exempel.example`;
    for (let time = 0; time < 2; time += 1) assert.equal((await addList(list, clientId)).status, 303);
    assert.deepEqual(
      (await open(anna)).map(({ source }) => source),
      ['group'],
    );
    assert.equal((await at.rows('select from invitation_address')).length, 1);
    assert.equal((await at.rows("select from mail where template = 'invitation'")).length, 1);
    assert.match(await at.textOf(groupPath(), at.cookie), /Anna/);
  });

  it('lets someone who is invited read who sees them, accept, and find the course', async () => {
    const { path } = await at.mailTo('vera@exempel.example');
    const vera = await addPerson(at.house, 'Vera');
    await at.rows('update account set email = $2 where id = $1', [vera.id, 'vera@exempel.example']);
    const cookie = await signedIn(at.house, { ...vera, email: 'vera@exempel.example' });
    const told = await at.textOf(path, cookie);
    assert.match(told, /Du blir student/);
    assert.match(told, /Kursens lärare ser/);
    assert.equal((await at.post(path, [['choice', 'accept']], cookie)).status, 303);
    assert.equal((await open(vera)).length, 1);
    assert.equal((await at.get(`/k/${at.customer.slug}/kurser/${at.course.slug}/sidor/1`, cookie)).status, 200);
  });

  it('gives a new course to everyone in the group, and closes one that is taken away; results stay', async () => {
    assert.equal(
      (
        await save([
          ['courses', at.course.courseId],
          ['courses', at.second.courseId],
        ])
      ).status,
      303,
    );
    assert.equal((await open(anna)).length, 2);
    assert.equal((await save([['courses', at.second.courseId]])).status, 303);
    assert.deepEqual(
      (await open(anna)).map(({ title }) => title),
      ['Andra kursen'],
    );
    assert.equal((await at.rows('select from enrolment where account_id = $1', [anna.id])).length, 2);
  });

  it('takes back a list within a day: what nobody has accepted or begun, and nothing else', async () => {
    await addList(`${bo.email}\nfel@exempel.example`);
    const list = await listOf('fel@exempel.example');
    assert.equal((await open(bo)).length, 1);
    const undo = href('undoAddedPeople', { ...place(), invitation: list });
    assert.equal((await at.post(undo, [], at.cookie)).status, 303);
    assert.equal((await at.post(undo, [], at.cookie)).status, 303);
    assert.equal((await open(bo)).length, 0);
    assert.equal((await open(anna)).length, 1);
    assert.equal((await at.rows("select from invitation_address where address = 'fel@exempel.example'")).length, 0);
  });

  it('leaves a list that is older than a day', async () => {
    await addList('sen@exempel.example');
    const older = await listOf('sen@exempel.example');
    await at.rows("update invitation set created_at = created_at - interval '2 days' where id = $1", [older]);
    await at.post(href('undoAddedPeople', { ...place(), invitation: older }), [], at.cookie);
    assert.equal((await at.rows("select from invitation_address where address = 'sen@exempel.example'")).length, 1);
  });

  it('gives a result file that no spreadsheet takes for formulas', async () => {
    await addList('+cmd@exempel.example');
    const response = await at.get(href('addedPeople', { ...place(), invitation: await listOf('+cmd@exempel.example') }), at.cookie);
    assert.match(response.headers.get('content-disposition')!, /tillagda\.csv/);
    assert.match(await response.text(), /^\uFEFF?Mejladress;Besked\r\n'\+cmd@exempel\.example;Inbjuden, har inte svarat/);
  });

  it('stops at the seats of the agreement, in the preview and in the database', async () => {
    await at.agree({ seats: 2, startsAt: addDays(at.house.clock.now(), -1) });
    assert.match((await check(bo.email)).text, /Ingen ledig plats i avtalet/);
    await inHouse(at.house, (tx) =>
      tx
        .insertInto('student_group_member')
        .values({ customer_id: at.customer.id, group_id: group, account_id: bo.id, joined_at: at.house.clock.now() })
        .execute(),
    );
    const response = await save([
      ['courses', at.second.courseId],
      ['courses', at.course.courseId],
    ]);
    assert.equal(response.status, 422);
    assert.match(await response.text(), /Platserna i avtalet räcker inte/);
  });

  it('is for the customer’s own administrators, and for no other customer (E-03)', async () => {
    const teacher = await addPerson(at.house, 'Läraren');
    await at.give(teacher, 'teacher');
    const stranger = await addPerson(at.house, 'Grannen');
    const other = await addCustomer(at.house, 'grannen');
    await addCourse(at.house, other.id);
    await inHouse(at.house, (tx) =>
      tx.insertInto('membership').values({ customer_id: other.id, account_id: stranger.id, role: 'customer_admin' }).execute(),
    );
    for (const person of [teacher, stranger, anna]) {
      const cookie = await signedIn(at.house, person);
      for (const path of [href('groups', { customer: at.customer.slug }), groupPath(), href('peopleList', place())])
        assert.equal((await at.get(path, cookie)).status, 404);
    }
    const cookie = await signedIn(at.house, stranger);
    const foreign = { customer: other.slug, group };
    assert.equal((await at.get(href('group', foreign), cookie)).status, 404);
    assert.equal((await at.post(href('endGroup', foreign), [['client_id', randomUUID()]], cookie)).status, 404);
  });

  it('ends with the school year and begins anew with the same courses', async () => {
    const next = randomUUID();
    const response = await at.post(
      href('endGroup', place()),
      [
        ['client_id', next],
        ['again', '8B'],
      ],
      at.cookie,
    );
    assert.equal(response.headers.get('location'), `${href('group', { customer: at.customer.slug, group: next })}?besked=skapad`);
    assert.equal((await open(anna)).length, 0);
    assert.equal((await at.rows('select from student_group_course where group_id = $1', [next])).length, 1);
    assert.equal((await at.get(href('peopleList', place()), at.cookie)).status, 404);
  });
});
