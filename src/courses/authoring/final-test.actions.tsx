import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { findRules, markChanged, saveRules } from './draft.queries.ts';
import { placeOf } from './outline.actions.tsx';
import type { PoolTyped } from './pages/pool-list.tsx';
import { partWords } from './part-words.ts';
import { listPools } from './pool.queries.ts';
import { TestPage } from './pages/test-page.tsx';
import { listQuestions } from './question.queries.ts';
import { questionWords } from './question-words.ts';
import { changeDraft, readDraft } from './with-draft.ts';

export const draftTest = (visit: Visit): Promise<Response> => renderTest(visit);

type Said = { typed?: Record<string, string>; errors?: FieldError[]; pool?: PoolTyped };

export async function renderTest(visit: Visit, { typed, errors = [], pool }: Said = {}): Promise<Response> {
  const { locale } = visit;
  const text = questionWords[locale].test;
  const { draft, rules, questions, pools } = await readDraft(visit, async (tx, draft) => ({
    draft,
    rules: await findRules(tx, draft),
    pools: await listPools(tx, draft),
    questions: (await listQuestions(tx, draft)).filter(({ pageId }) => pageId === null),
  }));
  const kept = {
    passPercent: String(rules?.passPercent ?? ''),
    maxAttempts: String(rules?.maxAttempts ?? ''),
    timeLimitMinutes: String(rules?.timeLimitMinutes ?? ''),
    waitHours: String(rules?.waitHours ?? ''),
    answersShown: rules?.answersShown ?? 'after-last',
    shuffleQuestions: rules?.shuffleQuestions ? 'yes' : '',
    shuffleOptions: rules?.shuffleOptions ? 'yes' : '',
  };
  const saved = visit.url.searchParams.get('besked') === 'sparat';
  return page(
    visit,
    {
      title: text.title(draft.course.title),
      status: errors.length > 0 || pool ? 422 : 200,
      ...(saved ? { flash: { kind: 'done', text: text.saved } } : {}),
    },
    <TestPage
      locale={locale}
      at={placeOf(visit)}
      language={draft.language}
      course={draft.course}
      typed={typed ?? kept}
      errors={[...errors, ...(pool?.errors ?? [])]}
      pools={pools}
      newPoolId={randomUUID()}
      pool={pool}
      questions={questions}
    />,
  );
}

export async function saveDraftTest(visit: Visit): Promise<Response> {
  const text = questionWords[visit.locale].test;
  const parts = partWords[visit.locale];
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
    waitHours: z.union([z.literal('').transform(() => null), whole(720, parts.waitWrong)], parts.waitWrong).default(null),
    answersShown: z.enum(['never', 'after-pass', 'after-last']).catch('after-last'),
    shuffleQuestions: z.literal('yes').optional().transform(Boolean),
    shuffleOptions: z.literal('yes').optional().transform(Boolean),
  });
  const form = await readForm(visit.request, schema);
  if (!form.ok) return renderTest(visit, { typed: form.typed.one, errors: form.errors });
  await changeDraft(visit, async (tx, draft) => {
    await saveRules(tx, draft, form.value);
    await markChanged(tx, draft);
  });
  return redirect(`${href('draftTest', placeOf(visit))}?besked=sparat`);
}
