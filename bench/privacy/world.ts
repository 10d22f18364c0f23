import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { House } from '../../src/platform/house.ts';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';
import type { TestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator, signedIn, smallCourse, enrol } from '../../tests/support/world.ts';
import type { BenchHouse } from '../support/house.ts';

export type Place = { customerId: string; customer: string; courseId: string; versionId: string; slug: string };
export type World = { place: Place; adminId: string; adminCookie: string; readerCookie: string };

const pages = 40;

/** An operator, a customer, one course of forty pages, its administrator and one who reads. */
export async function makeWorld({ house }: BenchHouse): Promise<World> {
  // What makes small people for the tests asks for no more than a house and its clock.
  const test = { house, clock: house.clock } as unknown as TestHouse;
  await setUpOperator(test);
  const customer = await addCustomer(test);
  const [first] = smallCourse.pages;
  const made = await addCourse(test, customer.id, {
    ...smallCourse,
    pages: Array.from({ length: pages }, (_, number) => ({
      ...first!,
      title: `Sida ${number + 1}`,
      markdown: `Text. ${'Ord och mening. '.repeat(60)}`,
    })),
  });
  const admin = await addPerson(test, 'Admin');
  await makeStaff(test, admin, customer.id, made.courseId);
  const reader = await addPerson(test, 'Reader');
  await enrol(test, reader, made);
  return {
    place: { ...made, customer: customer.slug },
    adminId: admin.id,
    adminCookie: await signedIn(test, admin),
    readerCookie: await signedIn(test, reader),
  };
}

/** So many learners with nothing but their course: account, membership, enrolment and two pages opened. Closed: it is time that they go. */
export async function addLearners(
  owner: pg.Client,
  { customerId, courseId, versionId }: Place,
  count: number,
  closed = false,
): Promise<void> {
  const atATime = 20_000;
  // Every key is the one that was made in the same statement: to look each up would be more than half of the time.
  await owner.query('set session_replication_role = replica');
  for (let left = count; left > 0; left -= atATime) {
    await owner.query(
      `with made as (insert into account (id, kind, email, email_confirmed_at, given_name, family_name, language, closed_at, erase_due_at)
           select gen_random_uuid(), 'personal', gen_random_uuid() || '@person.example', now(), 'Given' || n, 'Family' || n, 'sv',
             case when $5 then now() - interval '6 months' end, case when $5 then now() - interval '1 minute' end from generate_series(1, $4::int) n returning id),
         member as (insert into membership (customer_id, account_id, role) select $1, id, 'student' from made),
         enrolled as (insert into enrolment (customer_id, id, course_id, version_id, account_id, source) select $1, gen_random_uuid(), $2, $3, id, 'key' from made returning id)
       insert into page_visit (customer_id, enrolment_id, page_id)
         select $1, e.id, p.id from enrolled e, course_page p where p.customer_id = $1 and p.version_id = $3 and p.position <= 2`,
      [customerId, courseId, versionId, Math.min(left, atATime), closed],
    );
  }
  await owner.query('reset session_replication_role');
  await owner.query('vacuum analyze');
}

