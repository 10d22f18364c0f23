import { z } from 'zod';
import { recordLook } from '../../privacy/index.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { findCourseWithStudents, nameOf, showsColumn, type CourseWithStudents } from '../../people/index.ts';
import { href, idPattern } from '../../routes.ts';
import { addressOf, afterIn, chosenIn, orderField } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { words } from '../words.ts';
import { CertificateToLookAfterPage } from './certificate-page.tsx';
import { CertificatesPage, type CertificatesPageProps } from './certificates-page.tsx';
import {
  certificateFilters,
  certificateOrders,
  certificatesPerPage,
  holdCertificate,
  listCertificates,
  type CertificateRow,
} from './looking-after.queries.ts';
import { replaceCertificate, revokeCertificate } from './revoke-certificate.ts';

/** The columns that whoever looks after certificates is shown, as far as the customer lets them. */
export const certificateColumns = ['account.given_name', 'account.family_name'].concat(
  ['number', 'issued_at', 'expires_at', 'renewed_at', 'revoked_at', 'revoked_reason', 'replaced_by'].map((name) => `certificate.${name}`),
);

type Place = { customerId: string; course: CourseWithStudents };

/** For whoever looks after the course and is shown results; for anyone else there is nothing here (E-02). */
function withCourse<Result>(visit: Visit, work: (tx: Tx, place: Place) => Promise<Result>): Promise<Result> {
  const { id: customerId } = customerOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const course = await findCourseWithStudents(tx, actorOf(visit).accountId, customerId, visit.params['course']!);
    if (!course?.administers || !course.shown.includes('result')) throw new NotFound();
    return work(tx, { customerId, course });
  });
}

async function recordLooks(tx: Tx, visit: Visit, { customerId, course }: Place, rows: CertificateRow[]): Promise<void> {
  await recordLook(tx, visit.house.clock, {
    actorId: actorOf(visit).accountId,
    customerId,
    purpose: 'assess-learning',
    room: 'certificates',
    fields: certificateColumns.filter((column) => showsColumn(course.shown, column)),
    subjects: rows.map(({ accountId }) => accountId),
  });
}

/** The name as far as the customer lets the actor see it. */
function shownName({ shown }: CourseWithStudents, row: CertificateRow): string {
  return nameOf({
    given_name: shown.includes('given_name') ? row.givenName : null,
    family_name: shown.includes('family_name') ? row.familyName : null,
  });
}

type Asked = CertificatesPageProps['asked'];

export function courseCertificates(visit: Visit): Promise<Response> {
  const state = visit.url.searchParams.get('visa') === 'att-fornya' ? 'due' : chosenIn(visit.url, 'state', certificateFilters);
  return showCertificates(visit, {
    search: '',
    state,
    order: chosenIn(visit.url, orderField, certificateOrders),
    after: afterIn(visit.url),
  });
}

/** By POST: a name that is searched for must not stand in an address (E-04). */
export async function searchCertificates(visit: Visit): Promise<Response> {
  const { searchTooLong } = words[visit.locale].looking;
  const schema = z.object({
    search: z.string(searchTooLong).trim().max(100, searchTooLong),
    state: z.enum(certificateFilters).optional().catch(undefined),
    ordning: z.enum(certificateOrders).optional().catch(undefined),
    after: z.string().regex(idPattern).optional(),
  });
  const form = await readForm(visit.request, schema);
  if (form.ok) {
    const { search, state, ordning: order, after } = form.value;
    if (search !== '' || after) return showCertificates(visit, { search, state, order, after });
    await withCourse(visit, async () => {});
    const here = href('courseCertificates', { customer: customerOf(visit).slug, course: visit.params['course']! });
    return redirect(addressOf(here, Object.entries({ state: state ?? '', [orderField]: order ?? '' })));
  }
  const typed = { search: form.typed.one['search'] ?? '', state: undefined, order: undefined, after: undefined };
  return showCertificates(visit, typed, searchTooLong);
}

async function showCertificates(visit: Visit, asked: Asked, error?: string): Promise<Response> {
  const { house, locale } = visit;
  const { course, found } = await withCourse(visit, async (tx, place) => {
    const { id: courseId, shown } = place.course;
    const rows = error ? [] : await listCertificates(tx, { customerId: place.customerId, courseId, shown, ...asked });
    await recordLooks(tx, visit, place, rows.slice(0, certificatesPerPage));
    return { course: place.course, found: rows };
  });
  const rows = found.slice(0, certificatesPerPage).map((row) => ({ ...row, name: shownName(course, row) }));
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  const props = { locale, customer: customerOf(visit).slug, course, asked, rows, next, error, now: house.clock.now() };
  const text = words[locale].looking;
  const title = asked.state === 'due' ? text.dueTitle : text.title;
  return page(visit, { title, width: 'wide', status: error ? 422 : 200 }, <CertificatesPage {...props} />);
}

export async function courseCertificate(visit: Visit): Promise<Response> {
  return showCertificate(visit, '', []);
}

async function showCertificate(visit: Visit, typed: string, errors: FieldError[]): Promise<Response> {
  const { house, locale, params } = visit;
  const { course, row } = await withCourse(visit, async (tx, place) => {
    const found = await holdCertificate(tx, place.customerId, place.course.id, params['certificate']!);
    if (!found) throw new NotFound();
    await recordLooks(tx, visit, place, [found]);
    return { course: place.course, row: found };
  });
  const shown = { ...row, name: shownName(course, row) };
  const props = { locale, customer: customerOf(visit).slug, course, row: shown, typed, errors, now: house.clock.now() };
  const said = visit.url.searchParams.get('besked');
  const text = words[locale].looking.said;
  const flash = said === 'aterkallat' || said === 'ersatt' ? { flash: { kind: 'done' as const, text: text[said] } } : {};
  const options = { title: words[locale].looking.one, status: errors.length > 0 ? 422 : 200, ...flash };
  return page(visit, options, <CertificateToLookAfterPage {...props} />);
}

const backTo = (visit: Visit, certificate: string, said: string): Response => {
  const at = { customer: customerOf(visit).slug, course: visit.params['course']!, certificate };
  return redirect(`${href('courseCertificate', at)}?besked=${said}`);
};

export async function saveRevocation(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const { reasonMissing, reasonTooLong } = words[locale].looking;
  const form = await readForm(
    visit.request,
    z.object({ reason: z.string(reasonMissing).trim().min(1, reasonMissing).max(1000, reasonTooLong) }),
  );
  if (!form.ok) return showCertificate(visit, form.typed.one['reason'] ?? '', form.errors);
  const certificateId = params['certificate']!;
  const outcome = await withCourse(visit, (tx, { customerId, course }) =>
    revokeCertificate(tx, house, { customerId, courseId: course.id, certificateId }, form.value.reason),
  );
  if (outcome === 'not there') throw new NotFound();
  return backTo(visit, certificateId, 'aterkallat');
}

export async function saveReplacement(visit: Visit): Promise<Response> {
  const certificateId = visit.params['certificate']!;
  const replacement = await withCourse(visit, (tx, { customerId, course }) =>
    replaceCertificate(tx, { customerId, courseId: course.id, certificateId }),
  );
  if (!replacement) throw new NotFound();
  return backTo(visit, replacement, 'ersatt');
}
