import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { dataMap } from '../../../data-map/index.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, inHouse, makeStaff, setUpOperator, signedIn } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { explain } from '../explain.ts';
import { publishDocuments } from '../index.ts';

// Proof of N-43: each person is told who answers for what, by their own courses and roles.

describe('what applies to me', () => {
  let house: TestHouse;
  let student: string;
  let admin: string;
  let nobody: string;
  const read = async (cookie: string, language = 'sv') =>
    (await house.app.request('/mina-uppgifter/information', { headers: { cookie: `${cookie}; language=${language}` } })).text();

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    const customer = await addCustomer(house);
    const course = await addCourse(house, customer.id);
    const [one, two, three] = [await addPerson(house, 'Elev'), await addPerson(house, 'Chef'), await addPerson(house, 'Ny')];
    await enrol(house, one, course);
    await makeStaff(house, two, customer.id, course.courseId);
    [student, admin, nobody] = [await signedIn(house, one), await signedIn(house, two), await signedIn(house, three)];
  });
  after(() => house.close());

  it('names the operator for the account and the customer for each course', async () => {
    const html = await read(student);
    assert.match(html, /Lärvik Drift AB ansvarar för ditt konto/);
    assert.match(html, /Kunden nordhammar ansvarar för det som hör till kursen Liten kurs/);
    assert.ok(html.includes(dataMap.enrolment.title.sv));
    assert.match(await read(student, 'en'), /Kunden nordhammar is responsible for what belongs to the course/);
  });

  it('says all that Art. 13 wants of its first layers, in both languages: who, how to reach them, why, basis, time, viewers, rights, complaint', async () => {
    await house.owner.query(
      "insert into customer_contact (customer_id, part, name, address, email) select id, 'controller', 'Växeln', 'Storgatan 1', 'kontakt@nordhammar.example' from customer",
    );
    for (const locale of ['sv', 'en'] as const) {
      const html = (await read(student, locale)).replaceAll('&#39;', "'");
      const told = explain(dataMap.enrolment, locale);
      const wanted = ['hej@larvik.example', 'dso@larvik.example', 'Doris Dahl', 'Storgatan 1', 'kontakt@nordhammar.example', 'IMY'];
      for (const said of [...wanted, told.title, told.why, told.basis, told.howLong, told.whoSees])
        assert.ok(html.includes(said), `${locale}: ${said}`);
      for (const path of ['/integritetspolicy', href('ownChoices')]) assert.ok(html.includes(`href="${path}"`), path);
    }
  });

  it('tells each of their own roles, and nobody of data there is none of', async () => {
    assert.match(await read(admin), /Du är administratör hos Kunden nordhammar/);
    assert.ok((await read(admin)).includes(dataMap.course_administrator.title.sv));
    assert.ok(!(await read(student)).includes(dataMap.course_administrator.title.sv));
    assert.match(await read(nobody), /Du går ingen kurs just nu/);
    assert.ok(!(await read(nobody)).includes(dataMap.enrolment.title.sv));
    assert.ok((await read(nobody)).includes(dataMap.account.title.sv));
  });

  it('keeps that it was shown, once for each version of the policy', async () => {
    const served = async () =>
      (await house.owner.query("select version, count(*)::int as count from ledger where about = 'own-notice' group by 1 order by 1")).rows;
    assert.deepEqual(await served(), [], 'a policy that is not published has not been served');
    await inHouse(house, (tx) => publishDocuments(tx, house.house.register, house.clock.now()));
    await read(student);
    await read(student);
    assert.deepEqual(await served(), [{ version: 1, count: 1 }]);
    await inHouse(house, (tx) => tx.updateTable('operator').set({ dpo_name: 'Dag Dahl' }).execute());
    await inHouse(house, (tx) => publishDocuments(tx, house.house.register, house.clock.now()));
    await read(student);
    assert.deepEqual(await served(), [
      { version: 1, count: 1 },
      { version: 2, count: 1 },
    ]);
  });

  it('is for whoever is signed in', async () => {
    assert.equal((await house.app.request('/mina-uppgifter/information')).status, 303);
  });
});
