import { randomUUID } from 'node:crypto';
import { openTestHouse } from '../../tests/support/test-house.ts';
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
  smallCourse,
} from '../../tests/support/world.ts';
import type { CourseDraft } from '../courses/publish-course.ts';

/** A PDF as small as one is; only its first bytes matter here. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const regions = [
  { id: 'r1', label: 'Till vänster', x: 5, y: 10, width: 30, height: 40, correct: true },
  { id: 'r2', label: 'Till höger', x: 60, y: 10, width: 30, height: 40, correct: false },
];
const image = randomUUID();
const rubric = 'Innehåll\n0 Saknas\n1 Delvis\n2 Fullständigt\nSpråk\n0 Oklart\n1 Klart';

/** A course whose pages and final test hold every kind of question there is. */
export const everyKind: CourseDraft = {
  ...smallCourse,
  slug: 'alla-slag',
  title: 'Alla slag',
  pages: [
    {
      title: 'Öva',
      minutes: 5,
      markdown: 'Öva här.',
      questions: [
        { kind: 'blanks', prompt: 'Fyll i.', cloze: 'Ett är [[ett|1]] och två är [[*två|tre]].', why: 'Räkna.' },
        { kind: 'match', prompt: 'Para ihop länderna.', pairs: 'Sverige = Stockholm\nNorge = Oslo', decoys: 'Åbo', why: 'Huvudstäder.' },
        { kind: 'order', prompt: 'Ordna talen.', items: 'Ett\nTvå\nTre', why: 'Så räknar man.' },
        {
          kind: 'hotspot',
          prompt: 'Var är vänster?',
          file: image,
          alt: 'En bild med två fält',
          width: 640,
          height: 360,
          regions,
          why: 'Där.',
        },
      ],
    },
  ],
  finalTest: {
    passPercent: 60,
    maxAttempts: 2,
    timeLimitMinutes: 60,
    shuffle: true,
    pools: [{ name: 'Tal', draw: 2 }],
    questions: [
      { kind: 'true-false', prompt: 'Är ett udda?', answer: true, why: 'Ja.', pool: 'Tal' },
      { kind: 'true-false', prompt: 'Är två udda?', answer: false, why: 'Nej.', pool: 'Tal' },
      { kind: 'true-false', prompt: 'Är tre udda?', answer: true, why: 'Ja.', pool: 'Tal' },
      { kind: 'blanks', prompt: 'Fyll i luckorna.', points: 4, cloze: 'Ett är [[ett|1]] och två är [[*två|tre]].', why: 'Räkna.' },
      { kind: 'match', prompt: 'Para ihop.', points: 2, pairs: 'Sverige = Stockholm\nNorge = Oslo', decoys: 'Åbo', why: 'Huvudstäder.' },
      { kind: 'order', prompt: 'Ordna.', points: 3, items: 'Ett\nTvå\nTre', why: 'Så räknar man.' },
      {
        kind: 'hotspot',
        prompt: 'Peka ut vänster.',
        file: image,
        alt: 'En bild med två fält',
        width: 640,
        height: 360,
        regions,
        why: 'Där.',
      },
      { kind: 'free', prompt: 'Berätta med egna ord.', longest: 500, rubric, why: 'Ett bra svar nämner allt.' },
      {
        kind: 'file',
        prompt: 'Lämna in en ritning.',
        types: ['pdf', 'png'],
        megabytes: 1,
        rubric: '0 Saknas\n2 Tydlig',
        why: 'En tydlig ritning.',
      },
    ],
  },
};

export type Asked = { id: string; kind: string; prompt: string; body: unknown };

/** A house with the course of every kind, its administrator, another marker, a teacher and a student. */
export async function openExam(draft: CourseDraft = everyKind) {
  const house = await openTestHouse({ at: new Date('2026-11-23T09:00:00Z') });
  await setUpOperator(house);
  const customer = await addCustomer(house);
  const course = await addCourse(house, customer.id, draft);
  const file = {
    customer_id: customer.id,
    id: image,
    name: 'tva-falt.png',
    type: 'image/png',
    bytes: png.length,
    sha256: Buffer.alloc(32),
  };
  await inHouse(house, (tx) => tx.insertInto('file').values(file).execute());
  await house.house.files.write(`${customer.id}/${image}`, png);
  const admin = await addPerson(house, 'Admin');
  await makeStaff(house, admin, customer.id, course.courseId);
  const second = await addPerson(house, 'Second');
  await makeStaff(house, second, customer.id, course.courseId);
  let people = 0;
  const newStudent = async () => {
    const person = await addPerson(house, `Elev${++people}`);
    const enrolmentId = await enrol(house, person, course);
    return { person, enrolmentId, cookie: await signedIn(house, person) };
  };
  const rows = async <Row = Record<string, unknown>>(query: string, values: unknown[] = []) =>
    (await house.owner.query(query, values)).rows as Row[];
  const at = { customer: customer.slug, course: course.slug };
  const get = async (path: string, cookie: string) => house.app.request(path, { headers: { cookie } });
  const post = async (path: string, fields: Record<string, string> | [string, string][], cookie: string) => {
    const init = formPost({}, cookie);
    return house.app.request(path, { ...init, body: new URLSearchParams(fields).toString() });
  };
  return {
    house,
    customer,
    course,
    at,
    admin,
    cookies: { admin: await signedIn(house, admin), second: await signedIn(house, second) },
    newStudent,
    rows,
    get,
    text: async (path: string, cookie: string) => (await get(path, cookie)).text(),
    post,
    upload: async (path: string, fields: [string, string | Blob][], cookie: string) => {
      const body = new FormData();
      for (const [name, value] of fields) {
        if (typeof value === 'string') body.append(name, value);
        else body.append(name, value, 'min fil.pdf');
      }
      return house.app.request(path, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body });
    },
    /** The questions of a student's attempt, in the order of the attempt. */
    asked: (enrolmentId: string, number = 1) =>
      rows<Asked>(
        `select q.id, q.kind, q.prompt, q.body from attempt t cross join unnest(t.question_ids) with ordinality d(id, place)
         join question q on q.id = d.id where t.enrolment_id = $1 and t.number = $2 order by d.place`,
        [enrolmentId, number],
      ),
  };
}

export type Exam = Awaited<ReturnType<typeof openExam>>;

/** Right answers to all that a rule marks, as the form sends them, and words for the free text. */
export function rightValues(questions: readonly Asked[], freeText = 'Så här är det.'): [string, string][] {
  return questions.flatMap(({ id, kind, prompt, body }): [string, string][] => {
    const known = body as Record<string, unknown>;
    const of = (values: string[]): [string, string][] => values.map((value) => [`q-${id}`, value]);
    if (kind === 'true-false') return of([String(!prompt.includes('två'))]);
    if (kind === 'blanks') {
      const choice = (known['text'] as { options?: { id: string; correct: boolean }[] }[]).flatMap(({ options = [] }) => options);
      return of(['ett', choice.find(({ correct }) => correct)!.id]);
    }
    if (kind === 'match') return of((known['lefts'] as { id: string; right: string }[]).map((left) => `${left.id}:${left.right}`));
    if (kind === 'order') return of((known['items'] as { id: string }[]).map((item, index) => `${item.id}:${index + 1}`));
    if (kind === 'hotspot') return of(['r1']);
    return kind === 'free' ? of([freeText]) : [];
  });
}
