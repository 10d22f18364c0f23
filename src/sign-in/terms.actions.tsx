import { z } from 'zod';
import type { RouteName } from '../routes.ts';
import { href } from '../routes.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { redirect, type Action, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { TermsGatePage } from './pages/terms-gate-page.tsx';
import { afterSignIn, ownPath, returnField, returnPathOf, withReturn } from './return-path.ts';
import { answerTerms, readTermsToAnswer } from './terms.ts';
import { termsWords } from './terms-words.ts';

async function showTerms(visit: Visit, goOn: string | undefined, errors: FieldError[] = []): Promise<Response> {
  const shown = await readTermsToAnswer(visit);
  if (shown.answer === 'accepted') return redirect(afterSignIn(goOn));
  const { locale } = visit;
  return page(
    visit,
    { title: termsWords[locale].title, status: errors.length > 0 ? 422 : 200 },
    <TermsGatePage shown={shown} locale={locale} errors={errors} goOn={goOn} />,
  );
}

export const termsActions = {
  termsGate: (visit) => showTerms(visit, returnPathOf(visit)),

  async answerTerms(visit) {
    const text = termsWords[visit.locale];
    const schema = z.object({ answer: z.enum(['accept', 'refuse']), version: z.coerce.number().int().positive(), vidare: returnField });
    const form = await readForm(visit.request, schema);
    if (!form.ok) return showTerms(visit, ownPath(form.typed.one['vidare']), [{ name: 'answer', text: text.choose }]);
    const { answer, version, vidare } = form.value;
    const recorded = await answerTerms(visit, { version, state: answer === 'accept' ? 'accepted' : 'refused' });
    if (!recorded) return showTerms(visit, vidare, [{ name: 'answer', text: text.newer }]);
    return redirect(answer === 'accept' ? afterSignIn(vidare) : withReturn(href('termsGate'), vidare));
  },
} satisfies Partial<Record<RouteName, Action>>;
