import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { locales, type Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { pageOrders } from '../page-order.ts';
import { createCourse } from './begin-draft.ts';
import { updateCourse } from './course.queries.ts';
import { asAuthor, isAuthor, withCourse } from './may-author.ts';
import { CourseDetailsPage } from './pages/course-details-page.tsx';
import { detailsWords } from './details-words.ts';

type Typed = Record<string, string>;

export function newCourse(visit: Visit): Response {
  if (!isAuthor(visit)) throw new NotFound();
  return newPage(visit, { language: visit.locale, id: randomUUID() }, []);
}

export async function saveNewCourse(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, detailsForm(visit.locale).extend({ id: z.string().regex(idPattern) }));
  if (!isAuthor(visit)) throw new NotFound();
  if (!form.ok) return newPage(visit, { ...form.typed.one, id: sentId(form.typed.one) }, form.errors);
  const { id, ...details } = form.value;
  const customer = customerOf(visit);
  const author = { customerId: customer.id, accountId: actorOf(visit).accountId };
  const course = await asAuthor(visit, (tx) => createCourse(tx, author, id, details));
  return redirect(href('draft', { customer: customer.slug, course }));
}

const sentId = (typed: Typed): string => (idPattern.test(typed['id'] ?? '') ? typed['id']! : randomUUID());

export async function courseDetails(visit: Visit): Promise<Response> {
  const course = await withCourse(visit, async (_, found) => found);
  const { title, tagline, description, audience, language, pageOrder } = course;
  const typed = { title, tagline, description, audience, language, pageOrder, outcomes: course.outcomes.join('\n') };
  return changePage(visit, course.title, typed, [], visit.url.searchParams.get('besked') === 'sparat');
}

export async function saveCourseDetails(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, detailsForm(visit.locale));
  const course = await withCourse(visit, async (tx, found) => {
    if (form.ok) await updateCourse(tx, found.customer_id, found.id, form.value);
    return found;
  });
  if (!form.ok) return changePage(visit, course.title, form.typed.one, form.errors, false);
  return redirect(`${href('courseDetails', { customer: customerOf(visit).slug, course: course.slug })}?besked=sparat`);
}

function detailsForm(locale: Locale) {
  const text = detailsWords[locale];
  const some = (missing: string, most: number) =>
    z
      .string(missing)
      .trim()
      .min(1, missing)
      .max(most, text.tooLong(String(most)));
  return z.object({
    title: some(text.nameMissing, 120),
    tagline: some(text.taglineMissing, 200),
    description: some(text.descriptionMissing, 4000),
    audience: z.string().trim().max(1000, text.tooLong('1000')).default(''),
    outcomes: z
      .string()
      .max(2000, text.tooLong('2000'))
      .default('')
      .transform((lines) =>
        lines
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    language: z.enum(locales, text.languageMissing),
    pageOrder: z.enum(pageOrders).catch('free'),
  });
}

function newPage(visit: Visit, typed: Typed, errors: FieldError[]): Response {
  const { locale } = visit;
  const text = detailsWords[locale];
  return page(
    visit,
    { title: text.newTitle, status: errors.length > 0 ? 422 : 200 },
    <CourseDetailsPage locale={locale} customer={customerOf(visit).slug} typed={typed} errors={errors} />,
  );
}

function changePage(visit: Visit, title: string, typed: Typed, errors: FieldError[], saved: boolean): Response {
  const { locale } = visit;
  const text = detailsWords[locale];
  const course = { slug: visit.params['course']!, title };
  return page(
    visit,
    { title: text.title, status: errors.length > 0 ? 422 : 200, ...(saved ? { flash: { kind: 'done', text: text.saved } } : {}) },
    <CourseDetailsPage locale={locale} customer={customerOf(visit).slug} course={course} typed={typed} errors={errors} />,
  );
}
