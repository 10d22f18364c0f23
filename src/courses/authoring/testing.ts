import { randomUUID } from 'node:crypto';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
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
} from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';

export const details = {
  title: 'Åka skridskor på öar',
  tagline: 'Säkert på isen',
  description: 'Om is.',
  audience: 'Alla',
  outcomes: 'Du kan.\nDu vågar.',
  language: 'sv',
};

/** A customer with a published course, its administrator, and everybody who is not one. */
export async function openDesk() {
  const house = await openTestHouse();
  await setUpOperator(house);
  const customer = await addCustomer(house);
  const course = await addCourse(house, customer.id);
  const author = await addPerson(house, 'Author');
  await makeStaff(house, author, customer.id, course.courseId);
  const student = await addPerson(house, 'Student');
  await enrol(house, student, course);
  const give = (person: Person, role: string, customerId = customer.id) =>
    inHouse(house, (tx) => tx.insertInto('membership').values({ customer_id: customerId, account_id: person.id, role }).execute());
  const person = async (name: string, role?: string, customerId?: string) => {
    const made = await addPerson(house, name);
    if (role) await give(made, role, customerId);
    return signedIn(house, made);
  };
  const elsewhere = await addCustomer(house, 'annan-kund');
  const cookies = {
    author: await signedIn(house, author),
    boss: await person('Boss', 'customer_admin'),
    teacher: await person('Teacher', 'teacher'),
    neighbour: await person('Neighbour', 'course_admin'),
    stranger: await person('Stranger', 'customer_admin', elsewhere.id),
    student: await signedIn(house, student),
    visitor: '',
  };
  const at = { customer: customer.slug, course: course.slug };
  const rows = async <Row = Record<string, string>>(query: string, values: unknown[] = []) =>
    (await house.owner.query(query, values)).rows as Row[];
  const desk = {
    house,
    customer,
    course,
    at,
    cookies,
    author,
    student,
    rows,
    get: (path: string, cookie: string = cookies.author, headers: Record<string, string> = {}) =>
      house.app.request(path, { headers: { ...(cookie ? { cookie } : {}), ...headers } }) as Promise<Response>,
    text: async (path: string, cookie?: string) => (await desk.get(path, cookie)).text(),
    post: async (path: string, fields: Record<string, string> | [string, string][], cookie: string = cookies.author, accept?: string) => {
      const init = formPost({}, cookie);
      const headers = { ...(init.headers as Record<string, string>), ...(accept ? { accept } : {}) };
      return house.app.request(path, { ...init, headers, body: new URLSearchParams(fields).toString() });
    },
    /** A course of its own, by the form; its address. */
    create: async (title = details.title, id: string = randomUUID()) => {
      const made = await desk.post(href('createCourse', { customer: customer.slug }), { ...details, title, id });
      const slug = /kurser\/([^/]+)\/utkast/.exec(made.headers.get('location') ?? '')?.[1] ?? '';
      return { id, slug, at: { customer: customer.slug, course: slug }, status: made.status };
    },
    addPage: async (place: { customer: string; course: string }, title: string, text?: string, id: string = randomUUID()) => {
      await desk.post(href('addPage', place), { id, title });
      if (text !== undefined) await desk.post(href('saveDraftPage', { ...place, page: id }), { title, text, minutes: '', revision: '1' });
      return id;
    },
    addQuestion: async (place: { customer: string; course: string }, page = '', fields: Record<string, string> = {}) => {
      const id = randomUUID();
      const question = { kind: 'true-false', prompt: 'Är isen hal?', answer: 'true', why: 'Den är det.' };
      await desk.post(href('createQuestion', place), { id, page, ...question, ...fields });
      return id;
    },
    pagesOf: (courseId: string, published = false) =>
      rows<{ id: string; title: string; position: number; minutes: number; version: string; revision: number }>(
        `select p.id, p.title, p.position, p.minutes, p.version_id as version, p.revision from course_page p join course_version v on v.id = p.version_id
         where v.course_id = $1 and (v.published_at is not null) = $2 order by v.number, p.position`,
        [courseId, published],
      ),
    draftOf: async (courseId: string) =>
      (await rows<{ id: string }>('select id from course_version where course_id = $1 and published_at is null', [courseId]))[0]?.id ?? '',
  };
  return desk;
}

export type Desk = Awaited<ReturnType<typeof openDesk>> & { house: TestHouse };
