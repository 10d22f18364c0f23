import { z } from 'zod';
import { blockKeys, findBatch, makeBatch } from '../../keys/index.ts';
import { NotFound } from '../../platform/visit.ts';
import { change } from '../operation.ts';
import { ApiProblem } from '../problem.ts';
import { courseIdsOf } from './course.queries.ts';

export const makeKeyBatchByApi = change({
  scope: 'keys:write',
  purpose: 'open-course',
  summary: 'Makes a batch of keys. They are told in the answer, and within an hour to the same call again; only their hashes are kept',
  status: 201,
  again: 'run',
  body: z.strictObject({
    course: z.string().max(200),
    label: z.string().trim().min(1).max(100),
    count: z.int().min(1).max(1000),
    expires_at: z.iso.datetime(),
    access_days: z.int().min(1).max(3660).optional(),
  }),
  answer: z.object({ id: z.uuid(), keys: z.array(z.object({ id: z.uuid(), key: z.string() })) }),
  run: async ({ tx, visit, customerId, body, clientId }) => {
    const [courseId] = await courseIdsOf(tx, customerId, [body.course]);
    const expiresAt = new Date(body.expires_at);
    if (!courseId || expiresAt <= visit.house.clock.now())
      throw new ApiProblem(422, 'wrong-body', 'Name a course of the customer by its slug, and a time that is yet to come.');
    const batch = { courseId, label: body.label, expiresAt, accessDays: body.access_days, clientId };
    const made = await makeBatch(tx, visit, batch, async () => ({ count: body.count }));
    if (!made || made === 'past')
      throw new ApiProblem(409, 'keys-told-before', 'The keys were made more than an hour ago and are not told again.');
    return { id: made.batch.id, keys: made.keys.map(({ id, key }) => ({ id, key })) };
  },
});

export const blockKeysByApi = change({
  scope: 'keys:write',
  purpose: 'open-course',
  summary: 'Blocks keys of a batch that nobody has redeemed: those named, or all',
  status: 200,
  body: z.strictObject({ keys: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(1000)]) }),
  answer: z.object({ blocked: z.int() }),
  run: async ({ tx, visit, customerId, actorId, body }) => {
    const batchId = visit.params['batch']!;
    if (!(await findBatch(tx, actorId, customerId, batchId))) throw new NotFound();
    return { blocked: await blockKeys(tx, { customerId, batchId, ids: body.keys }, visit.house.clock.now()) };
  },
});
