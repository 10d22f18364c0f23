import { z } from 'zod';
import { recordLook } from '../../privacy/index.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { addressOf, afterIn, orderField, orderIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { listCourses } from '../members.queries.ts';
import { findSeats } from './agreement.queries.ts';
import { SeatsPage } from './pages/seats-page.tsx';
import { closeCourses, leaveOwnCourse, listSeats, seatOrders, seatsPerPage, type SeatOrder } from './seats.queries.ts';
import { agreementWords } from './words.ts';

const fields = ['account.given_name', 'account.family_name', 'account.email', 'enrolment.course_id'];

export const seats = (visit: Visit): Promise<Response> => {
  const { url } = visit;
  const course = z.uuid().safeParse(url.searchParams.get('kurs')).data;
  return seatsPage(visit, { text: '', course, order: orderIn(url, seatOrders), after: afterIn(url) });
};

/** By POST: a name that is searched for must not stand in an address (E-04). What else is chosen may, and is led to one. */
export async function searchSeats(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { tooLong } = agreementWords[visit.locale].seats;
  const schema = z.object({
    text: z.string(tooLong).trim().max(100, tooLong),
    kurs: z.uuid().optional().catch(undefined),
    ordning: z.enum(seatOrders).catch('name'),
    after: z.string().regex(idPattern).optional(),
  });
  const form = await readForm(visit.request, schema);
  if (!form.ok)
    return seatsPage(visit, { text: form.typed.one['text'] ?? '', course: undefined, order: 'name', after: undefined, error: tooLong });
  const { text, kurs: course, ordning: order, after } = form.value;
  if (text !== '' || after) return seatsPage(visit, { text, course, order, after });
  const chosen = { kurs: course ?? '', [orderField]: order === 'name' ? '' : order };
  return redirect(addressOf(href('seats', { customer: customerOf(visit).slug }), Object.entries(chosen)));
}

type Asked = { text: string; course: string | undefined; order: SeatOrder; after: string | undefined; error?: string };

async function seatsPage(visit: Visit, asked: Asked): Promise<Response> {
  const { locale, url } = visit;
  const { figures, courses, found } = await readSeats(visit, asked);
  const rows = found.slice(0, seatsPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  const text = agreementWords[locale].seats;
  const flash = url.searchParams.get('besked') === 'ledig' ? { flash: { kind: 'done', text: text.released } as const } : {};
  return page(
    visit,
    { title: text.title, width: 'wide', status: asked.error ? 422 : 200, ...flash },
    <SeatsPage {...{ locale, figures, courses, rows, next, asked }} customer={customerOf(visit)} />,
  );
}

/** Reads one page of the list and records the look in the same transaction. */
function readSeats(visit: Visit, { text, course, order, after, error }: Asked) {
  const actorId = customerAdmin(visit);
  const { house } = visit;
  const { id: customerId } = customerOf(visit);
  return house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const figures = await findSeats(tx, customerId);
    const found = figures && !error ? await listSeats(tx, { customerId, actorId, text, courseId: course, order, after }) : [];
    const subjects = found.slice(0, seatsPerPage).map(({ id }) => id);
    const look = { actorId, customerId, purpose: 'administer-customer', room: 'customers', fields, subjects } as const;
    await recordLook(tx, house.clock, look);
    return { figures, found, courses: await listCourses(tx, customerId) };
  });
}

/** Twice is the same as once: a seat that is free stays free. */
export async function releaseSeat(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const { id, slug } = customerOf(visit);
  const form = await readForm(visit.request, z.object({ person: z.uuid() }));
  if (!form.ok) throw new NotFound();
  await visit.house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) => closeCourses(tx, id, form.value.person));
  return redirect(`${href('seats', { customer: slug })}?besked=ledig`);
}

/** A student leaves by themselves; the course shows on the home page as one that has ended. */
export async function leaveCourse(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const at = { customerId: customerOf(visit).id, course: visit.params['course']!, accountId };
  await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) => leaveOwnCourse(tx, at));
  return redirect(`${href('myRoles')}?besked=lamnatkurs`);
}
