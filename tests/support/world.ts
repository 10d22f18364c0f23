import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { NewFilm } from '../../src/courses/index.ts';
import { publishCourse, type CourseDraft } from '../../src/courses/publish-course.ts';
import { acrossCustomers, type Tx } from '../../src/platform/database.ts';
import { sha256 } from '../../src/platform/secrets.ts';
import type { TestHouse } from './test-house.ts';

/** Small people and courses for tests. Everyone has accepted the terms unless said otherwise. */
export const password = 'korrekt häst batteri';

export async function inHouse<Result>({ house }: TestHouse, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return house.database.transaction(acrossCustomers('seed'), work);
}

export const termsText = 'Villkor';

export async function setUpOperator(test: TestHouse): Promise<void> {
  await inHouse(test, async (tx) => {
    await tx
      .insertInto('operator')
      .values({
        name: 'Lärvik Drift AB',
        contact_email: 'hej@larvik.example',
        dpo_name: 'Doris Dahl',
        dpo_email: 'dso@larvik.example',
        language: 'sv',
      })
      .execute();
    await tx
      .insertInto('document_version')
      .values({
        kind: 'terms',
        version: 1,
        text_sv: termsText,
        text_en: 'Terms',
        text_hash: sha256(termsText).toString('hex'),
        in_force_at: new Date('2026-01-01T00:00:00Z'),
      })
      .execute();
  });
}

export async function addCustomer(test: TestHouse, slug = 'nordhammar'): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  await inHouse(test, (tx) =>
    tx
      .insertInto('customer')
      .values({ id, slug, name: `Kunden ${slug}`, kind: 'company' })
      .execute(),
  );
  return { id, slug };
}

export type Person = { id: string; email: string; givenName: string; familyName: string };

/** A person with an account, known by a marker in every field so that tests can look for traces. */
export async function addPerson(test: TestHouse, marker: string, options: { acceptedTerms?: boolean } = {}): Promise<Person> {
  const person = {
    id: randomUUID(),
    email: `${marker}@person.example`.toLowerCase(),
    givenName: `Given${marker}`,
    familyName: `Family${marker}`,
  };
  await inHouse(test, async (tx) => {
    await tx
      .insertInto('account')
      .values({
        id: person.id,
        kind: 'personal',
        email: person.email,
        email_confirmed_at: test.clock.now(),
        given_name: person.givenName,
        family_name: person.familyName,
        language: 'sv',
      })
      .execute();
    await tx
      .insertInto('account_password')
      .values({ account_id: person.id, hash: await cheapHash() })
      .execute();
    if (options.acceptedTerms === false) return;
    await tx
      .insertInto('ledger')
      .values({
        account_id: person.id,
        event: 'acceptance',
        about: 'terms',
        state: 'accepted',
        version: 1,
        text_hash: sha256(termsText).toString('hex'),
        language: 'sv',
        at: test.clock.now(),
      })
      .execute();
  });
  return person;
}

let hashed: Promise<string> | undefined;
const cheapHash = () => (hashed ??= hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 }));

/** Signs in without the form and gives the cookie header. */
export async function signedIn(test: TestHouse, person: Person): Promise<string> {
  const token = randomUUID();
  await inHouse(test, (tx) =>
    tx
      .insertInto('session')
      .values({ account_id: person.id, token_hash: sha256(token), expires_at: new Date(test.clock.now().getTime() + 86_400_000) })
      .execute(),
  );
  return `session=${token}`;
}

export async function makeStaff(test: TestHouse, person: Person, customerId: string, courseId: string): Promise<void> {
  await inHouse(test, async (tx) => {
    await tx.insertInto('membership').values({ customer_id: customerId, account_id: person.id, role: 'course_admin' }).execute();
    await tx.insertInto('course_administrator').values({ customer_id: customerId, course_id: courseId, account_id: person.id }).execute();
  });
}

export async function enrol(
  test: TestHouse,
  person: Person,
  course: { customerId: string; courseId: string; versionId: string },
): Promise<string> {
  const id = randomUUID();
  await inHouse(test, async (tx) => {
    await tx
      .insertInto('membership')
      .values({ customer_id: course.customerId, account_id: person.id, role: 'student' })
      .onConflict((on) => on.doNothing())
      .execute();
    await tx
      .insertInto('enrolment')
      .values({
        customer_id: course.customerId,
        id,
        course_id: course.courseId,
        version_id: course.versionId,
        account_id: person.id,
        source: 'key',
      })
      .execute();
  });
  return id;
}

export const smallCourse: CourseDraft = {
  slug: 'liten-kurs',
  title: 'Liten kurs',
  tagline: 'En liten kurs för tester',
  description: 'Kursen är liten.',
  audience: 'Alla',
  outcomes: ['Du kan något nytt.'],
  minutes: 10,
  pages: [
    {
      title: 'Första sidan',
      minutes: 5,
      markdown: '## Rubrik\n\nText med **betoning**.',
      questions: [
        {
          kind: 'single',
          prompt: 'Vad är rätt?',
          options: [
            { text: 'Det här', correct: true, why: 'Det är rätt.' },
            { text: 'Något annat', correct: false, why: 'Det är inte rätt.' },
          ],
        },
        { kind: 'short', prompt: 'Vilket ord?', accepted: ['ord'], why: 'Ordet är ord.' },
      ],
    },
    { title: 'Andra sidan', minutes: 5, markdown: 'Mer text.', questions: [] },
  ],
  finalTest: {
    passPercent: 50,
    maxAttempts: 2,
    timeLimitMinutes: 30,
    questions: [
      { kind: 'true-false', prompt: 'Är det sant?', answer: true, why: 'Ja.' },
      { kind: 'number', prompt: 'Hur många?', answer: 2.5, tolerance: 0.1, why: 'Två och en halv.' },
    ],
  },
};

export async function addCourse(
  test: TestHouse,
  customerId: string,
  draft: CourseDraft = smallCourse,
  film?: NewFilm,
): Promise<{ customerId: string; courseId: string; versionId: string; slug: string }> {
  const intro = film && { files: test.house.files, film };
  const made = await inHouse(test, (tx) =>
    publishCourse(tx, { customerId, language: 'sv', at: test.clock.now(), listed: true, intro }, draft),
  );
  return { customerId, slug: draft.slug, ...made };
}

/** A form post as our own pages send it. */
export function formPost(fields: Record<string, string>, cookie?: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    body: new URLSearchParams(fields).toString(),
  };
}
