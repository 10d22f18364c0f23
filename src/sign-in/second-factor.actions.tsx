import { z } from 'zod';
import { withCookie } from '../platform/cookies.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { forgetTries } from '../platform/throttle.ts';
import { redirect, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { callerOf } from './caller.ts';
import { challengeInCookie, endedCookie } from './challenge.ts';
import { findHalfSignedIn, finishSignIn } from './finish-sign-in.ts';
import { limits, minutesToWait, tooMany } from './limits.ts';
import { SecondFactorPage } from './pages/second-factor-page.tsx';
import { afterSignIn, ownPath, returnField, returnPathOf, withReturn } from './return-path.ts';
import { words } from './words.ts';

function showCodePage(visit: Visit, goOn: string | undefined, status = 200, errors: FieldError[] = []): Response {
  const { title } = words[visit.locale].secondFactor;
  return page(visit, { title, status, width: 'narrow' }, <SecondFactorPage locale={visit.locale} errors={errors} goOn={goOn} />);
}

export const codeField = (missing: string) => z.string(missing).trim().min(1, missing).max(40, missing);

export const secondFactorActions = {
  async secondFactor(visit) {
    const goOn = returnPathOf(visit);
    const accountId = await findHalfSignedIn(visit.house, challengeInCookie(visit.house, visit.request));
    return accountId ? showCodePage(visit, goOn) : redirect(withReturn(href('signIn'), goOn));
  },

  async confirmSecondFactor(visit) {
    const { house, request, locale } = visit;
    const text = words[locale];
    const form = await readForm(request, z.object({ code: codeField(text.secondFactor.missing), vidare: returnField }));
    const goOn = ownPath(form.typed.one['vidare']);
    const challengeId = challengeInCookie(house, request);
    const accountId = await findHalfSignedIn(house, challengeId);
    if (!challengeId || !accountId) return redirect(withReturn(href('signIn'), goOn));
    if (!form.ok) return showCodePage(visit, goOn, 422, form.errors);
    const minutes = await minutesToWait(visit, 'secondFactor', accountId);
    if (minutes) return tooMany(showCodePage(visit, goOn, 429, [{ name: 'code', text: text.wait(minutes) }]), minutes);
    const session = await finishSignIn(house, challengeId, form.value.code, callerOf(visit));
    if (!session) return showCodePage(visit, goOn, 422, [{ name: 'code', text: text.secondFactor.wrong }]);
    await forgetTries(house, limits.secondFactor.own, accountId);
    return withCookie(withCookie(redirect(afterSignIn(goOn)), session.setCookie), endedCookie(house));
  },
} satisfies Partial<Record<RouteName, Action>>;
