import { z } from 'zod';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { forgetTries } from '../platform/throttle.ts';
import { actorOf, redirect, type Action, type Visit } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { confirmPerson, readOwnAccount } from './confirm-person.ts';
import { limits, minutesToWait, tooMany } from './limits.ts';
import { ConfirmPersonPage } from './pages/confirm-pages.tsx';
import { passwordLength } from './password.ts';
import { afterSignIn, ownPath, returnField, returnPathOf } from './return-path.ts';
import { words } from './words.ts';

async function showConfirm(visit: Visit, goOn: string | undefined, status = 200, errors: FieldError[] = []): Promise<Response> {
  const email = (await readOwnAccount(visit))?.email ?? '';
  const options = { title: words[visit.locale].confirm.title, status, width: 'narrow', scripts: ['passkey', 'show-password'] } as const;
  return page(visit, options, <ConfirmPersonPage locale={visit.locale} errors={errors} goOn={goOn} email={email} />);
}

export const confirmPersonActions = {
  confirmPerson: (visit) => showConfirm(visit, returnPathOf(visit)),

  async saveConfirmPerson(visit) {
    const text = words[visit.locale];
    const password = z.string(text.signIn.passwordMissing).min(1, text.signIn.passwordMissing).max(passwordLength.max, text.confirm.wrong);
    const form = await readForm(visit.request, z.object({ password, vidare: returnField }));
    const goOn = ownPath(form.typed.one['vidare']);
    if (!form.ok) return showConfirm(visit, goOn, 422, form.errors);
    const { accountId } = actorOf(visit);
    const minutes = await minutesToWait(visit, 'confirm', accountId);
    if (minutes) return tooMany(await showConfirm(visit, goOn, 429, [{ name: 'password', text: text.wait(minutes) }]), minutes);
    if (!(await confirmPerson(visit, form.value.password))) {
      return showConfirm(visit, goOn, 422, [{ name: 'password', text: text.confirm.wrong }]);
    }
    await forgetTries(visit.house, limits.confirm.own, accountId);
    return redirect(afterSignIn(goOn));
  },
} satisfies Partial<Record<RouteName, Action>>;
