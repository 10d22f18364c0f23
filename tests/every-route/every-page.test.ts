import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFullPerson } from '../support/full-person.ts';
import { addressesOf, addressOf, everyRoute, readSome } from '../support/every-route.ts';
import { openTestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, setUpOperator, signedIn } from '../support/world.ts';

/** Each page is drawn for whom it is meant, over a person with a row in every table: a read that the map does not allow is found here. */
test('no page that anyone may open fails', async () => {
  const house = await openTestHouse();
  try {
    await setUpOperator(house);
    const customer = await addCustomer(house, 'ett');
    const course = await addCourse(house, customer.id);
    const admin = await addPerson(house, 'Adminsson');
    await makeStaff(house, admin, customer.id, course.courseId);
    const person = await addFullPerson(house, 'Alltsson', course, admin);
    const operator = await addPerson(house, 'Driftsson');
    await inHouse(house, async (tx) => {
      await tx.insertInto('membership').values({ customer_id: customer.id, account_id: admin.id, role: 'customer_admin' }).execute();
      for (const role of ['support', 'dpo', 'executive'] as const)
        await tx.insertInto('operator_staff').values({ account_id: operator.id, role, created_at: house.clock.now() }).execute();
    });
    const values = await addressesOf(house, person, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });
    const cookies = ['', ...(await Promise.all([person, admin, operator].map((one) => signedIn(house, one))))];
    const failed: string[] = [];
    let opened = 0;
    for (const route of everyRoute.filter(({ method, who }) => method === 'GET' && who !== 'development'))
      for (const [index, cookie] of cookies.entries()) {
        const response = await house.app.request(addressOf(route, values), { headers: cookie ? { cookie } : {} });
        await readSome(response);
        if (response.status === 200) opened++;
        if (response.status >= 500) failed.push(`${route.name} for ${['a visitor', 'a student', 'staff', 'the operator'][index]}`);
      }
    assert.deepEqual(failed, []);
    assert.ok(opened > 150, `only ${opened} pages were opened`);
  } finally {
    await house.close();
  }
});
