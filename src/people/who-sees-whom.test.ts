import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  addCourse,
  addPerson,
  enrol,
  formPost,
  inHouse,
  makeStaff,
  signedIn,
  smallCourse,
  type Person,
} from '../../tests/support/world.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { openClassroom, type Classroom } from './testing.ts';
import { columnsOf, fields, groups, type Field, type GroupName, type Matrix } from './visibility.ts';
import { findMatrix } from './visibility.queries.ts';

/** E-02: what each group is shown to begin with. + shown, – not shown, blank: can never be. */
const golden = `
                    given_name  family_name  email  progress  result  correspondence
customer-admin      +           +            +      +         +       +
course-admin        +           +            +      +         +       +
course-admin-other  –           –            –      –         –
teacher             +           +            –      +         +
teacher-other       –           –            –      –         –
student             –           –
`;

describe('who sees whom', () => {
  let room: Classroom;
  let victim: Person;
  let other: Awaited<ReturnType<typeof addCourse>>;
  let thread: string;
  const cookies: Record<GroupName, string> = {} as Record<GroupName, string>;
  /** What tells a field when a page shows it. */
  const marks: Record<Field, RegExp> = {
    given_name: /Malgunn/,
    family_name: /Sedd-Ström/,
    email: /malgunn@person\.example/,
    progress: /1 av 2 klara/,
    result: /7 av 10 poäng/,
    correspondence: /Väntar på svar|Hemlig fråga/,
  };

  before(async () => {
    room = await openClassroom();
    const { house, customer, course } = room;
    victim = await addPerson(house, 'Malgunn');
    await house.owner.query('update account set given_name = $2, family_name = $3 where id = $1', [victim.id, 'Malgunn', 'Sedd-Ström']);
    const enrolmentId = await enrol(house, victim, course);
    await room.didPage(enrolmentId, (await room.pagesOf(course))[0]!);
    await room.tookTest(enrolmentId, 1, 7);
    thread = await writes(enrolmentId);
    other = await addCourse(house, customer.id, { ...smallCourse, slug: 'annan-kurs' });
    const teacher = await addPerson(house, 'Larare');
    cookies['customer-admin'] = await room.give(await addPerson(house, 'Kundadmin'), 'customer_admin');
    cookies['course-admin'] = room.cookie;
    const neighbour = await addPerson(house, 'Granne');
    await makeStaff(house, neighbour, customer.id, other.courseId);
    cookies['course-admin-other'] = await signedIn(house, neighbour);
    cookies.teacher = await room.give(teacher, 'teacher');
    await inHouse(house, (tx) =>
      tx.insertInto('course_teacher').values({ customer_id: customer.id, course_id: course.courseId, account_id: teacher.id }).execute(),
    );
    cookies['teacher-other'] = await room.give(await addPerson(house, 'Annanlarare'), 'teacher');
    const mate = await addPerson(house, 'Kamrat');
    await enrol(house, mate, course);
    cookies.student = await signedIn(house, mate);
  });
  after(() => room.house.close());

  async function writes(enrolmentId: string): Promise<string> {
    const id = randomUUID();
    const thread = { customer_id: room.customer.id, id, enrolment_id: enrolmentId, course_id: room.course.courseId };
    const message = { author_id: victim.id, from_student: true, client_id: randomUUID(), body: 'Hemlig fråga' };
    await inHouse(room.house, async (tx) => {
      await tx
        .insertInto('correspondence')
        .values({ ...thread, last_sequence: 1, last_sent_at: room.house.clock.now() })
        .execute();
      await tx
        .insertInto('message')
        .values({ customer_id: room.customer.id, correspondence_id: id, sequence: 1, ...message })
        .execute();
    });
    return id;
  }

  const settings = () => href('whoSeesWhom', { customer: room.customer.slug });
  const matrix = () => inHouse(room.house, (tx) => findMatrix(tx, room.customer.id));
  const save = (wanted: Matrix, cookie = cookies['customer-admin']) => {
    const post = formPost({}, cookie);
    const body = new URLSearchParams(
      Object.entries(wanted).flatMap(([name, shown]) => shown.map((field): [string, string] => [name, field])),
    );
    return room.house.app.request(settings(), { ...post, body: body.toString() });
  };

  /** Every page on which this group could see the students of the course, in one text. */
  async function everythingSeenBy(group: GroupName): Promise<string> {
    const { slug: customer } = room.customer;
    const course = room.course.slug;
    const paths = [
      href('students', { customer, course }),
      href('inbox', { customer }),
      href('thread', { customer, thread }),
      href('threadMessages', { customer, thread }),
      href('courseMates', { customer, course }),
      href('statistics', { customer, course }),
      href('followUp', { customer, course }),
      href('followUpPages', { customer, course }),
      href('followUpCsv', { customer, course }),
      href('deadlines', { customer, course }),
      href('testTerms', { customer, course }),
      href('courseCertificates', { customer, course }),
      href('groups', { customer }),
      settings(),
      href('home'),
    ];
    const texts = await Promise.all(paths.map((path) => room.textOf(path, cookies[group])));
    const search = await room.house.app.request(paths[0]!, formPost({ name: 'a' }, cookies[group]));
    return [...texts, await search.text()].join('\n');
  }

  it('begins as the golden table says', async () => {
    const shown = await matrix();
    const rows = groups.map(({ name, offers }) => {
      const cells = fields.map((field, column) => {
        const sign = shown[name].includes(field) ? '+' : (offers as readonly Field[]).includes(field) ? '–' : '';
        return sign.padEnd(column < fields.length - 1 ? field.length + 2 : 0);
      });
      return (name.padEnd(20) + cells.join('')).trimEnd();
    });
    assert.equal(rows.join('\n'), golden.trim().split('\n').slice(1).join('\n'));
  });

  it('accounts for every column that the map lets others see, each by one field, and offers nobody more than the map does', () => {
    const named = Object.values(columnsOf).flat();
    assert.equal(new Set(named).size, named.length);
    const names = (viewer: Parameters<typeof columnsSeenBy>[0]) => columnsSeenBy(viewer).map(({ table, column }) => `${table}.${column}`);
    const aboutStudents = names('administrators');
    assert.deepEqual(aboutStudents.toSorted(), named.toSorted());
    for (const { viewer, offers } of groups)
      for (const field of offers)
        for (const column of columnsOf[field].filter((name) => !name.startsWith('course_key.'))) {
          assert.ok(names(viewer).includes(column), `${viewer} ${column}`);
        }
  });

  it('is obeyed by every page, with each field shown and with it not shown, for every group', async () => {
    for (const hidden of [undefined, ...fields]) {
      const wanted = Object.fromEntries(groups.map(({ name, offers }) => [name, offers.filter((field) => field !== hidden)])) as Matrix;
      // Someone must be able to read what students write.
      if (hidden === 'correspondence') wanted['customer-admin'] = [...fields];
      assert.equal((await save(wanted)).status, 303);
      assert.deepEqual(await matrix(), wanted);
      for (const { name } of groups) {
        const text = await everythingSeenBy(name);
        for (const field of fields)
          assert.equal(marks[field].test(text), wanted[name].includes(field), `${name}, ${hidden} hidden: ${field}`);
      }
    }
  });

  it('shows nobody anything when everything but one who answers is unticked', async () => {
    const nothing = Object.fromEntries(groups.map(({ name }) => [name, []])) as unknown as Matrix;
    assert.equal((await save({ ...nothing, 'customer-admin': ['correspondence'] })).status, 303);
    for (const { name } of groups) {
      const text = await everythingSeenBy(name);
      for (const field of fields)
        assert.equal(marks[field].test(text), name === 'customer-admin' && field === 'correspondence', `${name} ${field}`);
    }
    const refused = await save(nothing);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Någon måste kunna läsa det som studenterna skriver/);
  });

  it('records each change with who and when, and tells it to the administrators of the customer', async () => {
    const shown = await matrix();
    const { rows: before_ } = await room.house.owner.query('select count(*)::int as count from visibility_change');
    await save({ ...shown, teacher: ['given_name'] });
    await save({ ...shown, teacher: ['given_name'] });
    const { rows } = await room.house.owner.query('select role, relation, field, shown from visibility_change order by id desc');
    assert.equal(rows.length, before_[0].count + 1, 'the same again is no change');
    assert.deepEqual(rows[0], { role: 'teacher', relation: 'own-course', field: 'given_name', shown: true });
    const page = await room.textOf(settings(), cookies['customer-admin']);
    assert.match(page, /Kursens lärare ser nu förnamn\./);
    assert.match(page, /GivenKundadmin FamilyKundadmin/);
    assert.match(await room.textOf(settings(), cookies.student), /Kursens lärare ser ditt förnamn\./);
    assert.doesNotMatch(await room.textOf(settings(), cookies.student), /GivenKundadmin/);
  });

  it('is changed by the administrators of the customer and by nobody else', async () => {
    const shown = await matrix();
    for (const group of ['course-admin', 'teacher', 'student'] as const) {
      assert.equal((await save({ ...shown, student: ['given_name'] }, cookies[group])).status, 404, group);
    }
    const stranger = await signedIn(room.house, await addPerson(room.house, 'Framling'));
    assert.equal((await room.get(settings(), stranger)).status, 404);
    assert.deepEqual(await matrix(), shown);
    assert.equal((await room.house.app.request(settings(), formPost({ student: 'email' }, cookies['customer-admin']))).status, 422);
  });

  it('lets no student of the course find those of another, and records the look at mates (N-60)', async () => {
    await save({ ...(await matrix()), student: ['given_name'] });
    const { slug: customer } = room.customer;
    const path = href('courseMates', { customer, course: room.course.slug });
    await room.house.owner.query('delete from access_log');
    const page = await room.textOf(path, cookies.student);
    assert.match(page, /Malgunn/);
    assert.doesNotMatch(page, /Sedd-Ström/);
    const { rows } = await room.house.owner.query(
      'select l.fields from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1',
      [victim.id],
    );
    assert.deepEqual(rows, [{ fields: ['account.given_name'] }]);
    assert.equal((await room.get(href('courseMates', { customer, course: other.slug }), cookies.student)).status, 404);
    assert.equal((await room.get(path, cookies.teacher)).status, 404);
    await room.house.owner.query("update enrolment set ends_at = '2026-01-01' where account_id <> $1", [victim.id]);
    assert.equal((await room.get(path, cookies.student)).status, 404, 'whoever has left sees nobody');
  });
});
