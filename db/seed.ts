import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { addTemplate, ourTemplates, publishCourse } from '../src/courses/index.ts';
import type { CourseDraft } from '../src/courses/publish-course.ts';
import { publishFirstDocuments } from '../src/desk/index.ts';
import { notify } from '../src/notifications/index.ts';
import { makeKeys } from '../src/keys/index.ts';
import { addDays } from '../src/platform/clock.ts';
import { acrossCustomers, type Tx } from '../src/platform/database.ts';
import type { House } from '../src/platform/house.ts';
import { recordChoice } from '../src/privacy/index.ts';
import { hashPassword } from '../src/sign-in/index.ts';
import { addAgreement } from './world/agreements.ts';
import { addContacts } from './world/contacts.ts';
import { addConversations } from './world/conversations.ts';
import { worldCustomers, type WorldCustomer } from './world/customers.ts';
import { diceFrom, type Dice } from './world/dice.ts';
import { addDesk, deskStaff } from './world/desk.ts';
import { addErasures } from './world/erasures.ts';
import { addHandedRequests, askForOwnExport, makeAskedExports } from './world/rights.ts';
import { addEvacuationPlan, addExams } from './world/exams.ts';
import { addNewsletters, addTermsToCome } from './world/newsletters.ts';
import { addGroup } from './world/groups.ts';
import { addHistory, type Student } from './world/history.ts';
import { insertMany } from './world/insert-many.ts';
import { addKeys } from './world/keys.ts';
import { addColleagues, addStudents } from './world/people.ts';
import { addShop, worldShop } from './world/shop.ts';
import { addTermsDecisions } from './world/terms-decisions.ts';
import { termDays } from './world/term-days.ts';
import { addTold } from './world/told.ts';
import { addWebhook } from './world/webhooks.ts';
import { readFilm } from './world/read-film.ts';
import { worldRegister } from './world/register.ts';

export type DemoSignIn = { role: string; email: string; password: string };

/** Everyone in the demo world who can sign in has this password. It is no secret. */
const demoPassword = 'lugn skog i november';
const demoStudent = { givenName: 'Åsa', familyName: 'Öberg', email: 'asa.oberg@person.example' };
const newcomer = { email: 'aino.makela@person.example', givenName: 'Aino', familyName: 'Mäkelä' };
const months = 14;
/** Keys of each course that nobody has used. */
const keysToSpare = 25;
/** How many of the students have written. */
const shareOfWriters = 0.13;

/** One believable world, deterministic but for its ids; made once in an empty database. Fresh keys each time. */
export async function seedWorld(house: House, onProgress: (line: string) => void): Promise<DemoSignIn[]> {
  const isNew = await house.database.transaction(acrossCustomers('seed'), async (tx) => {
    if (await tx.selectFrom('operator').select('only_one').executeTakeFirst()) return false;
    const started = performance.now();
    await makeWorld(tx, house, onProgress);
    await askForOwnExport(tx, demoStudent.email, house.clock.now());
    const students = worldCustomers.reduce((sum, customer) => sum + customer.students, 1).toLocaleString('en');
    onProgress(`the demo world: ${students} students with a year behind them, made in ${seconds(performance.now() - started)} s`);
    return true;
  });
  if (isNew) await makeAskedExports(house);
  const isDemo =
    isNew ||
    (await house.database.transaction(acrossCustomers('seed'), (tx) =>
      tx.selectFrom('account').select('id').where('email', '=', demoStudent.email).where('kind', '=', 'demo').executeTakeFirst(),
    ));
  if (!isDemo) return [];
  const keys = await house.database.transaction(acrossCustomers('seed'), (tx) => freshKeys(tx, house));
  return [
    { role: 'Student', email: demoStudent.email, password: demoPassword },
    ...[...worldCustomers, worldShop].flatMap(({ staff, name }) =>
      staff.map(({ email, role }) => ({
        role: role === 'course_admin' ? 'Administrator' : 'Customer admin',
        email,
        password: `${demoPassword}   (${name})`,
      })),
    ),
    ...deskStaff.map(({ email, roleName }) => ({ role: roleName, email, password: demoPassword })),
    ...keys,
  ];
}