/** Learners who have used all of the course: some 300 rows each, in fourteen tables. */
export async function addFullLearners(owner: pg.Client, { place, adminId }: World, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, () => ({
    id: randomUUID(),
    enrolment: randomUUID(),
    thread: randomUUID(),
    attempt: randomUUID(),
  }));
  const { customerId: customer, courseId, versionId } = place;
  const of = `jsonb_to_recordset($1::jsonb) l(id uuid, enrolment uuid, thread uuid, attempt uuid)`;
  const add = (into: string, columns: string, more = '', when = 'true') =>
    owner.query(
      `insert into ${into} select ${columns} from ${of}${more} where ($2::uuid, $3::uuid, $4::uuid, $5::uuid) is not null and ${when}`,
      [JSON.stringify(people), customer, courseId, versionId, adminId],
    );
  const page = ', course_page p';
  const ofVersion = 'p.customer_id = $2 and p.version_id = $4';
  const series = (to: number) => `, generate_series(1, ${to}) n`;
  await add(
    'account (id, kind, email, email_confirmed_at, given_name, family_name, language)',
    "l.id, 'personal', l.id || '@person.example', now(), 'Given', 'Family', 'sv'",
  );
  await add('account_password (account_id, hash)', "l.id, 'x'");
  await add('membership (customer_id, account_id, role)', "$2, l.id, 'student'");
  await add('enrolment (customer_id, id, course_id, version_id, account_id, source)', "$2, l.enrolment, $3, $4, l.id, 'key'");
  await add('page_visit (customer_id, enrolment_id, page_id)', '$2, l.enrolment, p.id', page, ofVersion);
  await add(
    'note (customer_id, enrolment_id, page_id, body)',
    "$2, l.enrolment, p.id, 'anteckning'",
    page,
    `${ofVersion} and p.position <= 20`,
  );
  await add('bookmark (customer_id, enrolment_id, page_id)', '$2, l.enrolment, p.id', page, `${ofVersion} and p.position <= 20`);
  await add(
    'answer (customer_id, enrolment_id, question_id, client_id, response, correct)',
    '$2, l.enrolment, q.id, gen_random_uuid(), \'{"text": "ord"}\', true',
    ', question q',
    'q.customer_id = $2 and q.version_id = $4',
  );
  await add(
    'attempt (customer_id, id, enrolment_id, number, submitted_at, points, max_points, passed)',
    '$2, l.attempt, l.enrolment, 1, now(), 2, 2, true',
  );
  await add('correspondence (customer_id, id, enrolment_id, course_id, last_sequence)', '$2, l.thread, l.enrolment, $3, 60');
  await add(
    'message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body)',
    "$2, l.thread, n, case when n % 2 = 1 then l.id else $5 end, n % 2 = 1, gen_random_uuid(), 'Hej Given Family, ' || repeat('ord ', 20)",
    series(60),
  );
  await add(
    'notification (account_id, customer_id, course_id, event, shown, created_at, read_at, due_at)',
    "l.id, $2, $3, 'message-to-student', true, now(), now(), now() + interval '90 days'",
    series(40),
  );
  await add(
    'ledger (account_id, event, about, state, version, text_hash, language, at)',
    "l.id, 'acceptance', 'terms', 'accepted', 1, 'x', 'sv', now()",
  );
  await add('notification_choice (account_id, event, channel, allowed)', "l.id, 'message-to-student', 'mail', false");
  await owner.query('analyze');
  return people.map(({ id }) => id);
}

/** One who has written and been written to for years: so many messages, and files in a part of them. */
export async function addHeavyPerson(
  owner: pg.Client,
  house: House,
  world: World,
  rows: number,
  files: number,
  fileBytes: number,
): Promise<string> {
  const [id = ''] = await addFullLearners(owner, world, 1);
  const { customerId } = world.place;
  const found = await owner.query<{ id: string }>(
    'select c.id from correspondence c join enrolment e on e.customer_id = c.customer_id and e.id = c.enrolment_id where e.account_id = $1',
    [id],
  );
  const thread = found.rows[0]!.id;
  await owner.query(
    `insert into message (customer_id, correspondence_id, sequence, author_id, from_student, client_id, body)
     select $1, $2, n, case when n % 2 = 1 then $3::uuid else $4::uuid end, n % 2 = 1, gen_random_uuid(), repeat('Ord i en mening. ', 20) from generate_series(61, $5::int) n`,
    [customerId, thread, id, world.adminId, rows],
  );
  await owner.query('update correspondence set last_sequence = $2 where id = $1', [thread, rows]);
  for (let number = 1; number <= files; number++) {
    const [file, key] = [randomUUID(), newContentKey()];
    const once = async function* () {
      yield randomBytes(fileBytes);
    };
    await writeSealed(house.attachments, `${customerId}/${file}`, key, once());
    await owner.query(
      `insert into attachment (customer_id, id, correspondence_id, message_sequence, place, author_id, from_student, name, type, bytes, content_key)
       values ($1, $2, $3, $4, 1, $5, true, 'bild.png', 'image/png', $6, $7)`,
      [customerId, file, thread, number * 2 - 1, id, fileBytes, key],
    );
  }
  await owner.query('analyze');
  return id;
}
