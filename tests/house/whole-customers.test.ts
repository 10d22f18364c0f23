import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, type Person } from '../support/world.ts';

/** Decision 695: what lies under an enrolment is readable without looking it up, where every enrolment of the customer is readable. */
describe('the rules of what lies under an enrolment', () => {
  let test: TestHouse;
  let customer: { id: string };
  let other: { id: string };
  let admin: Person;
  let student: Person;
  before(async () => {
    test = await openTestHouse();
    customer = await addCustomer(test);
    other = await addCustomer(test, 'annan-kund');
    const { courseId } = await addCourse(test, customer.id);
    admin = await addPerson(test, 'Admin');
    await makeStaff(test, admin, customer.id, courseId);
    student = await addPerson(test, 'Student');
    await test.owner.query(
      `insert into enrolment (customer_id, course_id, version_id, account_id, source)
       select customer_id, course_id, id, $1, 'key' from course_version where course_id = $2 and published_at is not null limit 1`,
      [student.id, courseId],
    );
  });
  after(() => test.close());

  const wholeFor = (scope: { accountId: string; customerId?: string; staffOf?: string }) =>
    test.house.database.transaction({ purpose: 'deliver-course', ...scope }, async (tx) => {
      const { rows } = await sql<{ whole: string | null }>`select app.whole_customer() as whole`.execute(tx);
      return rows[0]!.whole;
    });
  const here = () => ({ customerId: customer.id, staffOf: customer.id });
  const restrict = (person: Person) =>
    test.owner.query("insert into restriction (account_id, kind, began_at) values ($1, 'restriction', now())", [person.id]);

  it('spare the look-up only whoever reaches everyone of the customer in scope', async () => {
    assert.equal(await wholeFor({ accountId: admin.id, ...here() }), customer.id);
    assert.equal(await wholeFor({ accountId: student.id, customerId: customer.id }), null);
    assert.equal(await wholeFor({ accountId: admin.id, customerId: other.id, staffOf: customer.id }), null);
  });

  it('look up each as soon as one of the customer’s people is set aside, and not for someone elsewhere', async () => {
    await restrict(await addPerson(test, 'Elsewhere'));
    assert.equal(await wholeFor({ accountId: admin.id, ...here() }), customer.id);
    await restrict(student);
    assert.equal(await wholeFor({ accountId: admin.id, ...here() }), null);
  });

  it('stand only on tables whose every row has an enrolment at its customer', async () => {
    const { rows } = await test.owner.query<{ table: string; bound: boolean }>(
      `select p.tablename as table, exists (
         select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'enrolment_id' and a.attnotnull
         where k.contype = 'f' and k.convalidated and k.conrelid = p.tablename::regclass and k.confrelid = 'enrolment'::regclass
           and pg_get_constraintdef(k.oid) like 'FOREIGN KEY (customer_id, enrolment_id) REFERENCES enrolment(customer_id, id)%') as bound
       from pg_policies p where p.qual like '%whole_customer%' order by 1`,
    );
    assert.ok(rows.length >= 5);
    assert.deepEqual(
      rows.filter(({ bound }) => !bound),
      [],
    );
  });
});
