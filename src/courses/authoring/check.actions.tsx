import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { checkDraft } from './check-draft.ts';
import { listPages } from './draft.queries.ts';
import { placeOf } from './outline.actions.tsx';
import { CheckPage } from './pages/check-page.tsx';
import { publishDraft } from './publish-draft.ts';
import { publishWords } from './publish-words.ts';
import { listPools } from './pool.queries.ts';
import { listQuestions } from './question.queries.ts';
import { readAround } from './read-around.ts';
import { lixOf } from './reading.ts';
import { withCourse } from './may-author.ts';
import { languageOf, readDraft } from './with-draft.ts';

export const check = (visit: Visit): Promise<Response> => showCheck(visit, false);

async function showCheck(visit: Visit, stopped: boolean): Promise<Response> {
  const { locale } = visit;
  const text = publishWords[locale].check;
  const { draft, pages, questions, pools, around } = await readDraft(visit, async (tx, draft) => {
    const pages = await listPages(tx, draft);
    const [questions, pools] = [await listQuestions(tx, draft), await listPools(tx, draft)];
    return { draft, pages, questions, pools, around: await readAround(tx, draft, pages) };
  });
  return page(
    visit,
    {
      title: text.title(draft.course.title),
      status: stopped ? 422 : 200,
      ...(stopped ? { flash: { kind: 'problem', text: text.stopped } } : {}),
    },
    <CheckPage
      locale={locale}
      at={placeOf(visit)}
      course={draft.course}
      versionId={draft.versionId}
      faults={checkDraft(pages, questions, pools, around)}
      lix={lixOf({ content: pages.flatMap(({ document }) => document.content) })}
    />,
  );
}

const publishForm = z.object({ version: z.string().regex(idPattern), listed: z.literal('yes').optional() });

export async function savePublish(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, publishForm);
  const outline = href('draft', placeOf(visit));
  if (!form.ok) return redirect(href('checkDraft', placeOf(visit)));
  const { version, listed } = form.value;
  const result = await withCourse(visit, (tx, course) => {
    if (course.isTemplate) throw new NotFound();
    return publishDraft(tx, {
      customerId: course.customer_id,
      courseId: course.id,
      versionId: version,
      listed: listed === 'yes',
      language: languageOf(course),
    });
  });
  return result.state === 'stopped' ? showCheck(visit, true) : redirect(`${outline}?besked=publicerad`);
}
