import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { addressesOf, addressOf, everyRoute, readSome, type Addresses } from '../../../tests/support/every-route.ts';
import { unzip } from '../../../tests/support/unzip.ts';
import { addPerson, formPost, inHouse, signedIn, type Person } from '../../../tests/support/world.ts';
import { href, type RouteName } from '../../routes.ts';
import { openOffice } from '../testing.ts';
import { changeGroup, makeGroup, takeOut } from './change-group.ts';
import { joinGroup } from './group-members.queries.ts';

// Proof of E-01: a teacher of groups reaches the students of the own groups, and no others on any page.

describe('a teacher of groups', () => {
  let at: Awaited<ReturnType<typeof openOffice>>;
  let teacher: Person;
  let cookie: string;
  let pupil: Person;
  let outside: Awaited<ReturnType<typeof addFullPerson>>;
  let values: Addresses;
  const group = randomUUID();
  const traces = ['Utanfor', 'utanfor@'];

  const member = () => href('member', { customer: at.customer.slug, member: teacher.id });
  const students = () => href('students', { customer: at.customer.slug, course: at.course.slug });
  const give = (groups: string[], as = at.cookie) =>
    at.post(
      member(),
      groups.map((id): [string, string] => ['groups', id]),
      as,
    );

  before(async () => {
    at = await openOffice();
    pupil = await addPerson(at.house, 'Inuti');
    await at.give(pupil, 'student');
    outside = await addFullPerson(at.house, 'Utanfor', at.course, at.boss);
    // So that each row of theirs would be shown if it were reached.
    await at.house.owner.query('delete from course_administrator where account_id = $1', [outside.id]);
    values = await addressesOf(at.house, outside, {
      customerSlug: at.customer.slug,
      courseSlug: at.course.slug,
      versionId: at.course.versionId,
    });
    teacher = await addPerson(at.house, 'Larare');
    await at.give(teacher, 'student');
    await inHouse(at.house, async (tx) => {
      await makeGroup(tx, at.customer.id, group, { name: '7B', keepsCourses: false, courses: [at.course.courseId] });
      await joinGroup(tx, { customerId: at.customer.id, groupId: group }, [pupil.id], null);
    });
    await at.house.owner.query('update visibility set shown = true where customer_id = $1', [at.customer.id]);
    assert.equal((await give([group])).status, 303);
    cookie = await signedIn(at.house, teacher);
  });
  after(() => at.house.close());

  async function wordsOf(response: Response): Promise<string> {
    if (!response.headers.get('content-type')?.includes('spreadsheetml')) return readSome(response);
    return [...(await unzip(Buffer.from(await response.arrayBuffer()))).values()].join('\n');
  }

  /** The pages on which someone of these traces is met, opened over the ids of the one who is outside. */
  async function meets(sought: readonly string[], as = cookie): Promise<RouteName[]> {
    const found: RouteName[] = [];
    for (const route of everyRoute.filter(({ method, who }) => method === 'GET' && who !== 'development' && who !== 'token')) {
      const text = await wordsOf(await at.house.app.request(addressOf(route, values), { headers: { cookie: as } }));
      if (sought.some((trace) => text.includes(trace))) found.push(route.name);
    }
    return found;
  }

  it('sees and exports the students of the own groups, with what the customer shows to teachers', async () => {
    assert.deepEqual(await at.rolesOf(teacher), ['student', 'teacher']);
    const lists: RouteName[] = ['students', 'followUpPages', 'followUpCsv', 'followUpXlsx'];
    assert.deepEqual((await meets(['FamilyInuti'])).toSorted(), lists.toSorted());
    await at.house.owner.query("update enrolment set created_at = created_at - interval '30 days'");
    const inNeed = await at.textOf(href('followUp', { customer: at.customer.slug, course: at.course.slug }), cookie);
    assert.match(inNeed, /FamilyInuti/, 'is told who in the group has stopped');
    assert.match(await at.textOf(href('group', { customer: at.customer.slug, group }), at.cookie), /Gruppens lärare.*FamilyLarare/s);
    assert.ok((await at.textOf(href('myRoles'), cookie)).includes(students()));
  });

  it('reminds a student of the group of the course, once a day whoever presses, and nobody else', async () => {
    const place = { customer: at.customer.slug, course: at.course.slug };
    const [own] = await at.rows('select id from enrolment where account_id = $1 and course_id = $2', [pupil.id, at.course.courseId]);
    const remind = (enrolment: string, as = cookie) => at.post(href('remindStudent', { ...place, enrolment }), [], as);
    await at.rows('delete from visibility_change');
    await at.rows("update visibility set shown = false where role = 'teacher' and field = 'correspondence'");
    assert.match(await at.textOf(href('followUp', place), cookie), /Påminn om kursen/);
    const pressed = await Promise.all(Array.from({ length: 5 }, () => remind(own.id)));
    const told = pressed.map((response) => response.headers.get('location')!.replace(/.*besked=/, ''));
    assert.deepEqual(told.toSorted(), ['nyligen', 'nyligen', 'nyligen', 'nyligen', 'pamind']);
    const reminders = () => at.rows("select account_id from notification where event = 'nudged'");
    assert.deepEqual(await reminders(), [{ account_id: pupil.id }]);
    assert.match(await at.textOf(pressed[0]!.headers.get('location')!, cookie), /påmind|påminnelse/);
    const written = await at.post(href('sendNudge', { ...place, enrolment: own.id }), [['body', 'Hur går det?']], at.cookie);
    assert.equal(written.status, 422, 'nor is one who has been reminded written to the same day');
    assert.match(await written.text(), /Vänta med nästa till i morgon/);
    assert.equal((await remind(values['enrolment']!)).status, 404, 'a student of no group of theirs');
    assert.equal((await remind(own.id, at.cookie)).status, 404, 'an administrator who teaches no group writes instead');
    const now = at.house.clock.now();
    at.house.clock.moveTo(new Date(now.getTime() + 25 * 3_600_000));
    assert.match((await remind(own.id, await signedIn(at.house, teacher))).headers.get('location')!, /pamind/);
    at.house.clock.moveTo(now);
  });

  it('meets nobody else on any page, and is refused whatever is theirs', async () => {
    assert.deepEqual(await meets(traces), []);
    for (const name of ['nudge', 'thread', 'courseCertificate', 'markAnswer'] as const) {
      const route = everyRoute.find((one) => one.name === name)!;
      assert.equal((await at.get(addressOf(route, values), cookie)).status, 404, name);
    }
    const search = await at.house.app.request(students(), formPost({ name: 'tanfo' }, cookie));
    assert.match(await search.text(), /Ingen student stämmer med sökningen/);
    const nudge = everyRoute.find((one) => one.name === 'sendNudge')!;
    assert.equal((await at.house.app.request(addressOf(nudge, values), formPost({}, cookie))).status, 404);
  });

  it('would meet them everywhere if the rule beneath were broken', async () => {
    const { rows: rules } = await at.house.owner.query<{ table: string; rule: string }>(
      "select polrelid::regclass::text as table, pg_get_expr(polqual, polrelid) as rule from pg_policy where polname = 'in_reach'",
    );
    assert.deepEqual(rules.map(({ table }) => table).toSorted(), ['account', 'enrolment']);
    for (const { table } of rules) await at.house.owner.query(`alter policy in_reach on ${table} using (true)`);
    const met = await meets(traces);
    for (const { table, rule } of rules) await at.house.owner.query(`alter policy in_reach on ${table} using (${rule})`);
    for (const name of ['students', 'followUpPages', 'followUpCsv', 'followUpXlsx'] as const) assert.ok(met.includes(name), name);
  });

  it('meets those who join the group at once, and no longer those who leave it', async () => {
    const late = await addPerson(at.house, 'Sen');
    await at.give(late, 'student');
    const inGroup = (work: typeof joinGroup) =>
      inHouse(at.house, (tx) => work(tx, { customerId: at.customer.id, groupId: group }, [late.id], null));
    await inGroup(joinGroup);
    assert.match(await at.textOf(students(), cookie), /FamilySen/);
    await inHouse(at.house, (tx) => takeOut(tx, at.customer.id, group, [late.id]));
    assert.doesNotMatch(await at.textOf(students(), cookie), /FamilySen/);
  });

  it('has the courses of the groups and no others, also one that the group gets later', async () => {
    const second = href('students', { customer: at.customer.slug, course: at.second.slug });
    await at.rows("update visibility set shown = false where role = 'teacher' and relation = 'other-course'");
    assert.equal((await at.get(second, cookie)).status, 404);
    const courses = [at.course.courseId, at.second.courseId];
    await inHouse(at.house, (tx) => changeGroup(tx, at.customer.id, group, { name: '7B', keepsCourses: false, courses }));
    assert.match(await at.textOf(second, cookie), /FamilyInuti/);
  });

  it('sees a whole course when they teach that as well', async () => {
    await inHouse(at.house, (tx) =>
      tx
        .insertInto('course_teacher')
        .values({ customer_id: at.customer.id, course_id: at.course.courseId, account_id: teacher.id })
        .execute(),
    );
    assert.match(await at.textOf(students(), cookie), /FamilyUtanfor/);
    await at.rows('delete from course_teacher where account_id = $1', [teacher.id]);
    assert.doesNotMatch(await at.textOf(students(), cookie), /FamilyUtanfor/);
  });

  it('is made by an administrator of the customer and by nobody else, of the customer’s own groups', async () => {
    assert.equal((await give([], cookie)).status, 404);
    assert.equal((await give([randomUUID()])).status, 422);
    assert.match(await at.textOf(member(), at.cookie), new RegExp(`value="${group}"[^>]*checked`));
    assert.equal((await give([])).status, 303);
    assert.deepEqual(await at.rolesOf(teacher), ['student']);
    assert.equal((await at.get(students(), cookie)).status, 404);
  });

  it('can be invited straight to groups, for as long as the invitation gives it', async () => {
    const guest = await addPerson(at.house, 'Gastlarare');
    const asGuest = await signedIn(at.house, guest);
    const fields: [string, string][] = [
      ['role', 'teacher'],
      ['uses', '1'],
      ['days', '14'],
      ['accessDays', '30'],
    ];
    const save = href('saveInvitation', { customer: at.customer.slug });
    const none = await at.post(save, fields, at.cookie);
    assert.equal(none.status, 422);
    assert.match(await none.text(), /kan bjudas in till grupper i stället/);
    assert.equal((await at.post(save, [...fields, ['groups', randomUUID()]], at.cookie)).status, 422);
    assert.equal((await at.post(save, [...fields, ['groups', group]], at.cookie)).status, 303);
    const [{ id }] = await at.rows('select id from invitation order by created_at desc limit 1');
    const told = await at.textOf(at.linkOf(id), asGuest);
    assert.match(told, /Du ser och hjälper dem som är med i 7B, i gruppens kurser/);
    assert.doesNotMatch(told, /alla kundens kurser/);
    assert.equal((await at.get(students(), asGuest)).status, 404);
    for (let turn = 0; turn < 2; turn++) await at.post(at.linkOf(id), [['choice', 'accept']], asGuest);
    const seen = await at.textOf(students(), asGuest);
    assert.match(seen, /FamilyInuti/);
    assert.doesNotMatch(seen, /Utanfor/);
    assert.match(await at.textOf(href('invitations', { customer: at.customer.slug }), at.cookie), /Grupper: 7B/);
    const now = at.house.clock.now();
    at.house.clock.moveTo(new Date(now.getTime() + 31 * 86_400_000));
    assert.equal((await at.get(students(), await signedIn(at.house, guest))).status, 404, 'after its end');
    at.house.clock.moveTo(now);
    assert.match(await at.textOf(students(), asGuest), /FamilyInuti/);
    await at.revoke(id);
    assert.equal((await at.get(students(), asGuest)).status, 404, 'revoked, at once');
    assert.deepEqual(await at.rows('select from group_teacher where account_id = $1', [guest.id]), []);
  });
});
