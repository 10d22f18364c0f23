import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  makeStaff,
  setUpOperator,
  signedIn,
  smallCourse,
  type Person,
} from '../../tests/support/world.ts';
import { remindUnread } from '../notifications/index.ts';
import { href } from '../routes.ts';

export type Someone = Person & { cookie: string };
type Course = Awaited<ReturnType<typeof addCourse>>;

/** A course with a student and an administrator, and strangers of every kind beside them. */
export type Room = {
  house: TestHouse;
  customer: { id: string; slug: string };
  course: Course;
  student: Someone;
  admin: Someone;
  strangers: { otherStudent: Someone; neighbour: Someone; elsewhere: Someone };
  /** The student's own address, and the thread as the administrator reaches it. */
  own: { customer: string; course: string };
  path: string;
  threadId(): Promise<string>;
  get(path: string, who: Someone, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string>, who: Someone, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form with files, as a browser without scripts does. */
  postFiles(path: string, fields: Record<string, string>, files: File[], who: Someone): Promise<Response>;
  /** Sends as the form does. */
  send(who: Someone, body: string): Promise<Response>;
  /** Goes on to when what is still unread is reminded of. */
  remind(): Promise<void>;
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
};

export async function openRoom(at?: Date): Promise<Room> {
  const house = await openTestHouse(at ? { at } : {});
  await setUpOperator(house);
  const customer = await addCustomer(house);
  const course = await addCourse(house, customer.id, { ...smallCourse, title: 'Må bra på jobbet' });
  const otherCustomer = await addCustomer(house, 'annan-kund');
  const otherCourse = await addCourse(house, otherCustomer.id);
  const secondCourse = await addCourse(house, customer.id, { ...smallCourse, slug: 'annan-kurs' });
  const someone = async (marker: string): Promise<Someone> => {
    const person = await addPerson(house, marker);
    return { ...person, cookie: await signedIn(house, person) };
  };
  const [student, admin] = [await someone('Student'), await someone('Admin')];
  const strangers = {
    otherStudent: await someone('Otherstudent'),
    neighbour: await someone('Neighbour'),
    elsewhere: await someone('Elsewhere'),
  };
  await enrol(house, student, course);
  await enrol(house, strangers.otherStudent, course);
  await makeStaff(house, admin, customer.id, course.courseId);
  await makeStaff(house, strangers.neighbour, customer.id, secondCourse.courseId);
  await makeStaff(house, strangers.elsewhere, otherCustomer.id, otherCourse.courseId);

  const own = { customer: customer.slug, course: course.slug };
  const path = href('correspondence', own);
  const rows = async <Row>(sql: string, values: unknown[] = []) => (await house.owner.query(sql, values)).rows as Row[];
  const threadId = async () => {
    const [row] = await rows<{ id: string }>(
      'select c.id from correspondence c join enrolment e on e.id = c.enrolment_id where e.account_id = $1',
      [student.id],
    );
    return row!.id;
  };
  const post: Room['post'] = async (to, fields, { cookie }, headers = {}) => {
    const init = formPost(fields, cookie);
    return house.app.request(to, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
  };
  return {
    house,
    customer,
    course,
    student,
    admin,
    strangers,
    own,
    path,
    threadId,
    rows,
    post,
    async remind() {
      house.clock.moveTo(new Date(house.clock.now().getTime() + 15_000));
      await remindUnread(house.house);
    },
    get: async (to, { cookie }, headers = {}) => house.app.request(to, { headers: { cookie, ...headers } }),
    async postFiles(to, fields, files, { cookie }) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      for (const file of files) body.append('files', file);
      return house.app.request(to, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', cookie }, body });
    },
    send: async (who, body) => {
      const to = who === student ? path : href('answerThread', { customer: customer.slug, thread: await threadId() });
      return post(to, { body, client_id: randomUUID() }, who);
    },
  };
}

export const clientIdIn = (page: string): string => /name="client_id" value="([^"]+)"/.exec(page)![1]!;

/** Waits some seconds at most for what happens by itself. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !isTrue(); tries += 1) {
    assert.ok(tries < 500, `waited in vain for ${what}`);
    await wait(10);
  }
}
