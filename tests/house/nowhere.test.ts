import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCustomer, addPerson, setUpOperator, signedIn } from '../support/world.ts';

/** What leads nowhere is told by whoever runs the installation, and costs it nothing however often it is asked for. */
describe('an address that leads nowhere', () => {
  let test: TestHouse;
  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    await addCustomer(test, 'ett');
  });
  after(() => test.close());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await test.app.request(path, { headers });
    return { status: response.status, text: await response.text() };
  };
  /** One that is no route, and one whose parameter has a form that no id has. */
  const nowhere = ['/finns/inte', '/begaran/svar/x/brev.pdf', '/k/ett/inkorg/inget'];
  const isNamed = (text: string) => text.includes('drivs av Lärvik Drift AB');

  it('names the operator as every other page does, from the first one on', async () => {
    assert.ok(isNamed((await get('/kurser')).text), 'as other pages do');
    for (const path of nowhere) {
      const { status, text } = await get(path);
      assert.equal(status, 404, path);
      assert.ok(isNamed(text), path);
    }
    const fresh = await openTestHouse();
    await setUpOperator(fresh);
    assert.ok(isNamed(await (await fresh.app.request('/finns/inte')).text()), 'nobody has been there before');
    await fresh.close();
  });

  it('asks the database nothing for those who are not signed in', async () => {
    let taken = 0;
    const count = () => void taken++;
    test.house.database.pool.on('acquire', count);
    for (let turn = 0; turn < 50; turn++) await get(nowhere[turn % nowhere.length]!);
    test.house.database.pool.off('acquire', count);
    assert.equal(taken, 0);
  });

  it('is told to whoever is signed in as the same person as elsewhere', async () => {
    const cookie = await signedIn(test, await addPerson(test, 'Vilsen'));
    for (const path of nowhere) assert.match((await get(path, { cookie })).text, /action="\/logga-ut"/, path);
  });

  it('is refused by name too when it comes from another site', async () => {
    const response = await test.app.request('/begaran', { method: 'POST', headers: { origin: 'https://annan.example', cookie: 'a=b' } });
    assert.equal(response.status, 403);
    assert.ok(isNamed(await response.text()));
  });

  it('has the new name once anyone has come in after it changed', async () => {
    await test.owner.query("update operator set name = 'Nya namnet AB'");
    await get('/kurser');
    assert.match((await get('/finns/inte')).text, /drivs av Nya namnet AB/);
  });
});
