import { randomUUID } from 'node:crypto';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  type Person,
} from '../../tests/support/world.ts';
import { href } from '../routes.ts';

type Course = Awaited<ReturnType<typeof addCourse>>;

/** A course with its administrator, and ways to fill it with students. */
export type Classroom = {
  house: TestHouse;
  customer: { id: string; slug: string };
  course: Course;
  admin: Person;
  cookie: string;
  students: string;
  statistics: string;
  get(path: string, cookie?: string): Promise<Response>;
  textOf(path: string, cookie?: string): Promise<string>;
  named(givenName: string, familyName: string): Promise<{ person: Person; enrolmentId: string }>;
  pagesOf(course: Course): Promise<string[]>;
  didPage(enrolmentId: string, pageId: string): Promise<void>;
  tookTest(enrolmentId: string, number: number, points: number): Promise<void>;
  finish(enrolmentId: string): Promise<void>;
  give(person: Person, role: 'customer_admin' | 'teacher'): Promise<string>;
};

export async function openClassroom(): Promise<Classroom> {
  const house = await openTestHouse();
  await setUpOperator(house);
  const customer = await addCustomer(house);
  const course = await addCourse(house, customer.id);
  const admin = await addPerson(house, 'Admin');
  await makeStaff(house, admin, customer.id, course.courseId);
  const adminCookie = await signedIn(house, admin);
  const { clock, owner } = house;
  const get: Classroom['get'] = async (path, cookie = adminCookie) => house.app.request(path, { headers: { cookie } });
  return {
    house,
    customer,
    course,
    admin,
    cookie: adminCookie,
    students: href('students', { customer: customer.slug, course: course.slug }),
    statistics: href('statistics', { customer: customer.slug, course: course.slug }),
    get,
    textOf: async (path, cookie) => (await get(path, cookie)).text(),
    async named(givenName, familyName) {
      const person = await addPerson(house, randomUUID().slice(0, 8));
      await owner.query('update account set given_name = $2, family_name = $3 where id = $1', [person.id, givenName, familyName]);
      return { person, enrolmentId: await enrol(house, person, course) };
    },
    async pagesOf({ versionId }) {
      const { rows } = await owner.query<{ id: string }>('select id from course_page where version_id = $1 order by position', [versionId]);
      return rows.map(({ id }) => id);
    },
    async didPage(enrolmentId, pageId) {
      const visit = { customer_id: customer.id, enrolment_id: enrolmentId, page_id: pageId, completed_at: clock.now() };
      await inHouse(house, (tx) => tx.insertInto('page_visit').values(visit).execute());
    },
    async tookTest(enrolmentId, number, points) {
      const result = { submitted_at: clock.now(), points, max_points: 10, passed: points >= 5 };
      await inHouse(house, (tx) =>
        tx
          .insertInto('attempt')
          .values({ customer_id: customer.id, enrolment_id: enrolmentId, number, ...result })
          .execute(),
      );
    },
    async finish(enrolmentId) {
      await owner.query('update enrolment set completed_at = $2 where id = $1', [enrolmentId, clock.now()]);
    },
    async give(person, role) {
      await inHouse(house, (tx) => tx.insertInto('membership').values({ customer_id: customer.id, account_id: person.id, role }).execute());
      return signedIn(house, person);
    },
  };
}
