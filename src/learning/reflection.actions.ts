import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { addressOf, studentOf } from './course-page.actions.tsx';
import { longestReflection, reflectionAnchor } from './pages/reflection.ts';
import { writeReflection } from './write-reflection.ts';

const fields = z.object({
  box: z.string().regex(/^[a-z0-9-]{1,40}$/),
  // The field itself takes no more; what comes by another way is cut.
  body: z.string().transform((text) => text.trim().slice(0, longestReflection)),
});

export async function saveReflection(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, fields);
  if (!form.ok) throw new NotFound();
  const { box, body } = form.value;
  const position = Number(visit.params['position']);
  const at = { courseSlug: addressOf(visit).course, position, box };
  const isWritten = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    writeReflection(tx, visit.house.clock, studentOf(visit), at, body),
  );
  if (!isWritten) throw new NotFound();
  return redirect(`${href('coursePage', { ...addressOf(visit), position })}#${reflectionAnchor(box)}`);
}
