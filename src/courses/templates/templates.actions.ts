import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, redirect, type Action, type Visit } from '../../platform/visit.ts';
import { href, idPattern, type RouteName } from '../../routes.ts';
import { withCourse } from '../authoring/may-author.ts';
import { saveAsTemplate } from './begin-from-template.ts';
import { setTemplate } from './template.queries.ts';

const wish = z.object({ id: z.string().regex(idPattern).optional(), intent: z.enum(['keep', 'drop']) });

/** Keeps a copy of the course as a template, or makes a template an ordinary course again. */
async function saveTemplate(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, wish);
  if (!form.ok) throw new NotFound();
  const { id, intent } = form.value;
  const customer = customerOf(visit);
  await withCourse(visit, async (tx, course) => {
    if (intent === 'drop') return setTemplate(tx, customer.id, course.id, false);
    if (!id || course.isTemplate) throw new NotFound();
    const { tagline, description, audience, outcomes, pageOrder, title } = course;
    const language = course.language === 'en' ? 'en' : 'sv';
    const author = { customerId: customer.id, accountId: actorOf(visit).accountId };
    return saveAsTemplate(tx, author, id, { id: course.id, title, tagline, description, audience, outcomes, language, pageOrder });
  });
  const list = href('coursesToRun', { customer: customer.slug });
  return redirect(intent === 'keep' ? `${list}?besked=mall#mallar` : list);
}

export const templateActions = { saveTemplate } satisfies Partial<Record<RouteName, Action>>;
