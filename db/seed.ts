import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { addFilm, publishCourse } from '../src/courses/index.ts';
import { publishFirstDocuments } from '../src/desk/index.ts';
import { notify } from '../src/notifications/index.ts';
import { makeKeys } from '../src/keys/index.ts';
import { addDays } from '../src/platform/clock.ts';
import { acrossCustomers, type Tx } from '../src/platform/database.ts';
import type { House } from '../src/platform/house.ts';
import { recordChoice } from '../src/privacy/index.ts';
import { hashPassword } from '../src/sign-in/index.ts';
import { addAgreement } from './world/agreements.ts';
import { addConversations } from './world/conversations.ts';
import { worldCustomers, type WorldCustomer } from './world/customers.ts';
import { diceFrom, type Dice } from './world/dice.ts';
import { addDesk, deskStaff } from './world/desk.ts';
import { addEvacuationPlan, addExams } from './world/exams.ts';
import { addNewsletters, addTermsToCome } from './world/newsletters.ts';
import { addGroup } from './world/groups.ts';
import { addHistory } from './world/history.ts';
import { familyNames, givenNames } from './world/names.ts';
import { worldRegister } from './world/register.ts';

export type DemoSignIn = { role: string; email: string; password: string };

/** Everyone in the demo world who can sign in has this password. It is no secret. */
const demoPassword = 'lugn skog i november';
const demoStudent = { givenName: 'Åsa', familyName: 'Öberg', email: 'asa.oberg@person.example' };
const newcomer = { email: 'aino.makela@person.example', givenName: 'Aino', familyName: 'Mäkelä' };
const months = 14;

/** One believable world, deterministic but for its ids; made once in an empty database. Fresh keys each time. */
export async function seedWorld(house: House, onProgress: (line: string) => void): Promise<DemoSignIn[]> {
  const isNew = await house.database.transaction(acrossCustomers('seed'), async (tx) => {
    if (await tx.selectFrom('operator').select('only_one').executeTakeFirst()) return false;
    await makeWorld(tx, house, onProgress);
    return true;
  });
  const isDemo =
    isNew ||
    (await house.database.transaction(acrossCustomers('seed'), (tx) =>
      tx.selectFrom('account').select('id').where('email', '=', demoStudent.email).where('kind', '=', 'demo').executeTakeFirst(),
    ));
  if (!isDemo) return [];
  const keys = await house.database.transaction(acrossCustomers('seed'), (tx) => freshKeys(tx, house));
  return [
    { role: 'Student', email: demoStudent.email, password: demoPassword },
    ...worldCustomers.flatMap(({ staff, name }) =>
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
  const now = house.clock.now();
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
  const staff: Parameters<typeof addDesk>[1] = [];
  for (const { role, ...person } of deskStaff) {
    staff.push({ role, accountId: await addAccount(tx, house, person, addDays(now, -30 * months), passwordHash, 'staff') });
  }
  await addDesk(tx, staff, now);
  await addNewsletters(tx, now);
  for (const customer of worldCustomers) {
    onProgress(`the demo world: ${customer.name}`);
    await makeCustomer(tx, house, dice, customer, passwordHash, now);
  }
  await addTermsToCome(tx, now);
}

async function makeCustomer(tx: Tx, house: House, dice: Dice, customer: WorldCustomer, passwordHash: string, now: Date): Promise<void> {
  const customerId = randomUUID();
  const begun = addDays(now, -30 * months);
  await tx
    .insertInto('customer')
    .values({ id: customerId, slug: customer.slug, name: customer.name, kind: customer.kind, created_at: begun })
    .execute();
  await addAgreement(tx, customer, { customerId, begun, now });
  const staff: string[] = [];
  for (const person of customer.staff) {
    const id = await addAccount(tx, house, person, begun, passwordHash);
    staff.push(id);
    await tx.insertInto('membership').values({ customer_id: customerId, account_id: id, role: person.role, created_at: begun }).execute();
  }
  let demoStudentId: string | undefined;
  for (const { course, students } of customer.courses) {
    const made = await publishCourse(tx, { customerId, language: 'sv', at: begun, listed: true }, course);
    const place = { customerId, ...made };
    await tx
      .insertInto('certificate_template')
      .values({
        customer_id: customerId,
        course_id: made.courseId,
        lines: ['Kursen har getts på nätet och avslutats med ett slutprov.'],
        signatory_name: `${customer.staff[0]!.givenName} ${customer.staff[0]!.familyName}`,
        signatory_title: 'Kursansvarig',
        valid_months: 12,
        changed_at: begun,
      })
      .execute();
    await tx
      .insertInto('course_administrator')
      .values({ customer_id: customerId, course_id: made.courseId, account_id: staff[0]!, created_at: begun })
      .execute();
    if (course.slug === 'ma-bra-pa-jobbet') await addIntroFilm(tx, house, place);
    if (course.slug === 'utrymning-pa-jobbet') await addEvacuationPlan(tx, house, customerId);
    const people = await addStudents(tx, house, dice, place, students, now);
    if (course.slug === 'ma-bra-pa-jobbet') {
      const accountId = await addAccount(tx, house, demoStudent, addDays(now, -20), passwordHash);
      demoStudentId = accountId;
      people.push({ accountId, since: addDays(now, -20) });
      await tx.insertInto('membership').values({ customer_id: customerId, account_id: accountId, role: 'student' }).execute();
    }
    if (course.slug === 'utrymning-pa-jobbet' && demoStudentId) people.push({ accountId: demoStudentId, since: addDays(now, -20) });
    if (people.length > 6) await addGroup(tx, { customerId, courseId: made.courseId }, course.title, people.slice(0, 12), now);
    const enrolments = await addHistory(tx, dice, place, people, now, course.slug !== 'utrymning-pa-jobbet');
    if (course.slug === 'utrymning-pa-jobbet') await addExams(tx, place, [...enrolments.values()], now);
    await notify(tx, house.clock, { event: 'message-to-administrator', to: [staff[0]!], customerId, courseId: made.courseId });
    await addConversations(tx, house, place, staff[0]!, [...enrolments].slice(0, Math.ceil(students / 6)), now);
  }
}

async function addStudents(tx: Tx, house: House, dice: Dice, place: { customerId: string }, count: number, now: Date) {
  const people = [];
  for (let index = 0; index < count; index++) {
    const since = addDays(now, -dice.below(30 * months) - 1);
    const [givenName, familyName] = [dice.pick(givenNames), dice.pick(familyNames)];
    const email = `${plain(givenName)}.${plain(familyName)}.${dice.below(100_000)}@person.example`;
    people.push({ accountId: await addAccount(tx, house, { givenName, familyName, email }, since), since });
  }
  await tx
    .insertInto('membership')
    .values(
      people.map(({ accountId, since }) => ({ customer_id: place.customerId, account_id: accountId, role: 'student', created_at: since })),
    )
    .execute();
  return people;
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

async function addIntroFilm(tx: Tx, house: House, place: { customerId: string; courseId: string }): Promise<void> {
  const read = (name: string) => readFile(new URL(`./world/films/ma-bra-pa-jobbet.${name}`, import.meta.url));
  const text = async (language: 'sv' | 'en') => ({
    language,
    captions: await read(`${language}.vtt`),
    transcript: (await read(`transcript.${language}.md`)).toString('utf8'),
  });
  await addFilm(tx, house.files, {
    customerId: place.customerId,
    courseId: place.courseId,
    title: 'Må bra på jobbet – introfilm',
    seconds: 78,
    film: await read('mp4'),
    poster: await read('poster.jpg'),
    texts: [await text('sv'), await text('en')],
  });
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

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
