import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { addFullPerson } from '../../tests/support/full-person.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  formPost,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  type Person,
} from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import {
  closeAccount,
  countTables,
  liftRestriction,
  listRestrictions,
  objectionable,
  objectTo,
  restrict,
  withdrawObjection,
} from './index.ts';

/** N-28 and N-30: what a person has restricted (Art. 18) or objected to (Art. 21), and what is due, cannot be read. */
describe('restricting one’s data', () => {
  let test: TestHouse;
  let admin: Person;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let cookies: { admin: string; person: string };
  let before_: Record<string, number>;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test);
    course = await addCourse(test, customer.id);
    admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Begransad', course, admin);
    await addFullPerson(test, 'Granne', course, admin);
    cookies = { admin: await signedIn(test, admin), person: await signedIn(test, person) };
    before_ = await staffSees();
  });
  after(() => test.close());

  const get = async (path: string, as = cookies.admin) =>
    (await test.app.request(path, { headers: { cookie: as, 'accept-language': 'sv' } })).text();
  const students = () => get(`/k/nordhammar/kurser/${course.slug}/studenter`);
  const choose = (restriction: string, as = cookies.person) =>
    test.app.request('/mina-uppgifter/begransning', formPost({ restriction }, as));
  /** Rows about the person that the customer's administrator reaches, table by table, past every page. */
  const staffSees = async () => {
    const scope = { accountId: admin.id, customerId: course.customerId, staffOf: course.customerId };
    const count = (table: 'enrolment' | 'answer' | 'attempt' | 'page_visit' | 'correspondence' | 'message', purpose: string) =>
      test.house.database.transaction(
        { ...scope, purpose },
        async (tx) => (await tx.selectFrom(table).select('customer_id').execute()).length,
      );
    return {
      enrolment: await count('enrolment', 'deliver-course'),
      answer: await count('answer', 'assess-learning'),
      attempt: await count('attempt', 'assess-learning'),
      page_visit: await count('page_visit', 'deliver-course'),
      correspondence: await count('correspondence', 'correspond'),
      message: await count('message', 'correspond'),
    };
  };

  it('is a button on My data, and nobody else reads anything from then on', async () => {
    assert.match(await get('/mina-uppgifter', cookies.person), /Begränsa dina uppgifter/);
    assert.match(await students(), /FamilyBegransad/);
    assert.equal((await choose('on')).status, 303);
    assert.equal((await choose('on')).status, 303, 'twice is once');
    assert.equal((await listRestrictions(test.house, person.id)).length, 1);
    assert.ok(!(await students()).includes('FamilyBegransad'));
    assert.match(await students(), /FamilyGranne/, 'the neighbour is untouched');
    const now = await staffSees();
    for (const [table, rows] of Object.entries(before_)) {
      assert.equal(now[table as keyof typeof now], rows / 2, `${table}: the neighbour's rows and none of the person's`);
    }
  });

  it('leaves the person their own courses, access and erasure', async () => {
    assert.match(await get('/hem', cookies.person), new RegExp(course.slug));
    assert.match(await get('/mina-uppgifter', cookies.person), /Dina uppgifter är begränsade/);
    assert.ok((await countTables(test.house, person.id))['answer']! > 0, 'the extract has it all');
  });

  it('is lifted by the person alone', async () => {
    assert.equal((await choose('off', cookies.admin)).status, 303);
    assert.equal((await listRestrictions(test.house, person.id)).length, 1, "another's press lifts nothing of theirs");
    assert.equal((await choose('off')).status, 303);
    assert.deepEqual(await listRestrictions(test.house, person.id), []);
    assert.deepEqual(await staffSees(), before_);
    assert.equal(
      (await test.app.request('/mina-uppgifter/begransning', formPost({ restriction: 'on' }))).status,
      303,
      'signed out: to sign in',
    );
    assert.equal((await choose('sideways')).status, 404);
    await liftRestriction(test.house, person.id);
  });

  it('holds as well when many have asked for it, whom a query asks for once', async () => {
    await restrict(test.house, person.id);
    const { rows: many } = await test.owner.query<{ id: string }>(
      "insert into account (kind, created_at) select 'pseudonym', now() from generate_series(1, 300) returning id",
    );
    await test.owner.query("insert into restriction (account_id, kind) select unnest($1::uuid[]), 'restriction'", [
      many.map(({ id }) => id),
    ]);
    const now = await staffSees();
    for (const [table, rows] of Object.entries(before_)) assert.equal(now[table as keyof typeof now], rows / 2, table);
    assert.match(await students(), /FamilyGranne/);
    assert.match(await planOfStaff(), /hashed SubPlan/, 'a set, and no question for each row');
    await test.owner.query('delete from restriction where account_id = any($1::uuid[])', [many.map(({ id }) => id)]);
    await liftRestriction(test.house, person.id);
    assert.deepEqual(await staffSees(), before_);
  });

  /** How PostgreSQL goes about it when a customer's staff reads enrolments. */
  const planOfStaff = () =>
    test.house.database.transaction(
      { purpose: 'administer-customer', accountId: admin.id, customerId: course.customerId, staffOf: course.customerId },
      async (tx) => JSON.stringify((await sql`explain (costs off) select from enrolment`.execute(tx)).rows),
    );

  it('tells another nothing of who has restricted what', async () => {
    await restrict(test.house, person.id);
    const seen = await test.house.database.transaction(
      { purpose: 'accountability', accountId: admin.id, staffOf: course.customerId },
      (tx) => tx.selectFrom('restriction').selectAll().where('account_id', '=', person.id).execute(),
    );
    assert.deepEqual(seen, []);
    await choose('off');
  });

  it('objecting closes the purpose objected to, and only such as rest on a legitimate interest', async () => {
    assert.deepEqual(objectionable.includes('deliver-course'), false);
    await assert.rejects(objectTo(test.house, person.id, 'deliver-course'), /does not rest on a legitimate interest/);
    const [purpose = 'security'] = objectionable;
    await objectTo(test.house, person.id, purpose);
    const asked = async (reason: string) => {
      await test.owner.query("select set_config('app.purpose', $1, false)", [reason]);
      const { rows } = await test.owner.query<{ may: boolean }>('select $1 not in (select app.people_set_aside()) as may', [person.id]);
      return rows[0]?.may;
    };
    assert.equal(await asked(purpose), false);
    assert.equal(await asked('correspond'), true);
    await withdrawObjection(test.house, person.id, purpose);
    assert.equal(await asked(purpose), true);
  });

  it('what is due cannot be read though no sweep has come', async () => {
    const mails = (purpose: string, across?: 'retention') =>
      test.house.database.transaction(
        { purpose, accountId: person.id, across },
        async (tx) => (await tx.selectFrom('mail').select('id').where('account_id', '=', person.id).execute()).length,
      );
    assert.ok((await mails('inform')) > 0);
    await inHouse(test, (tx) =>
      tx
        .updateTable('mail')
        .set({ due_at: addDays(test.clock.now(), -1) })
        .where('account_id', '=', person.id)
        .execute(),
    );
    assert.equal(await mails('inform'), 0);
    assert.ok((await mails('retention', 'retention')) > 0, 'the sweep still finds it');
    await closeAccount(test.house, person.id);
    test.clock.moveTo(addDays(test.clock.now(), 300));
    const scope = { purpose: 'identify-user', accountId: person.id };
    const account = await test.house.database.transaction(scope, (tx) =>
      tx.selectFrom('account').select('id').where('id', '=', person.id).execute(),
    );
    assert.deepEqual(account, [], 'an account whose time is out is nobody’s, also to itself');
  });
});
