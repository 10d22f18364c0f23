import { z } from 'zod';
import { cookie, withCookie } from '../platform/cookies.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { redirect, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { askForReset, findReset, saveReset } from './choose-password.ts';
import { emailField } from './email-address.ts';
import { minutesToWait, tooMany } from './limits.ts';
import { ForgotPasswordPage, LinkEndedPage, ResetPasswordPage, ResetSentPage } from './pages/reset-pages.tsx';
import { passwordFault } from './password.ts';
import { words } from './words.ts';

function showForgot(visit: Visit, status = 200, email = '', errors: FieldError[] = []): Response {
  const { title } = words[visit.locale].reset;
  return page(visit, { title, status, width: 'narrow' }, <ForgotPasswordPage locale={visit.locale} email={email} errors={errors} />);
}

/** A link opens nothing twice; a forged one looks the same as a used one. */
export function showLinkEnded(visit: Visit, again: string): Response {
  const { title } = words[visit.locale].linkEnded;
  return page(visit, { title, status: 404, width: 'narrow' }, <LinkEndedPage locale={visit.locale} again={again} />);
}

const tokenOf = (visit: Visit) => visit.params['token'] ?? '';

function showReset(visit: Visit, errors: FieldError[] = []): Response {
  const options = { title: words[visit.locale].reset.newTitle, width: 'narrow', scripts: ['show-password'] } as const;
  return page(
    visit,
    { ...options, status: errors.length > 0 ? 422 : 200 },
    <ResetPasswordPage locale={visit.locale} errors={errors} token={tokenOf(visit)} />,
  );
}

export const resetActions = {
  forgotPassword(visit) {
    if (!visit.url.searchParams.has('skickat')) return showForgot(visit);
    const { sentTitle } = words[visit.locale].reset;
    return page(visit, { title: sentTitle, width: 'narrow' }, <ResetSentPage locale={visit.locale} />);
  },

  async askForReset(visit) {
    const text = words[visit.locale];
    const form = await readForm(visit.request, z.object({ email: emailField(text) }));
    const typed = form.typed.one['email'] ?? '';
    if (!form.ok) return showForgot(visit, 422, typed, form.errors);
    const minutes = await minutesToWait(visit, 'mail', form.value.email);
    if (minutes) return tooMany(showForgot(visit, 429, typed, [{ name: 'email', text: text.wait(minutes) }]), minutes);
    await askForReset(visit.house, form.value.email, visit.locale);
    return redirect(`${href('forgotPassword')}?skickat`);
  },

  async resetPassword(visit) {
    const reset = await findReset(visit.house, tokenOf(visit));
    return reset?.account_email ? showReset(visit) : showLinkEnded(visit, href('forgotPassword'));
  },

  async saveReset(visit) {
    const { house, locale } = visit;
    const form = await readForm(visit.request, z.object({ password: z.string().catch('') }));
    const { id, account_email, language } = (await findReset(house, tokenOf(visit))) ?? {};
    if (!id || !account_email || !language || !form.ok) return showLinkEnded(visit, href('forgotPassword'));
    const fault = passwordFault(locale, form.value.password, account_email);
    if (fault) return showReset(visit, [{ name: 'password', text: fault }]);
    if (!(await saveReset(house, { id, account_email, language }, form.value.password)))
      return showLinkEnded(visit, href('forgotPassword'));
    return withCookie(redirect(`${href('signIn')}?klart=losenord`), cookie(house.publicUrl, 'session', '', 0));
  },
} satisfies Partial<Record<RouteName, Action>>;
