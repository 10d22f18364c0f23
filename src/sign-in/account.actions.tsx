import { z } from 'zod';
import { withCookie } from '../platform/cookies.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { redirect, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { accountWords } from './account-words.ts';
import { askForEmail, confirmEmail, findEmailChange } from './change-email.ts';
import { changePassword } from './choose-password.ts';
import { readOwnAccount } from './confirm-person.ts';
import { emailField } from './email-address.ts';
import { minutesToWait, tooMany } from './limits.ts';
import { confirmationGoodFor, confirmationMinutes, needsConfirming } from './needs-confirming.ts';
import { AccountPage } from './pages/account-page.tsx';
import { ConfirmEmailPage, EmailTakenPage } from './pages/confirm-pages.tsx';
import { passwordFault } from './password.ts';
import { readAccount } from './read-account.ts';
import { showLinkEnded } from './reset.actions.tsx';
import { words } from './words.ts';

type Shown = { status?: number; errors?: FieldError[]; typedEmail?: string };

export async function showAccount(visit: Visit, { status = 200, errors = [], typedEmail = '' }: Shown = {}): Promise<Response> {
  const { locale, url } = visit;
  const { title, done } = accountWords[locale];
  const told = done[url.searchParams.get('klart') as keyof typeof done];
  const options = { title, status, scripts: ['passkey', 'show-password'] } as const;
  const account = await readAccount(visit, status === 200 ? confirmationMinutes : confirmationGoodFor);
  return page(
    visit,
    told ? { ...options, flash: { kind: 'done', text: told } } : options,
    <AccountPage account={account} locale={locale} errors={errors} typedEmail={typedEmail} />,
  );
}

export const backToAccount = (done: keyof (typeof accountWords)['sv']['done']) => redirect(`${href('account')}?klart=${done}`);
export const confirmFirst = (visit: Visit) => needsConfirming(visit, confirmationGoodFor, href('account'));

export const accountActions = {
  account: (visit) => showAccount(visit),

  async changePassword(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    const form = await readForm(visit.request, z.object({ password: z.string().catch('') }));
    const password = form.ok ? form.value.password : '';
    const fault = passwordFault(visit.locale, password, (await readOwnAccount(visit))?.email ?? '');
    if (fault) return showAccount(visit, { status: 422, errors: [{ name: 'password', text: fault }] });
    const setCookie = await changePassword(visit, password);
    return setCookie ? withCookie(backToAccount('losenord'), setCookie) : backToAccount('losenord');
  },

  async askForEmail(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    const form = await readForm(visit.request, z.object({ email: emailField(words[visit.locale]) }));
    const shown = { status: 422, typedEmail: form.typed.one['email'] ?? '' };
    if (!form.ok) return showAccount(visit, { ...shown, errors: form.errors });
    const account = await readOwnAccount(visit);
    const error = (text: string) => ({ errors: [{ name: 'email', text }] });
    if (account?.email === form.value.email) return showAccount(visit, { ...shown, ...error(accountWords[visit.locale].email.same) });
    const minutes = await minutesToWait(visit, 'mail', visit.actor?.accountId);
    if (minutes) return tooMany(await showAccount(visit, { ...shown, ...error(words[visit.locale].wait(minutes)), status: 429 }), minutes);
    await askForEmail(visit, form.value.email);
    return backToAccount('mejladress');
  },

  async confirmEmail(visit) {
    const token = visit.params['token'] ?? '';
    if (!(await findEmailChange(visit.house, token))) return showLinkEnded(visit, href('account'));
    const { title } = words[visit.locale].confirmEmail;
    return page(visit, { title, width: 'narrow' }, <ConfirmEmailPage locale={visit.locale} token={token} />);
  },

  async saveEmail(visit) {
    const { house, locale, actor, params } = visit;
    const change = await findEmailChange(house, params['token'] ?? '');
    const outcome = change ? await confirmEmail(house, change.id) : 'ended';
    if (outcome === 'ended') return showLinkEnded(visit, href('account'));
    if (outcome === 'done') return actor ? backToAccount('bekraftad') : redirect(`${href('signIn')}?klart=mejladress`);
    const { title } = words[locale].confirmEmail;
    return page(visit, { title, status: 422, width: 'narrow' }, <EmailTakenPage locale={locale} />);
  },
} satisfies Partial<Record<RouteName, Action>>;
