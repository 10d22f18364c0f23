import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import type { Visit } from '../platform/visit.ts';
import { idPattern } from '../routes.ts';
import { afterIn, chosenIn, orderField } from '../ui/asked-list.ts';
import { studentOrdersShown, type StudentOrder } from './students.queries.ts';
import type { Field } from './visibility.ts';
import { words } from './words.ts';

/** In which orders students stand where something is done with one of them: those of the list of students that this needs. */
const choosingOrders = ['name', 'name-last', 'pages-most', 'pages-least'] as const satisfies readonly StudentOrder[];
type ChoosingOrder = (typeof choosingOrders)[number];

/** What is not shown is no order. */
export const choosingOrdersShown = (shown: readonly Field[]): ChoosingOrder[] => {
  const all = studentOrdersShown(shown);
  return choosingOrders.filter((order) => all.includes(order));
};

/** Whom of a course's students a page is about; with `error` the search was refused, and nobody is read. */
export type AskedStudents = { name: string; after: string | undefined; order?: ChoosingOrder | undefined; error?: string };

export const studentsInAddress = (visit: Visit): AskedStudents => ({
  name: '',
  after: afterIn(visit.url),
  order: chosenIn(visit.url, orderField, choosingOrders),
});

/** By POST: a name that is searched for must not stand in an address (E-04). */
export async function studentsInForm(visit: Visit): Promise<AskedStudents> {
  const { tooLong } = words[visit.locale].students;
  const form = await readForm(
    visit.request,
    z.object({
      name: z.string(tooLong).trim().max(100, tooLong),
      ordning: z.enum(choosingOrders).optional().catch(undefined),
      after: z.string().regex(idPattern).optional().catch(undefined),
    }),
  );
  return form.ok
    ? { name: form.value.name, after: form.value.after, order: form.value.ordning }
    : { name: form.typed.one['name'] ?? '', after: undefined, error: tooLong };
}
