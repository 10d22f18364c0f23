import { z } from 'zod';
import { recordLook } from '../../privacy/index.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { findSeats } from './agreement.queries.ts';
import { SeatsPage } from './pages/seats-page.tsx';
import { closeCourses, leaveOwnCourse, listSeats, seatsPerPage } from './seats.queries.ts';
import { agreementWords } from './words.ts';

const fields = ['account.given_name', 'account.family_name', 'account.email', 'enrolment.course_id'];

export async function seats(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { locale, house, url } = visit;
  const customer = customerOf(visit);
  const asked = url.searchParams.get('efter') ?? '';
  const after = idPattern.test(asked) ? asked : undefined;
  const { figures, found } = await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    const figures = await findSeats(tx, customer.id);
    const found = figures ? await listSeats(tx, { customerId: customer.id, actorId, after }) : [];
    const subjects = found.slice(0, seatsPerPage).map(({ id }) => id);
    await recordLook(tx, house.clock, {
      actorId,
      customerId: customer.id,
      purpose: 'administer-customer',
      room: 'customers',
      fields,
      subjects,
    });
    return { figures, found };
  });
  const rows = found.slice(0, seatsPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  const text = agreementWords[locale].seats;
  const flash = url.searchParams.get('besked') === 'ledig' ? { flash: { kind: 'done', text: text.released } as const } : {};
  return page(
    visit,
    { title: text.title, width: 'wide', ...flash },
    <SeatsPage locale={locale} customer={customer} figures={figures} rows={rows} next={next} isFirst={!after} />,
  );
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
