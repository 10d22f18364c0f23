import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { countTables, engineOf, eraseForever, exportTables, scan } from '../../src/privacy/index.ts';
import { withoutKept } from '../support/kept-traces.ts';
import { addFullPerson } from '../support/full-person.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, makeStaff, setUpOperator, signedIn, type Person } from '../support/world.ts';

/** Someone is erased while they write, while another writes to them, and while their extract is made (N-30). */
describe('erasure against what happens at the same time', () => {
  let test: TestHouse;
  let admin: Person;
  let place: Awaited<ReturnType<typeof addCourse>>;
  let slug: string;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    slug = customer.slug;
    place = await addCourse(test, customer.id);
    admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, place.courseId);
    await engineOf(test.house.database);
  });
  after(() => test.close());

  const post = async (path: string, cookie: string, body: string) =>
    (await test.app.request(path, formPost({ body, client_id: randomUUID() }, cookie))).status;

  for (const round of [1, 2, 3]) {
    it(`with new messages from both sides, round ${round}: none is left, whoever was first`, async () => {
      const marker = `Samtidig${round}`;
      const person = await addFullPerson(test, marker, place, admin);
      const cookies = [await signedIn(test, person), await signedIn(test, admin)];
      const thread = (await test.owner.query<{ id: string }>('select id from correspondence where enrolment_id = $1', [person.enrolmentId]))
        .rows[0]!.id;
      const own = `/k/${slug}/kurser/${place.slug}/korrespondens`;
      const desk = `/k/${slug}/inkorg/${thread}`;
      const writing = Array.from({ length: 6 }, async (_, turn) => {
        await new Promise((resolve) => setTimeout(resolve, turn * 15 * round));
        return turn % 2
          ? post(desk, cookies[1]!, `Hej Given${marker}, fråga ${turn}`)
          : post(own, cookies[0]!, `Jag heter ${marker}, svar ${turn}`);
      });
      const erasing = new Promise<void>((resolve) => setTimeout(resolve, 40)).then(() => eraseForever(test.house, [person.id], 'request'));
      const [, ...statuses] = await Promise.all([erasing, ...writing]);
      const failed = test.logLines.slice(-12);
      assert.deepEqual(
        statuses.filter((status) => status >= 500),
        [],
        failed.join('\n'),
      );
      assert.deepEqual(withoutKept(await scan(test.house, marker, [test.folder])), []);
      assert.equal((await test.owner.query('select from message where author_id = $1', [person.id])).rowCount, 0);
      process.stdout.write(`# answers: ${statuses.join(' ')}\n`);
    });
  }

  it('with two erasures of the same person: one receipt, and both callers are answered', async () => {
    const person = await addFullPerson(test, 'Dubbel', place, admin);
    const ids = await Promise.all([1, 2, 3].map(() => eraseForever(test.house, [person.id], 'request')));
    assert.ok(new Set(ids.flat()).size <= 1);
    assert.deepEqual(withoutKept(await scan(test.house, 'Dubbel', [test.folder])), []);
  });

  it('with the extract being made: it ends, and has nothing of anyone else', async () => {
    const person = await addFullPerson(test, 'Utdragande', place, admin);
    const reading = (async () => {
      const rows: unknown[] = [];
      for (const table of await exportTables(test.house, person.id)) rows.push(...(await Array.fromAsync(table.rows)));
      return JSON.stringify(rows);
    })();
    await Promise.all([reading, eraseForever(test.house, [person.id], 'request')]);
    assert.ok(!(await reading).includes('Adminsson'));
    const counts = await countTables(test.house, person.id);
    assert.deepEqual(
      Object.values(counts).filter((rows) => rows > 0),
      [],
    );
  });
});
