import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { addFullPerson } from '../support/full-person.ts';
import { addressesOf, addressOf, everyRoute, readSome, type Addresses } from '../support/every-route.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator, signedIn } from '../support/world.ts';

/** The names that the product's own code asks an address for. */
function askedNames(): Set<string> {
  const asks = /(?:(?:searchParams|asked)\.(?:get|has)\(|chosenIn\([\w.]+, )'(\w+)'/g;
  const code = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\./.test(file));
  return new Set(code.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(asks)].map(([, name]) => name!)));
}

/** Whatever is sent, the answer is a clear status and never a fault of ours. */
describe('malformed input', () => {
  let test: TestHouse;
  let values: Addresses;
  let cookies: string[];

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, customer.id, course.courseId);
    const person = await addFullPerson(test, 'Fuzz', course, admin);
    values = await addressesOf(test, person, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });
    cookies = ['', await signedIn(test, person), await signedIn(test, admin)];
  });
  after(() => test.close());

  const send = async (path: string, init: RequestInit, what: string) => {
    const response = await test.app.request(path, init);
    await readSome(response);
    assert.ok(
      response.status < 500,
      `${what} answered ${response.status}:\n${test.logLines.findLast((line) => line.includes('request failed'))}`,
    );
    return response;
  };
  const posts = everyRoute.filter(({ method, who }) => method === 'POST' && who !== 'development');
  const headers = (cookie: string, type: string) => ({
    'content-type': type,
    'sec-fetch-site': 'same-origin',
    ...(cookie ? { cookie } : {}),
  });

  const bodies: [string, string, BodyInit][] = [
    ['an empty form', 'application/x-www-form-urlencoded', ''],
    ['a broken escape', 'application/x-www-form-urlencoded', 'email=%E5%E4&body=%'],
    ['bytes that are no UTF-8', 'application/x-www-form-urlencoded', Buffer.from([0x62, 0x3d, 0xff, 0xfe])],
    ['zeros in the text', 'application/x-www-form-urlencoded', 'email=a%00b%40c.se&password=%00&body=%00&given_name=%00&client_id=%00'],
    [
      'every field at once, ten times',
      'application/x-www-form-urlencoded',
      'email=a&email=b&body=x&body=y&choice=1&choice=2&language=xx&key=1&'.repeat(10),
    ],
    ['a form that is no form', 'text/plain', 'hello'],
    ['no type at all', '', 'x=1'],
    ['JSON in place of a form', 'application/json', '{"a":1}'],
    ['broken JSON', 'application/json', '{"a":'],
    ['deep JSON', 'application/json', '['.repeat(2000) + ']'.repeat(2000)],
    [
      'JSON with zeros and lone halves',
      'application/json',
      '{"client_id":"\\u0000","response":{"text":"\\ud800"},"question":"\\u0000","name":"\\u0000"}',
    ],
  ];
  for (const [what, type, body] of bodies) {
    it(`${what} to every route that takes something`, async () => {
      for (const cookie of cookies)
        for (const route of posts) {
          if (['endSession', 'closeAccount'].includes(route.name)) continue;
          await send(addressOf(route, values), { method: 'POST', headers: headers(cookie, type), body }, `${route.name} with ${what}`);
        }
    });
  }

  it('a body that is too large is refused with 413', async () => {
    for (const route of [...posts].filter(({ who }) => who === 'everyone').slice(0, 6)) {
      const response = await send(
        addressOf(route, values),
        { method: 'POST', headers: headers('', 'application/x-www-form-urlencoded'), body: `email=${'x'.repeat(400_000)}` },
        route.name,
      );
      assert.ok([413, 404, 303, 415].includes(response.status) || route.name === 'passkeyOptions', `${route.name} ${response.status}`);
    }
  });

  it('addresses of any shape are found or not found', async () => {
    const withParams = everyRoute.filter(({ path, method, who }) => path.includes(':') && method === 'GET' && who !== 'development');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...withParams),
        fc.constantFrom(
          ...['customer', 'course', 'position', 'number', 'token', 'thread', 'question', 'message', 'session', 'file', 'enquiry'],
        ),
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.constantFrom(
            '%00',
            '..',
            '%2e%2e%2f',
            '0',
            '-1',
            '99999',
            '1e9',
            "'",
            '00000000-0000-0000-0000-000000000000',
            'a'.repeat(5000),
          ),
        ),
        async (route, name, value) => {
          if (value === '' || value.includes('/')) return;
          await send(
            addressOf(route, { ...values, [name]: value }),
            { headers: { cookie: cookies[1]! } },
            `${route.name} with ${name}=${JSON.stringify(value)}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  describe('what stands after the question mark', () => {
    const gets = everyRoute.filter(({ method, who }) => method === 'GET' && who !== 'development');
    const names = [...askedNames()];
    const open = async (route: (typeof gets)[number], query: string, who: number) => {
      const init = cookies[who] ? { headers: { cookie: cookies[who] } } : {};
      await send(`${addressOf(route, values)}?${query}`, init, `${route.name}?${query}`);
    };

    it('every name that a page asks for is known here', () => {
      for (const name of ['efter', 'fore', 'sok', 'vidare', 'besked', 'sida', 'mall', 'after']) assert.ok(names.includes(name), name);
    });

    for (const odd of ['%00', '9'.repeat(30), 'a%2Fb%27%E5', '00000000-0000-0000-0000-000000000000'])
      it(`${odd} in every name at once, on every page`, async () => {
        for (const route of gets) await open(route, names.map((name) => `${name}=${odd}`).join('&'), route.who === 'operator' ? 1 : 2);
      });

    it('any text in any name is taken or ignored', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...gets),
          fc.constantFrom(...names, 'x'),
          fc.oneof(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40, unit: 'binary' })),
          fc.constantFrom(0, 1, 2),
          (route, name, value, who) => open(route, `${name}=${encodeURIComponent(value.toWellFormed())}`, who),
        ),
        { numRuns: 300 },
      );
    });
  });

  it('addresses that cannot be decoded are not found', async () => {
    for (const path of ['/kurser/%', '/k/%E0%A4%A/kurser/x', '/%ff', '/intyg/%00']) await send(path, {}, path);
  });

  it('a post from another site is refused, whatever it says, but for the one link that is its own permission', async () => {
    const fromAnywhere = posts.filter((route) => 'from' in route);
    assert.deepEqual(
      fromAnywhere.map(({ name }) => name),
      ['oneClickUnsubscribe'],
    );
    for (const route of posts.filter((one) => !fromAnywhere.includes(one))) {
      const response = await test.app.request(addressOf(route, values), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site', cookie: cookies[1]! },
        body: 'x=1',
      });
      assert.equal(response.status, 403, route.name);
    }
  });
});