async function makeWorld(tx: Tx, house: House, onProgress: (line: string) => void): Promise<void> {
  const dice = diceFrom(2026);
  // From the whole hour, so that two worlds that are made one after the other are the same.
  const now = new Date(Math.floor(house.clock.now().getTime() / 3_600_000) * 3_600_000);
  await tx
    .insertInto('operator')
    .values({
      name: 'Kursiv i Norden AB',
      contact_email: 'hej@kursiv.example',
      dpo_name: 'Doris Dahlberg',
      dpo_email: 'dataskydd@kursiv.example',
      language: 'sv',
    })
    .execute();
  if (house.register.length === 0) {
    house.register = worldRegister;
    await writeFile(house.registerFile, `${JSON.stringify(worldRegister, null, 2)}\n`);
  }
  await publishFirstDocuments(tx, addDays(now, -30 * months), house.register);
  const passwordHash = await hashPassword(demoPassword);
  const staff: Parameters<typeof addDesk>[2] = [];
  for (const { role, ...person } of deskStaff) {
    staff.push({ role, accountId: await addAccount(tx, house, person, addDays(now, -30 * months), passwordHash, 'staff') });
  }
  await addDesk(tx, house, staff, now);
  await addErasures(tx, now);
  await addNewsletters(tx, now);
  for (const customer of worldCustomers) {
    onProgress(`the demo world: ${customer.name}, ${customer.courses.length} courses`);
    await makeCustomer(tx, house, dice, customer, passwordHash, now);
  }
  onProgress(`the demo world: ${worldShop.name}, ${worldShop.courses.length} courses and what has been sold`);
  await makeShop(tx, house, passwordHash, now);
  await addTermsToCome(tx, now);
}

async function makeShop(tx: Tx, house: House, passwordHash: string, now: Date): Promise<void> {
  const begun = addDays(now, -30 * months);
  const staffId = await addAccount(tx, house, worldShop.staff[0], begun, passwordHash);
  const { id: accountId } = await tx.selectFrom('account').select('id').where('email', '=', demoStudent.email).executeTakeFirstOrThrow();
  await addShop(tx, house, { staffId, demo: { ...demoStudent, accountId, since: addDays(now, -20) }, begun, now });
}

async function makeCustomer(tx: Tx, house: House, dice: Dice, customer: WorldCustomer, passwordHash: string, now: Date): Promise<void> {
  const customerId = randomUUID();
  const begun = addDays(now, -30 * months);
  await tx
    .insertInto('customer')
    .values({
      id: customerId,
      slug: customer.slug,
      name: customer.name,
      kind: customer.kind,
      org_number: customer.orgNumber,
      created_at: begun,
    })
    .execute();
  const staff: string[] = [];
  for (const person of customer.staff) {
    const id = await addAccount(tx, house, person, begun, passwordHash);
    staff.push(id);
    await tx.insertInto('membership').values({ customer_id: customerId, account_id: id, role: person.role, created_at: begun }).execute();
  }
  const teachers = await addColleagues(tx, dice, customerId, customer, begun);
  const students = await addStudents(tx, dice, customerId, customer.students, termDays(now, 30 * months));
  if (customer.slug === 'kunskapslyftet')
    await addTermsDecisions(
      tx,
      students.slice(0, 2).map(({ accountId }) => accountId),
      now,
    );
  const demoStudentOf = customer.slug === 'kunskapslyftet' ? await addDemoStudent(tx, house, customerId, passwordHash, now) : undefined;
  for (const [index, course] of customer.courses.entries()) {
    const at = { customerId, staff, teachers, now };
    const chosen = studentsOf(dice, course, students, index, customer.courses.length);
    const joins = demoStudentOf && (course.slug === 'ma-bra-pa-jobbet' || course.slug === 'utrymning-pa-jobbet');
    await makeCourse(tx, house, dice, course, joins ? [...chosen, demoStudentOf] : chosen, at);
  }
  if (customer.slug === 'kunskapslyftet') await addTemplate(tx, { customerId, accountId: staff[0]! }, randomUUID(), ourTemplates[0]!, 'sv');
  if (customer.slug === 'kunskapslyftet')
    await addHandedRequests(tx, { customerId, students: students.map(({ accountId }) => accountId), now });
  const chief = customer.staff.findIndex(({ role }) => role === 'customer_admin');
  if (chief >= 0) await addWebhook(tx, { customerId, madeBy: staff[chief]!, now });
  if (chief >= 0) await addTold(tx, { customerId, changedBy: staff[chief]!, now });
  // Last: from now on every new student and key is counted, one by one, against what has been agreed.
  await addAgreement(tx, customer, { customerId, begun, now });
  await addContacts(tx, customer, { customerId, begun });
}

type At = { customerId: string; staff: string[]; teachers: string[]; now: Date };

