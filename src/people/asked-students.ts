import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import type { Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { afterIn } from '../ui/asked-list.ts';
import { words } from './words.ts';

/** Whom of a course's students a page is about; with `error` the search was refused, and nobody is read. */
export type AskedStudents = { name: string; after: string | undefined; error?: string };

export const studentsInAddress = (visit: Visit): AskedStudents => ({ name: '', after: afterIn(visit.url) });

/** By POST: a name that is searched for must not stand in an address (E-04). */
export async function studentsInForm(visit: Visit): Promise<AskedStudents> {
  const { tooLong } = words[visit.locale].students;
  const form = await readForm(
    visit.request,
    z.object({ name: z.string(tooLong).trim().max(100, tooLong), after: z.string().regex(idPattern).optional().catch(undefined) }),
  );
  return form.ok
    ? { name: form.value.name, after: form.value.after }
    : { name: form.typed.one['name'] ?? '', after: undefined, error: tooLong };
}
