import { z } from 'zod';
import { withCookie } from '../platform/cookies.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { forgetTries } from '../platform/throttle.ts';
import { redirect, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { callerOf } from './caller.ts';
import { emailField } from './email-address.ts';
import { limits, minutesToWait, tooMany } from './limits.ts';
import { SignInPage } from './pages/sign-in-page.tsx';
import { passwordLength } from './password.ts';
import { afterSignIn, ownPath, returnField, returnPathOf, withReturn } from './return-path.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { words } from './words.ts';

type Shown = { status?: number; email?: string; errors?: FieldError[]; goOn: string | undefined };

function showSignIn(visit: Visit, { status = 200, email = '', errors = [], goOn }: Shown): Response {
  const { title, done } = words[visit.locale].signIn;
  const told = done[visit.url.searchParams.get('klart') as keyof typeof done];
  const options = { title, status, width: 'narrow', scripts: ['passkey', 'show-password'] } as const;
  return page(
    visit,
    told ? { ...options, flash: { kind: 'done', text: told } } : options,
    <SignInPage locale={visit.locale} email={email} errors={errors} goOn={goOn} />,
  );
}

function signInSchema(locale: Visit['locale']) {
  const { signIn } = words[locale];
  const password = z.string(signIn.passwordMissing).min(1, signIn.passwordMissing).max(passwordLength.max, signIn.wrong);
  return z.object({ email: emailField(words[locale]), password, vidare: returnField });
}

export const signInFormActions = {
  signIn(visit) {
    const goOn = returnPathOf(visit);
    return visit.actor ? redirect(afterSignIn(goOn)) : showSignIn(visit, { goOn });
  },

  async startSession(visit) {
    const text = words[visit.locale];
    const form = await readForm(visit.request, signInSchema(visit.locale));
    const typed = { email: form.typed.one['email'] ?? '', goOn: ownPath(form.typed.one['vidare']) };
    if (!form.ok) return showSignIn(visit, { ...typed, status: 422, errors: form.errors });
    const minutes = await minutesToWait(visit, 'signIn', form.value.email);
    if (minutes)
      return tooMany(showSignIn(visit, { ...typed, status: 429, errors: [{ name: 'password', text: text.wait(minutes) }] }), minutes);
    const result = await signInWithPassword(visit.house, form.value, callerOf(visit));
    if (result.state === 'wrong')
      return showSignIn(visit, { ...typed, status: 422, errors: [{ name: 'password', text: text.signIn.wrong }] });
    await forgetTries(visit.house, limits.signIn.own, form.value.email);
    const next = result.state === 'in' ? afterSignIn(typed.goOn) : withReturn(href('secondFactor'), typed.goOn);
    return withCookie(redirect(next), result.setCookie);
  },
} satisfies Partial<Record<RouteName, Action>>;
