import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addFullPerson } from '../support/full-person.ts';
import { addressesOf, addressOf, everyRoute, readSome, type Addresses } from '../support/every-route.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator, signedIn } from '../support/world.ts';

/** E-04: nothing personal in addresses, titles, logs, shared caches or anything another site could learn. */
describe('openness', () => {
  let test: TestHouse;
  let person: Awaited<ReturnType<typeof addFullPerson>>;
  let values: Addresses;
  let cookies: string[];

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    person = await addFullPerson(test, 'Synligsson', course, admin);
    values = await addressesOf(test, person, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });
    cookies = [await signedIn(test, person), await signedIn(test, admin)];
  });
  after(() => test.close());

  it('holds for every page, as a student and as an administrator', async () => {
    let pages = 0;
    for (const cookie of cookies) {
      for (const route of everyRoute.filter(({ method, who }) => method === 'GET' && who !== 'development')) {
        const response = await test.app.request(addressOf(route, values), { headers: { cookie } });
        const text = await readSome(response);
        const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';
        assert.ok(!/synligsson|adminsson|person\.example/i.test(title), `${route.name}: ${title}`);
        for (const [, link] of text.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
          assert.ok(!/synligsson|adminsson|person\.example/i.test(decodeURIComponent(link!)), `${route.name}: ${link}`);
        }
        for (const [, link] of text.matchAll(/\s(?:src|action|poster)="([^"]*)"|<link[^>]*href="([^"]*)"/g)) {
          if (link !== undefined) assert.ok(/^(\/|data:)/.test(link), `${route.name} loads from elsewhere: ${link}`);
        }
        assert.equal(response.headers.get('referrer-policy'), 'same-origin', route.name);
        assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/, route.name);
        if (/synligsson|adminsson/i.test(text)) assert.match(response.headers.get('cache-control') ?? '', /no-store/, route.name);
        if (title) pages++;
      }
    }
    assert.ok(pages > 30, `${pages} pages were seen`);
  });

  it('holds for the log: no name, address, id or path', () => {
    assert.ok(test.logLines.length > 60);
    for (const line of test.logLines) {
      assert.ok(!/synligsson|adminsson|person\.example|\/k\/ett/i.test(line), line);
      for (const id of person.ids) assert.ok(!line.includes(id), line);
    }
  });

  it('sets no cookie for a visitor, on any open page', async () => {
    for (const route of everyRoute.filter(({ method, who }) => method === 'GET' && who === 'everyone')) {
      const response = await test.app.request(addressOf(route, values));
      assert.equal(response.headers.get('set-cookie'), null, route.name);
    }
  });
});
