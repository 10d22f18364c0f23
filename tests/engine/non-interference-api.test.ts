import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { scopes } from '../../src/api/scopes.ts';
import { addressesOf, addressOf, everyRoute, type Addresses } from '../support/every-route.ts';
import { addFullPerson } from '../support/full-person.ts';
import { addDays } from '../../src/platform/clock.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, setUpOperator } from '../support/world.ts';

/**
 * The same over /api/v1 as non-interference.test.ts shows over the pages: what one student holds with a customer changes no byte of what
 * the program of another customer gets, nor one that was not given that kind of data.
 */
describe('what one person holds, asked for by programs', () => {
  let test: TestHouse;
  let secret: Awaited<ReturnType<typeof addFullPerson>>;
  let values: Addresses;
  const programs: Record<string, string> = { 'no program of ours': 'kursiv_fel' };
  const own = 'a program of the same customer that may read it';

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    const [ours, theirs] = [await addCustomer(test, 'ett'), await addCustomer(test, 'tva')];
    const course = await addCourse(test, ours.id);
    await addCourse(test, theirs.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, ours.id, course.courseId);
    secret = await addFullPerson(test, 'Hemlig', course, admin);
    values = await addressesOf(test, secret, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });
    programs['a program of another customer'] = await addProgram(theirs.id, scopes);
    programs['a program of the same customer that may only make keys'] = await addProgram(ours.id, ['keys:write']);
    programs[own] = await addProgram(ours.id, scopes);
  });
  after(() => test.close());

  async function addProgram(customerId: string, may: readonly string[]): Promise<string> {
    const boss = await addPerson(test, `Chef${randomUUID().slice(0, 4)}`);
    const token = `kursiv_${randomUUID().replaceAll('-', '')}abcdefghijk`;
    const access = { scopes: [...may], digest: test.house.secrets.digest('api token', token), expires_at: addDays(test.clock.now(), 30) };
    await inHouse(test, async (tx) => {
      await tx.insertInto('membership').values({ customer_id: customerId, account_id: boss.id, role: 'customer_admin' }).execute();
      await tx
        .insertInto('api_token')
        .values({ customer_id: customerId, client_id: randomUUID(), made_by: boss.id, name: 'program', ...access })
        .execute();
    });
    return token;
  }

  const asked = everyRoute.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/'));
  async function seenBy(token: string): Promise<Record<string, string>> {
    const seen: Record<string, string> = {};
    for (const route of asked) {
      const response = await test.app.request(addressOf(route, values), { headers: { authorization: `Bearer ${token}` } });
      const headers = [...response.headers].filter(([name]) => !/^(server-timing|ratelimit|x-ratelimit|date)/.test(name));
      seen[route.name] = `${response.status} ${JSON.stringify(headers)} ${await response.text()}`;
    }
    return seen;
  }

  it('changes nothing for a program that may not see it, and would be seen by one that may', async () => {
    assert.ok(asked.length >= 6);
    const before_ = Object.fromEntries(await Promise.all(Object.entries(programs).map(async ([who, token]) => [who, await seenBy(token)])));
    await test.owner.query("update account set given_name = given_name || 'annan', family_name = family_name || 'annan' where id = $1", [
      secret.id,
    ]);
    await test.owner.query(
      'update attempt set points = coalesce(points, 0) + 1, max_points = coalesce(max_points, 0) + 1 where enrolment_id = $1',
      [secret.enrolmentId],
    );
    await test.owner.query("update enrolment set completed_at = '2026-01-02' where id = $1", [secret.enrolmentId]);
    const differing: Record<string, string[]> = {};
    for (const [who, token] of Object.entries(programs)) {
      const now = await seenBy(token);
      const names = Object.keys(now).filter((name) => now[name] !== before_[who]![name]);
      if (names.length > 0) differing[who] = names;
    }
    assert.deepEqual(Object.keys(differing), [own], JSON.stringify(differing));
    assert.ok(differing[own]!.length > 0);
  });
});
