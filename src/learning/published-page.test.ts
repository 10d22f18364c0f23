import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, setUpOperator, signedIn } from '../../tests/support/world.ts';
import { holdPage, heldPage, versionsHeld, type PublishedPage } from './published-page.ts';

let house: TestHouse;
before(async () => {
  house = await openTestHouse();
  await setUpOperator(house);
});
after(() => house.close());

const address = '/k/nordhammar/kurser/liten-kurs/sidor/1';
const titleFor = async (cookie: string) =>
  /<h1[^>]*>([^<]*)/.exec(await (await house.app.request(address, { headers: { cookie } })).text())?.[1];

test('each student reads the version that is theirs, also when another one was read at the same address just before', async () => {
  const customer = await addCustomer(house);
  const first = await addCourse(house, customer.id);
  const second = { ...first, versionId: randomUUID() };
  await house.owner.query('insert into course_version (customer_id, id, course_id, number) values ($1, $2, $3, 2)', [
    first.customerId,
    second.versionId,
    first.courseId,
  ]);
  await house.owner.query(
    `insert into course_page (customer_id, id, version_id, position, title, minutes, document, html)
     select customer_id, gen_random_uuid(), $2, position, 'Omskriven', minutes, document, html from course_page where version_id = $1 and position = 1`,
    [first.versionId, second.versionId],
  );
  await house.owner.query('update course_version set published_at = app.now() where id = $1', [second.versionId]);
  const readers = [];
  for (const course of [first, second, first]) {
    const person = await addPerson(house, `Läsare${readers.length}`);
    await enrol(house, person, course);
    readers.push(await signedIn(house, person));
  }
  const expected = ['Första sidan', 'Omskriven', 'Första sidan'];
  for (let round = 0; round < 2; round++)
    for (const [index, cookie] of readers.entries()) assert.equal(await titleFor(cookie), expected[index]);
});

test('a page that is held is shown to nobody who may not read it', async () => {
  const stranger = await signedIn(house, await addPerson(house, 'Utanför'));
  assert.equal((await house.app.request(address, { headers: { cookie: stranger } })).status, 404);
});

test('a few versions are held for an address, and the newest of them', () => {
  const page = (title: string): PublishedPage => ({
    page: { id: randomUUID(), position: 3, title, minutes: 1, html: '' },
    outline: [],
    questions: [],
    hasTest: false,
  });
  for (let version = 1; version <= 6; version++) holdPage('a/b/3', `v${version}`, page(`${version}`));
  assert.deepEqual(versionsHeld('a/b/3'), ['v6', 'v5', 'v4', 'v3']);
  assert.equal(heldPage('v6', 3)?.page.title, '6');
  assert.equal(heldPage('v6', 4), undefined);
});
