import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { locales, type Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { chosenTemplate, nameOf, typedFrom } from '../templates/chosen-template.ts';
import { beginFromTemplate } from '../templates/begin-from-template.ts';
import { listTemplates } from '../templates/template.queries.ts';
import { pageOrders } from '../page-order.ts';
import { createCourse } from './begin-draft.ts';
import { updateCourse } from './course.queries.ts';
import { asAuthor, isAuthor, withCourse } from './may-author.ts';
import { CourseDetailsPage } from './pages/course-details-page.tsx';
import { detailsWords } from './details-words.ts';

type Typed = Record<string, string>;

export async function newCourse(visit: Visit): Promise<Response> {
  if (!isAuthor(visit)) throw new NotFound();
  const chosen = await chosenTemplate(visit, visit.url.searchParams.get('mall') ?? '');
  const typed = chosen ? typedFrom(chosen, visit.locale) : { language: visit.locale };
  return newPage(visit, { ...typed, id: randomUUID() }, []);
}

export async function saveNewCourse(visit: Visit): Promise<Response> {
  const form = await readForm(
    visit.request,
    detailsForm(visit.locale).extend({ id: z.string().regex(idPattern), template: z.string().max(100).default('') }),
  );
  if (!isAuthor(visit)) throw new NotFound();
  if (!form.ok) return newPage(visit, { ...form.typed.one, id: sentId(form.typed.one) }, form.errors);
  const { id, template, ...details } = form.value;
  const chosen = await chosenTemplate(visit, template);
  const customer = customerOf(visit);
  const author = { customerId: customer.id, accountId: actorOf(visit).accountId };
  const course = await asAuthor(visit, (tx) =>
    chosen ? beginFromTemplate(tx, author, id, details, chosen) : createCourse(tx, author, id, details),
  );
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

async function newPage(visit: Visit, typed: Typed, errors: FieldError[]): Promise<Response> {
  const { locale } = visit;
  const chosen = await chosenTemplate(visit, typed['template'] ?? '');
  const own = await asAuthor(visit, (tx) => listTemplates(tx, customerOf(visit).id));
  const text = detailsWords[locale];
  return page(
    visit,
    { title: text.newTitle, status: errors.length > 0 ? 422 : 200 },
    <CourseDetailsPage
      locale={locale}
      customer={customerOf(visit).slug}
      own={own}
      chosen={chosen && nameOf(chosen, locale)}
      typed={typed}
      errors={errors}
    />,
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
