import { z } from 'zod';
import { cookie, withCookie } from '../platform/cookies.ts';
import { readForm } from '../platform/read-body.ts';
import { forgetTries } from '../platform/throttle.ts';
import { NotFound, actorOf, redirect, scopeOf, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { backToAccount, confirmFirst, showAccount } from './account.actions.tsx';
import { accountWords } from './account-words.ts';
import { limits, minutesToWait, tooMany } from './limits.ts';
import { RecoveryCodesPage } from './pages/second-factor-section.tsx';
import { deletePasskey } from './passkey.queries.ts';
import { codeField } from './second-factor.actions.tsx';
import { deleteSession, deleteSessionsExcept } from './session.queries.ts';
import { confirmNewSecondFactor, removeSecondFactor, replaceCodes, startSecondFactor } from './turn-on-second-factor.ts';
import { words } from './words.ts';

async function signOut(visit: Visit): Promise<Response> {
  const { accountId, sessionId } = actorOf(visit);
  await visit.house.database.transaction(scopeOf(visit, 'security'), (tx) => deleteSession(tx, accountId, sessionId));
  const response = withCookie(redirect(href('start')), cookie(visit.house.publicUrl, 'session', '', 0));
  response.headers.set('clear-site-data', '"cache"');
  return response;
}

/** Shown by the answer itself: the codes are not kept anywhere that could be read again. */
const showCodes = (visit: Visit, codes: string[]) =>
  page(
    visit,
    { title: accountWords[visit.locale].codes.title, width: 'narrow' },
    <RecoveryCodesPage codes={codes} locale={visit.locale} />,
  );

export const ownDeviceActions = {
  endSession: signOut,

  async revokeSession(visit) {
    const { accountId, sessionId } = actorOf(visit);
    const session = visit.params['session'] ?? '';
    if (session === sessionId) return signOut(visit);
    const ended = await visit.house.database.transaction(scopeOf(visit, 'security'), (tx) => deleteSession(tx, accountId, session));
    if (!ended) throw new NotFound();
    return backToAccount('inloggning');
  },

  async revokeOtherSessions(visit) {
    const { accountId, sessionId } = actorOf(visit);
    await visit.house.database.transaction(scopeOf(visit, 'security'), (tx) => deleteSessionsExcept(tx, accountId, sessionId));
    return backToAccount('inloggningar');
  },

  async removePasskey(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    const { accountId } = actorOf(visit);
    const passkey = visit.params['passkey'] ?? '';
    const removed = await visit.house.database.transaction(scopeOf(visit, 'security'), (tx) => deletePasskey(tx, accountId, passkey));
    if (!removed) throw new NotFound();
    return backToAccount('lösennyckel-borta');
  },

  async startSecondFactor(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    await startSecondFactor(visit);
    return redirect(`${href('account')}#second-factor`);
  },

  async confirmNewSecondFactor(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    const text = words[visit.locale];
    const form = await readForm(visit.request, z.object({ code: codeField(text.secondFactor.missing) }));
    if (!form.ok) return showAccount(visit, { status: 422, errors: form.errors });
    const minutes = await minutesToWait(visit, 'secondFactor', actorOf(visit).accountId);
    if (minutes) return tooMany(await showAccount(visit, { status: 429, errors: [{ name: 'code', text: text.wait(minutes) }] }), minutes);
    const result = await confirmNewSecondFactor(visit, form.value.code);
    if (result.state === 'on') {
      await forgetTries(visit.house, limits.secondFactor.own, actorOf(visit).accountId);
      return showCodes(visit, result.codes);
    }
    if (result.state === 'nothing to confirm') return redirect(`${href('account')}#second-factor`);
    return showAccount(visit, { status: 422, errors: [{ name: 'code', text: accountWords[visit.locale].secondFactor.wrong }] });
  },

  async newRecoveryCodes(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    const codes = await replaceCodes(visit);
    return codes ? showCodes(visit, codes) : redirect(href('account'));
  },

  async removeSecondFactor(visit) {
    const refused = confirmFirst(visit);
    if (refused) return refused;
    await removeSecondFactor(visit);
    return backToAccount('tva-steg-av');
  },
} satisfies Partial<Record<RouteName, Action>>;
