import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { scopes } from '../../src/api/scopes.ts';
import { href, type RouteName } from '../../src/routes.ts';
import { addFullPerson } from '../support/full-person.ts';
import { addressesOf, addressOf, everyRoute, readSome, type Addresses } from '../support/every-route.ts';
import { textOf } from '../support/pdf-text.ts';
import { unzip } from '../support/unzip.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  type Person,
} from '../support/world.ts';

/**
 * Proof of E-02. Where each of those around a person meets their name, with everything shown that who-sees-whom can show. Filled in by opening
 * every page with the protection broken: a new list stands here or the test fails, and none of them may show it while it is whole.
 */
const golden = `
keyBatch: course-admin, customer-admin
findKeys: course-admin, customer-admin
inbox: course-admin, customer-admin
searchInbox: course-admin, customer-admin
thread: course-admin, customer-admin
threadMessages: course-admin, customer-admin
seats: customer-admin
students: teacher, course-admin, customer-admin
searchStudents: teacher, course-admin, customer-admin
deadlines: course-admin, customer-admin
searchDeadlines: course-admin, customer-admin
followUp: course-admin, customer-admin
searchFollowUp: course-admin, customer-admin
followUpPages: teacher, course-admin, customer-admin
searchFollowUpPages: teacher, course-admin, customer-admin
followUpCsv: teacher, course-admin, customer-admin
followUpXlsx: teacher, course-admin, customer-admin
nudge: course-admin, customer-admin
courseCertificates: course-admin, customer-admin
searchCertificates: course-admin, customer-admin
courseCertificate: course-admin, customer-admin
testTerms: course-admin, customer-admin
searchTestTerms: course-admin, customer-admin
whoSeesWhom: customer-admin
courseMates: mate
searchMates: mate
members: customer-admin
searchMembers: customer-admin
member: customer-admin
group: customer-admin
invitations: customer-admin
apiTokens: customer-admin
webhooks: customer-admin
webhook: customer-admin
apiEnrolments: program
apiMembers: program
`;

const viewers = ['visitor', 'mate', 'teacher', 'course-admin', 'customer-admin', 'program'] as const;
type Viewer = (typeof viewers)[number];
const name = { given: 'Hemligunn', family: 'Dold-Ström', email: 'hemligunn@dold.example' };
const traces = Object.values(name);
const designation = 'Person H2DN';

