import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addFullPerson, dump } from '../support/full-person.ts';
import { addressesOf, addressOf, everyRoute, readSome, type Addresses } from '../support/every-route.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, formPost, makeStaff, setUpOperator, signedIn, smallCourse } from '../support/world.ts';

/** E-01, E-03: every route, asked for by everyone who should not, with a victim's own ids in the address and the form. */
describe('strangers at every door', () => {
  let test: TestHouse;
  let victim: Awaited<ReturnType<typeof addFullPerson>>;
  let values: Addresses;
  const strangers: Record<string, string | undefined> = {};

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const otherCourse = await addCourse(test, customer.id, { ...smallCourse, slug: 'andra-kursen' });
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    victim = await addFullPerson(test, 'Malpersonen', course, admin);
    values = await addressesOf(test, victim, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });

    const elsewhere = await addCustomer(test, 'tva');
    const theirs = await addCourse(test, elsewhere.id);
    const people = {
      'an administrator of another customer': await addPerson(test, 'AndraAdmin'),
      'an administrator of another course of the same customer': await addPerson(test, 'KursAdmin'),
      'a student of another customer': await addPerson(test, 'AndraElev'),
      'another student of the same course': await addPerson(test, 'Kurskamrat'),
      'a signed-in person without any course': await addPerson(test, 'Utanfor'),
    };
    await makeStaff(test, people['an administrator of another customer'], elsewhere.id, theirs.courseId);
    await makeStaff(test, people['an administrator of another course of the same customer'], customer.id, otherCourse.courseId);
    await enrol(test, people['a student of another customer'], theirs);
    await enrol(test, people['another student of the same course'], course);
    strangers['a visitor'] = undefined;
    for (const [who, person] of Object.entries(people)) strangers[who] = await signedIn(test, person);
  });
  after(() => test.close());

  const marks = /alpersonen/i;
  const everyField = {
    given_name: 'x',
    family_name: 'x',
    language: 'sv',
    body: 'x',
    text: 'x',
    choice: 'x',
    how: 'erase',
    understand: 'yes',
    client_id: '7b0e2f3c-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
    show: 'yes',
    name: 'yes',
    confirmed: 'yes',
  };

  for (const who of [
    'a visitor',
    'an administrator of another customer',
    'an administrator of another course of the same customer',
    'a student of another customer',
    'another student of the same course',
    'a signed-in person without any course',
  ]) {
    it(`shows ${who} nothing of the victim, on any route`, async () => {
      const cookie = strangers[who];
      for (const route of everyRoute.filter(({ method, who: allowed }) => method === 'GET' && allowed !== 'development')) {
        const response = await test.app.request(addressOf(route, values), { headers: cookie ? { cookie } : {} });
        assert.ok(response.status < 500, `${route.name} answered ${response.status}`);
        assert.ok(!marks.test(await readSome(response)), `${route.name} shows the victim`);
        assert.ok(!marks.test(decodeURIComponent(response.headers.get('location') ?? '')), route.name);
      }
    });

    it(`lets ${who} change nothing of the victim, on any route`, async () => {
      const cookie = strangers[who];
      const ofVictim = async () =>
        Object.entries(await dump(test)).flatMap(([table, lines]) =>
          lines.filter((line) => victim.ids.some((id) => line.includes(id)) || marks.test(line)).map((line) => `${table} ${line}`),
        );
      const before_ = await ofVictim();
      const own = new Set(['rectify', 'closeAccount', 'reopenAccount', 'endSession']); // acts on the stranger's own account
      for (const route of everyRoute.filter(
        ({ method, who: allowed, name }) => method === 'POST' && allowed !== 'development' && !own.has(name),
      )) {
        // The link of a mail is a secret of its own: whoever holds it may use it.
        if (route.path.includes(':token')) continue;
        const response = await test.app.request(addressOf(route, values), formPost({ ...everyField, email: victim.email }, cookie));
        assert.ok(response.status < 500, `${route.name} answered ${response.status}`);
        assert.ok(!marks.test((await response.text()).replaceAll(victim.email, '')), `${route.name} shows the victim`);
      }
      const isNews = (line: string) => !/^(mail|challenge|graphile_worker\.)/.test(line); // asking for a reset of any address is anyone's right
      // Whoever writes to a course notifies its administrators: one that came is news, one that was there is not to change.
      const hasCome = (line: string) => line.startsWith('notification (') && !before_.includes(line);
      assert.deepEqual(
        (await ofVictim()).filter((line) => isNews(line) && !hasCome(line)),
        before_.filter(isNews),
      );
    });
  }

  it('would see it: the victim finds themselves on those very pages', async () => {
    const cookie = await signedIn(test, victim);
    const shown = [];
    for (const route of everyRoute.filter(({ method, who }) => method === 'GET' && who === 'signed-in')) {
      const response = await test.app.request(addressOf(route, values), { headers: { cookie } });
      if (marks.test(await readSome(response))) shown.push(route.name);
    }
    assert.ok(shown.includes('myData') && shown.includes('correspondence') && shown.includes('messages'), shown.join(', '));
  });

  it('says that there is no such page in the language that was chosen, or that the browser asks for', async () => {
    const heading = async (headers: Record<string, string>) =>
      /<h1[^>]*>([^<]+)/.exec(await (await test.app.request('/finns/inte', { headers })).text())?.[1];
    assert.equal(await heading({}), 'Sidan finns inte');
    assert.equal(await heading({ 'accept-language': 'en-GB,en;q=0.9' }), 'There is no such page');
    assert.equal(await heading({ 'accept-language': 'en', cookie: 'language=sv' }), 'Sidan finns inte');
  });

  it('does not make whoever is signed in look signed out on a page that is not there', async () => {
    const cookie = await signedIn(test, victim);
    const [signed, other] = await Promise.all(
      [cookie, ''].map(async (own) => (await test.app.request('/finns/inte', { headers: { cookie: own } })).text()),
    );
    assert.deepEqual(
      [signed, other].map((text) => text?.includes('action="/logga-ut"')),
      [true, false],
    );
  });

  it("answers not allowed and not there alike: a stranger's 404 is the same page", async () => {
    const cookie = strangers['an administrator of another customer']!;
    const there = await test.app.request(`/k/ett/inkorg/${values['thread']}`, { headers: { cookie } });
    const nowhere = await test.app.request('/k/finns-inte/inkorg/7b0e2f3c-1a2b-4c3d-8e4f-5a6b7c8d9e0f', { headers: { cookie } });
    assert.deepEqual([there.status, nowhere.status], [404, 404]);
    const shape = (text: string) => text.replaceAll(/\/k\/[^"<]*/g, '');
    assert.equal(shape(await there.text()), shape(await nowhere.text()));
  });
});