async function makeCourse(tx: Tx, house: House, dice: Dice, course: CourseDraft, students: Student[], at: At): Promise<void> {
  const { customerId, staff, teachers, now } = at;
  const begun = addDays(now, -30 * months);
  const film = await readFilm(course.slug);
  const intro = film && { files: house.files, film };
  const made = await publishCourse(tx, { customerId, language: 'sv', at: begun, listed: true, intro }, course);
  const place = { customerId, ...made };
  if (course.slug === 'utrymning-pa-jobbet') await addEvacuationPlan(tx, house, place);
  const scope = { customer_id: customerId, course_id: made.courseId, created_at: begun };
  await tx
    .insertInto('course_administrator')
    .values({ ...scope, account_id: staff[0]! })
    .execute();
  await tx
    .insertInto('certificate_template')
    .values({
      customer_id: customerId,
      course_id: made.courseId,
      lines: ['Kursen har getts på nätet och avslutats med ett slutprov.'],
      valid_months: 12,
      changed_at: begun,
    })
    .execute();
  await insertMany(
    tx,
    'course_teacher',
    teachers.slice(0, 2).map((account_id) => ({ ...scope, account_id })),
  );
  const isMarkedByHand = course.slug === 'utrymning-pa-jobbet';
  const enrolled = await addHistory(tx, dice, place, students, now, !isMarkedByHand);
  if (isMarkedByHand)
    await addExams(
      tx,
      place,
      enrolled.map(({ enrolmentId }) => enrolmentId),
      now,
    );
  await addKeys(tx, dice, place, enrolled, keysToSpare, now);
  if (students.length > 6) await addGroup(tx, place, course.title, students.slice(0, 12), now, teachers.at(-1));
  await notify(tx, house.clock, { event: 'message-to-administrator', to: [staff[0]!], customerId, courseId: made.courseId });
  const talk = { ...place, title: course.title, pages: course.pages.map(({ title }) => title) };
  await addConversations(
    tx,
    house,
    dice,
    talk,
    staff[0]!,
    enrolled.filter(() => dice.share() < shareOfWriters),
    now,
  );
}

/** Most take the customer's first courses and some a second and third; the one with all kinds of questions is for a few. */
function studentsOf(dice: Dice, course: CourseDraft, students: Student[], index: number, courses: number): Student[] {
  if (course.slug === 'utrymning-pa-jobbet') return students.slice(0, 12);
  return students.filter((_, number) => number % courses === index || dice.share() < 0.42);
}

async function addDemoStudent(tx: Tx, house: House, customerId: string, passwordHash: string, now: Date): Promise<Student> {
  const since = addDays(now, -20);
  const accountId = await addAccount(tx, house, demoStudent, since, passwordHash);
  await tx.insertInto('membership').values({ customer_id: customerId, account_id: accountId, role: 'student' }).execute();
  return { accountId, since };
}

async function addAccount(
  tx: Tx,
  house: House,
  person: { givenName: string; familyName: string; email: string },
  since: Date,
  passwordHash?: string,
  kind: 'demo' | 'staff' = 'demo',
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('account')
    .values({
      id,
      kind: passwordHash ? kind : 'personal',
      email: person.email,
      email_confirmed_at: since,
      created_at: since,
      given_name: person.givenName,
      family_name: person.familyName,
      language: 'sv',
    })
    .execute();
  if (!passwordHash) return id;
  await tx.insertInto('account_password').values({ account_id: id, hash: passwordHash, changed_at: since }).execute();
  const terms = await tx
    .selectFrom('document_version')
    .select(['version', 'text_sv'])
    .where('kind', '=', 'terms')
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  await recordChoice(tx, house.clock, {
    accountId: id,
    event: 'acceptance',
    about: 'terms',
    state: 'accepted',
    version: terms.version,
    text: terms.text_sv,
    language: 'sv',
    form: 'demo world',
  });
  return id;
}

/** Two keys to try at every start: one for anyone, one bound to the newcomer while she has no account. */
async function freshKeys(tx: Tx, house: House): Promise<DemoSignIn[]> {
  const course = await tx
    .selectFrom('course')
    .select(['customer_id', 'id'])
    .where('slug', '=', 'ma-bra-pa-jobbet')
    .executeTakeFirstOrThrow();
  const isHere = await tx.selectFrom('account').select('id').where('email', '=', newcomer.email).executeTakeFirst();
  const batch = { customerId: course.customer_id, courseId: course.id, label: 'Prova på', expiresAt: addDays(house.clock.now(), 365) };
  const [open] = await makeKeys(tx, house, { ...batch, count: 1 });
  const [bound] = isHere ? [] : await makeKeys(tx, house, { ...batch, count: 1, bindings: [newcomer] });
  return [
    { role: 'Key for anyone', email: '', password: open! },
    ...(bound ? [{ role: 'Key for', email: newcomer.email, password: bound }] : []),
  ];
}

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);