describe('a protected identity', () => {
  let test: TestHouse;
  let values: Addresses;
  let customer: { id: string; slug: string };
  let person: Person & { enrolmentId: string };
  const headers = {} as Record<Viewer, Record<string, string>>;

  before(async () => {
    test = await openTestHouse();
    await setUpOperator(test);
    customer = await addCustomer(test, 'ett');
    const course = await addCourse(test, customer.id);
    const [admin, boss, teacher, mate] = await Promise.all(['Admin', 'Boss', 'Larare', 'Kamrat'].map((marker) => addPerson(test, marker)));
    await makeStaff(test, admin!, customer.id, course.courseId);
    person = await addFullPerson(test, 'Alltsson', course, admin!);
    values = await addressesOf(test, person, { customerSlug: 'ett', courseSlug: course.slug, versionId: course.versionId });
    await enrol(test, mate!, course);
    await inHouse(test, async (tx) => {
      const customer_id = customer.id;
      await tx
        .insertInto('membership')
        .values([
          { customer_id, account_id: boss!.id, role: 'customer_admin' },
          { customer_id, account_id: teacher!.id, role: 'teacher' },
        ])
        .execute();
      await tx.insertInto('course_teacher').values({ customer_id, course_id: course.courseId, account_id: teacher!.id }).execute();
    });
    // What they have written themselves still says the name they had: it is theirs to write.
    await test.owner.query('update account set given_name = $2, family_name = $3, email = $4 where id = $1', [person.id, ...traces]);
    await test.owner.query('update course_key set bound_email = $1, bound_given_name = $2, bound_family_name = $3 where bound_email = $4', [
      name.email,
      name.given,
      name.family,
      person.email,
    ]);
    await test.owner.query('update invitation_address set address = $1 where address = $2', [name.email, person.email]);
    await test.owner.query('update agreement set all_courses = true, ends_at = null where customer_id = $1', [customer.id]);
    await test.owner.query('update visibility set shown = true where customer_id = $1', [customer.id]);
    await test.owner.query('insert into protected_identity values ($1, $2, $3, $4, null)', [
      customer.id,
      person.id,
      designation,
      test.clock.now(),
    ]);
    headers.visitor = {};
    for (const [viewer, one] of [
      ['mate', mate],
      ['teacher', teacher],
      ['course-admin', admin],
      ['customer-admin', boss],
    ] as const)
      headers[viewer] = { cookie: await signedIn(test, one!) };
    headers.program = { authorization: `Bearer ${await tokenOf(headers['customer-admin'])}` };
  });
  after(() => test.close());

  async function tokenOf({ cookie }: Record<string, string>): Promise<string> {
    const fields = [['client_id', randomUUID()], ['name', 'x'], ['days', '30'], ...scopes.map((scope) => ['scopes', scope])];
    const body = new URLSearchParams(fields).toString();
    const made = await test.app.request(href('apiTokens', { customer: customer.slug }), { ...formPost({}, cookie), body });
    return /kursiv_[\w-]{43}/.exec(await made.text())![0];
  }

  const searches: Partial<Record<RouteName, Record<string, string>>> = {
    searchInbox: { name: 'ol' },
    searchStudents: { name: 'ol' },
    searchMembers: { text: 'ol' },
    searchMates: { name: 'ol' },
    searchDeadlines: { name: 'ol' },
    searchFollowUp: { name: 'ol' },
    searchFollowUpPages: { name: 'ol' },
    searchTestTerms: { name: 'ol' },
    searchCertificates: { search: 'ol' },
    findKeys: { sought: 'ol' },
    checkPeopleList: { list: name.email.toUpperCase() },
  };

  /** Each page and search, as `route: viewers`, on which one of these is written. */
  async function whereIsSeen(sought: readonly string[]): Promise<string> {
    const found: string[] = [];
    for (const route of everyRoute.filter(({ name: of, method, who }) => (method === 'GET' && who !== 'development') || of in searches)) {
      const seeing = [];
      for (const viewer of viewers.filter((one) => (one === 'program') === (route.who === 'token'))) {
        const search = searches[route.name];
        const init = search ? formPost(search, headers[viewer]['cookie']) : { headers: headers[viewer] };
        const text = await wordsOf(await test.app.request(addressOf(route, values), init));
        // The address on the preview of a pasted list is what the reader pasted.
        const traces = route.name === 'checkPeopleList' ? sought.filter((trace) => trace !== name.email) : sought;
        if (traces.some((trace) => text.includes(trace))) seeing.push(viewer);
      }
      if (seeing.length > 0) found.push(`${route.name}: ${seeing.join(', ')}`);
    }
    return found.join('\n');
  }

  /** Makes a function forget who is protected, and gives what makes it whole again. */
  async function breakFunction(name: string): Promise<string> {
    const { rows } = await test.owner.query<{ whole: string }>('select pg_get_functiondef($1::text::regprocedure) as whole', [name]);
    const { whole } = rows[0]!;
    const broken = whole.replaceAll(/\bp\.designation\b/g, 'null');
    assert.notEqual(broken, whole);
    await test.owner.query(broken);
    return whole;
  }

  async function wordsOf(response: Response): Promise<string> {
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('application/pdf')) return textOf(Buffer.from(await response.arrayBuffer()), inflateSync);
    if (!type.includes('spreadsheetml')) return readSome(response);
    return [...(await unzip(Buffer.from(await response.arrayBuffer()))).values()].join('\n');
  }

  it('has no name and no address on any page, in any search, file or call', async () => {
    assert.equal(await whereIsSeen(traces), '');
  });

  it('has a designation where others have a name, and so does each list of the golden table', async () => {
    const hidden = await whereIsSeen([designation]);
    const mend = [await breakFunction('app.seen_people(uuid)'), await breakFunction('app.designation_of(uuid,text)')];
    const broken = await whereIsSeen(traces);
    for (const whole of mend) await test.owner.query(whole);
    assert.equal(broken, golden.trim());
    // A search by name finds nobody.
    const withoutSearches = broken.replaceAll(
      /^(?:searchInbox|searchStudents|searchMates|searchMembers|searchCertificates|searchDeadlines|searchFollowUp|searchFollowUpPages|searchTestTerms): .*\n/gm,
      '',
    );
    assert.equal(hidden, withoutSearches);
  });
});
