import { z } from 'zod';
import { invite, listMembers, memberFields, membersPerPage } from '../../customers/index.ts';
import { findMatrix } from '../../people/index.ts';
import { recordLook } from '../../privacy/index.ts';
import { change, list, pageOf } from '../operation.ts';
import { ApiProblem } from '../problem.ts';
import { courseIdsOf, coursesPerPage, listCustomerCourses } from './course.queries.ts';

export const courses = list({
  scope: 'courses:read',
  purpose: 'deliver-course',
  summary: 'The courses of the customer',
  answer: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), language: z.enum(['sv', 'en']), minutes: z.int() }),
  run: async ({ tx, customerId, after }) => {
    const rows = await listCustomerCourses(tx, customerId, after);
    return pageOf(
      rows,
      coursesPerPage,
      ({ id }) => id,
      (row) => row,
    );
  },
});

const name = z.string().nullable();

export const members = list({
  scope: 'members:read',
  purpose: 'administer-customer',
  summary: 'People with a role at the customer; of students only what the customer lets its administrators see',
  answer: z.object({ id: z.uuid(), given_name: name, family_name: name, email: name, roles: z.array(z.string()) }),
  run: async ({ tx, visit, customerId, actorId, after }) => {
    const shown = (await findMatrix(tx, customerId))['customer-admin'];
    const found = pageOf(
      await listMembers(tx, { customerId, text: '', after }),
      membersPerPage,
      ({ id }) => id,
      (row) => row,
    );
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'administer-customer',
      room: 'api',
      fields: memberFields,
      subjects: found.items.map(({ id }) => id),
    });
    const items = found.items.map(({ id, given_name, family_name, email, roles }) => {
      const all = roles.some((role) => role !== 'student');
      const only = (field: 'given_name' | 'family_name' | 'email', value: string | null) => (all || shown.includes(field) ? value : null);
      return {
        id,
        given_name: only('given_name', given_name),
        family_name: only('family_name', family_name),
        email: only('email', email),
        roles,
      };
    });
    return { items, next: found.next };
  },
});

export const inviteByApi = change({
  scope: 'members:invite',
  purpose: 'administer-customer',
  summary: 'Invites people to a role by mail',
  status: 201,
  body: z.strictObject({
    role: z.enum(['customer_admin', 'course_admin', 'teacher']),
    courses: z.array(z.string().max(200)).max(100).default([]),
    emails: z.array(z.email().toLowerCase().max(254)).min(1).max(50),
    days: z.int().min(1).max(365).default(14),
  }),
  answer: z.object({ id: z.uuid() }),
  run: async ({ tx, visit, customerId, actorId, body }) => {
    const ids = await courseIdsOf(tx, customerId, body.courses);
    if (ids.length < new Set(body.courses).size || (body.role !== 'customer_admin' && ids.length === 0))
      throw new ApiProblem(422, 'wrong-body', 'Name courses of the customer by their slug; only customer_admin needs none.');
    const addresses = [...new Set(body.emails)];
    const offer = { role: body.role, courses: ids, addresses, domains: [], uses: addresses.length, days: body.days, accessDays: undefined };
    return { id: await invite(tx, visit.house, { customerId, actorId, language: visit.locale }, offer) };
  },
});
