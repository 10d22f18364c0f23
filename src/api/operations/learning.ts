import { z } from 'zod';
import { certificatesPerPage, certificateColumns, listCertificates, stateOf } from '../../certificates/index.ts';
import { insertEnrolment } from '../../keys/index.ts';
import { findCourseWithStudents, listStudents, showsColumn, studentFields, studentsPerPage } from '../../people/index.ts';
import { recordLook } from '../../privacy/index.ts';
import { NotFound } from '../../platform/visit.ts';
import { change, list, pageOf, type Call } from '../operation.ts';
import { ApiProblem } from '../problem.ts';
import { endEnrolment, isStudent } from './course.queries.ts';

/** The course of the address, as far as the customer lets its administrators see its students (E-02). */
async function courseOf<Body>({ tx, visit, customerId, actorId }: Call<Body>) {
  const course = await findCourseWithStudents(tx, actorId, customerId, visit.params['course']!);
  if (!course) throw new NotFound();
  return course;
}

/** A page of the course's students; who was seen is recorded. */
async function studentsOf(call: Call<undefined>) {
  const { tx, visit, customerId, actorId, after } = call;
  const course = await courseOf(call);
  const rows = await listStudents(tx, { customerId, courseId: course.id, shown: course.shown, name: '', after });
  const subjects = rows.slice(0, studentsPerPage).map(({ account_id }) => account_id);
  const fields = studentFields(course.shown);
  await recordLook(tx, visit.house.clock, { actorId, customerId, purpose: 'deliver-course', room: 'api', fields, subjects });
  return rows;
}

const text = z.string().nullable();
const time = z.iso.datetime().nullable();

export const enrolments = list({
  scope: 'enrolments:read',
  purpose: 'deliver-course',
  summary: 'Who takes the course; a value that the customer does not let its administrators see is null',
  answer: z.object({
    id: z.uuid(),
    member: z.uuid(),
    given_name: text,
    family_name: text,
    email: text,
    pages_done: z.int().nullable(),
    completed_at: time,
  }),
  run: async (call) =>
    pageOf(
      await studentsOf(call),
      studentsPerPage,
      ({ id }) => id,
      (row) => ({
        id: row.id,
        member: row.account_id,
        given_name: row.given_name,
        family_name: row.family_name,
        email: row.email,
        pages_done: row.pages_done,
        completed_at: row.completed_at,
      }),
    ),
});

export const results = list({
  scope: 'results:read',
  purpose: 'deliver-course',
  summary: 'The best result of the final test of everyone who takes the course',
  answer: z.object({ enrolment: z.uuid(), points: z.int().nullable(), max_points: z.int().nullable(), passed: z.boolean().nullable() }),
  run: async (call) =>
    pageOf(
      await studentsOf(call),
      studentsPerPage,
      ({ id }) => id,
      ({ id, points, max_points, passed }) => ({
        enrolment: id,
        points,
        max_points,
        passed,
      }),
    ),
});

export const certificates = list({
  scope: 'certificates:read',
  purpose: 'assess-learning',
  summary: 'The certificates issued in the course, the newest first',
  answer: z.object({
    id: z.uuid(),
    enrolment: z.uuid(),
    number: z.string(),
    state: z.enum(['valid', 'expired', 'revoked', 'replaced']),
    issued_at: z.iso.datetime(),
    expires_at: time,
  }),
  run: async (call) => {
    const { tx, visit, customerId, actorId, after } = call;
    const { clock } = visit.house;
    const course = await courseOf(call);
    if (!course.shown.includes('result')) throw new NotFound();
    const rows = await listCertificates(tx, { customerId, courseId: course.id, shown: course.shown, after });
    const fields = certificateColumns.filter((column) => column.startsWith('certificate.') && showsColumn(course.shown, column));
    const subjects = rows.slice(0, certificatesPerPage).map(({ accountId }) => accountId);
    await recordLook(tx, clock, { actorId, customerId, purpose: 'assess-learning', room: 'api', fields, subjects });
    return pageOf(
      rows,
      certificatesPerPage,
      ({ id }) => id,
      (row) => ({
        id: row.id,
        enrolment: row.enrolmentId,
        number: row.number,
        state: stateOf(row, clock.now()),
        issued_at: row.issuedAt,
        expires_at: row.expiresAt,
      }),
    );
  },
});

export const enrol = change({
  scope: 'enrolments:write',
  purpose: 'deliver-course',
  summary: 'Gives a student of the customer one more course; someone new is given a key instead, and reads who sees them before they join',
  status: 201,
  body: z.strictObject({ member: z.uuid(), ends_at: z.iso.datetime().optional() }),
  answer: z.object({ id: z.uuid() }),
  run: async (call) => {
    const { tx, customerId, body } = call;
    const course = await courseOf(call);
    if (!(await isStudent(tx, customerId, body.member)))
      throw new ApiProblem(422, 'not-a-student', 'Only a student of the customer can be enrolled.');
    const endsAt = body.ends_at ? new Date(body.ends_at) : null;
    const made = await insertEnrolment(tx, { customerId, courseId: course.id }, body.member, endsAt, 'api');
    if (!made) throw new ApiProblem(409, 'enrolled-already', 'The course is open to the member already, or has nothing published.');
    return { id: made.id };
  },
});

export const end = change({
  scope: 'enrolments:write',
  purpose: 'deliver-course',
  summary: 'Ends an enrolment now; what the student has done stays theirs',
  status: 200,
  body: z.strictObject({}),
  answer: z.object({ id: z.uuid(), ends_at: z.iso.datetime() }),
  run: async ({ tx, visit, customerId }) => {
    const ended = await endEnrolment(tx, customerId, visit.params['enrolment']!);
    if (!ended) throw new NotFound();
    return ended;
  },
});
