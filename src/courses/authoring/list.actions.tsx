import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { afterIn, chosenIn, orderIn, searchedIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { duplicateCourse } from './begin-draft.ts';
import { courseOrders, courseStates, coursesPerPage, listCoursesToRun, updateListing } from './course.queries.ts';
import { isAuthor, withCourse } from './may-author.ts';
import { CoursesToRunPage } from './pages/courses-to-run-page.tsx';
import { listTemplates } from '../templates/template.queries.ts';
import { templateWords } from '../templates/words.ts';
import { words } from './words.ts';

/** Whoever is staff may look; a teacher without a course of their own finds the list empty. */
export async function coursesToRun(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const { slug, name, id } = customerOf(visit);
  const wanted = {
    customerId: id,
    title: searchedIn(visit.url),
    state: chosenIn(visit.url, 'lage', courseStates),
    order: orderIn(visit.url, courseOrders),
    after: afterIn(visit.url),
  };
  const { found, templates } = isAuthor(visit)
    ? await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), async (tx) => ({
        found: await listCoursesToRun(tx, actorOf(visit).accountId, wanted),
        templates: await listTemplates(tx, id),
      }))
    : { found: [], templates: [] };
  const courses = found.slice(0, coursesPerPage);
  const kept = visit.url.searchParams.get('besked') === 'mall';
  return page(
    visit,
    { title: words[locale].list.title, width: 'wide', ...(kept ? { flash: { kind: 'done', text: templateWords[locale].kept } } : {}) },
    <CoursesToRunPage
      locale={locale}
      customer={{ slug, name }}
      courses={courses}
      wanted={wanted}
      next={found.length > courses.length ? courses.at(-1)?.id : undefined}
      templates={templates}
      mayCreate={isAuthor(visit)}
      newId={randomUUID}
    />,
  );
}

const copyForm = z.object({ id: z.string().regex(idPattern) });

export async function saveDuplicate(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, copyForm);
  if (!form.ok) throw new NotFound();
  const customer = customerOf(visit);
  const author = { customerId: customer.id, accountId: actorOf(visit).accountId };
  const course = await withCourse(visit, (tx, original) =>
    duplicateCourse(tx, author, form.value.id, original, words[original.language === 'en' ? 'en' : 'sv'].copyOf(original.title)),
  );
  return redirect(href('courseDetails', { customer: customer.slug, course }));
}

const listingForm = z.object({ listed: z.enum(['yes', 'no']) });

export async function saveListing(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, listingForm);
  await withCourse(visit, async (tx, course) => {
    // What nobody can begin is not offered.
    if (form.ok && course.published_at) await updateListing(tx, course.customer_id, course.id, form.value.listed === 'yes');
  });
  return redirect(href('draft', { customer: customerOf(visit).slug, course: visit.params['course']! }));
}
