import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { findRules, markChanged, saveRules } from './draft.queries.ts';
import { placeOf } from './outline.actions.tsx';
import { TestPage } from './pages/test-page.tsx';
import { listQuestions } from './question.queries.ts';
import { questionWords } from './question-words.ts';
import { changeDraft, readDraft } from './with-draft.ts';

export const draftTest = (visit: Visit): Promise<Response> => render(visit);

async function render(visit: Visit, typed?: Record<string, string>, errors: FieldError[] = []): Promise<Response> {
  const { locale } = visit;
  const text = questionWords[locale].test;
  const { draft, rules, questions } = await readDraft(visit, async (tx, draft) => ({
    draft,
    rules: await findRules(tx, draft),
    questions: (await listQuestions(tx, draft)).filter(({ pageId }) => pageId === null),
  }));
  const kept = {
    passPercent: String(rules?.passPercent ?? ''),
    maxAttempts: String(rules?.maxAttempts ?? ''),
    timeLimitMinutes: String(rules?.timeLimitMinutes ?? ''),
  };
  const saved = visit.url.searchParams.get('besked') === 'sparat';
  return page(
    visit,
    {
      title: text.title(draft.course.title),
      status: errors.length > 0 ? 422 : 200,
      ...(saved ? { flash: { kind: 'done', text: text.saved } } : {}),
    },
    <TestPage
      locale={locale}
      at={placeOf(visit)}
      language={draft.language}
      course={draft.course}
      typed={typed ?? kept}
      errors={errors}
      questions={questions}
    />,
  );
}

export async function saveDraftTest(visit: Visit): Promise<Response> {
  const text = questionWords[visit.locale].test;
  const whole = (most: number, wrong: string) =>
    z
      .string(wrong)
      .trim()
      .regex(/^[1-9]\d{0,2}$/, wrong)
      .transform(Number)
      .refine((value) => value <= most, wrong);
  const schema = z.object({
    passPercent: whole(100, text.passWrong),
    maxAttempts: whole(20, text.attemptsWrong),
    timeLimitMinutes: z.union([z.literal('').transform(() => null), whole(600, text.minutesWrong)], text.minutesWrong).default(null),
  });
  const form = await readForm(visit.request, schema);
  if (!form.ok) return render(visit, form.typed.one, form.errors);
  await changeDraft(visit, async (tx, draft) => {
    await saveRules(tx, draft, form.value);
    await markChanged(tx, draft);
  });
  return redirect(`${href('draftTest', placeOf(visit))}?besked=sparat`);
}
