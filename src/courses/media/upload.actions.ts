import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { customerOf, NotFound, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { withCourse } from '../authoring/may-author.ts';
import { largest } from './kinds.ts';
import type { CoursePlace } from './media.queries.ts';
import { receiveFile, workFolder } from './receive-file.ts';
import { sayRefusal } from './say-refusal.ts';

/**
 * Uploads that go on where they stopped (the tus protocol, over our own routes: a page of ours, someone signed in who looks
 * after the course). Those of each course lie in a folder of their own, so that another's cannot be named.
 */
export async function upload(visit: Visit): Promise<Response> {
  const course = await withCourse(visit, async (_, found) => found);
  const place = { customerId: course.customer_id, courseId: course.id };
  const request = withMethod(visit.request);
  if (request.method === 'GET') throw new NotFound();
  const answer = await (await serverFor(visit, place)).handleWeb(request);
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

/** A form's own methods pass everywhere; what is meant stands in a header. */
function withMethod(request: Request): Request {
  if (request.method !== 'POST' || request.headers.get('x-http-method-override') !== 'PATCH') return request;
  const { body, headers } = request;
  return new Request(request.url, { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit);
}

const dayMs = 24 * 60 * 60_000;

async function serverFor(visit: Visit, place: CoursePlace): Promise<Server> {
  const directory = join(workFolder(visit.house), place.customerId, place.courseId);
  await mkdir(directory, { recursive: true });
  const at = { customer: customerOf(visit).slug, course: visit.params['course']! };
  const server = new Server({
    path: href('startUpload', at),
    datastore: new FileStore({ directory, expirationPeriodInMilliseconds: dayMs }),
    maxSize: largest('film', visit.house.media.largestFilmBytes),
    namingFunction: () => randomUUID(),
    generateUrl: (_, { id }) => href('uploadState', { ...at, upload: id }),
    getFileIdFromRequest: () => visit.params['upload'] ?? undefined,
    allowedOrigins: [new URL(visit.house.publicUrl).origin],
    async onUploadFinish(_, { id, metadata }) {
      const received = await receiveFile(visit, place, { id, path: join(directory, id), name: metadata?.['filename'] ?? 'fil' });
      await server.datastore.remove(id).catch(() => {});
      // tus tells an error by its body: a sentence for whoever chose the file.
      if ('refusal' in received) throw Object.assign(new Error('refused'), { status_code: 422, body: sayRefusal(received, visit.locale) });
      return {};
    },
  });
  // Uploads that were given up; quick, since a course has few under way.
  await server.cleanUpExpiredUploads().catch(() => {});
  return server;
}
