import { openTestHouse } from '../support/test-house.ts';
import { addCourse, addCustomer, addPerson, enrol, inHouse, makeStaff, setUpOperator, signedIn, smallCourse } from '../support/world.ts';

/** One side of one thread: where it writes and listens, and as whom. */
export type Writer = { name: string; thread: string; path: string; stream: string; cookie: string };
export type Town = { ownerUrl: string; runtimeUrl: string; writers: Writer[] };

const atOnce = 8;

/** Students who each have a thread in one of the courses, and administrators who answer in all threads of theirs. */
export async function buildTown(students: number, administrators: number, courses = 1): Promise<Town> {
  const house = await openTestHouse({ at: new Date() });
  await setUpOperator(house);
  const customer = await addCustomer(house);
  const offered: { course: Awaited<ReturnType<typeof addCourse>>; admins: string[] }[] = [];
  for (let index = 0; index < courses; index += 1)
    offered.push({ course: await addCourse(house, customer.id, { ...smallCourse, slug: `kurs-${index + 1}` }), admins: [] });
  for (let index = 0; index < administrators; index += 1) {
    const { course, admins } = offered[index % courses]!;
    const admin = await addPerson(house, `Admin${index}`);
    await makeStaff(house, admin, customer.id, course.courseId);
    admins.push(await signedIn(house, admin));
  }
  const writers: Writer[] = [];
  const moveIn = async (index: number) => {
    const student = await addPerson(house, `Student${index}`);
    const { course, admins } = offered[index % courses]!;
    const enrolment = await enrol(house, student, course);
    const { id: thread } = await inHouse(house, (tx) =>
      tx
        .insertInto('correspondence')
        .values({ customer_id: customer.id, enrolment_id: enrolment, course_id: course.courseId, created_at: new Date() })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    const own = `/k/${customer.slug}/kurser/${course.slug}/korrespondens`;
    const theirs = `/k/${customer.slug}/inkorg/${thread}`;
    const cookie = await signedIn(house, student);
    writers.push({ name: `s${index}`, thread, path: own, stream: `${own}/flode`, cookie });
    writers.push({
      name: `a${index}`,
      thread,
      path: theirs,
      stream: `${theirs}/flode`,
      cookie: admins[Math.floor(index / courses) % admins.length]!,
    });
  };
  for (let first = 0; first < students; first += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, students - first) }, (_, index) => moveIn(first + index)));
  await house.house.live.close();
  await house.house.database.close();
  await house.owner.end();
  return { ownerUrl: house.ownerUrl, runtimeUrl: house.runtimeUrl, writers };
}
