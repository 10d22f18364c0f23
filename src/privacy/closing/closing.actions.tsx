import { z } from 'zod';
import { cookie, withCookie } from '../../platform/cookies.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { eraseForever, findReceipt, type Receipt } from '../erase.ts';
import { findOwnAccount } from '../my-data.queries.ts';
import { receiptToken } from '../receipts/find-erasure.ts';
import { findEnding } from '../terms-decisions/decisions.queries.ts';
import { words } from '../words.ts';
import { closeAccount, erasureDueAt, reopenAccount } from './close-account.ts';
import { ClosedPage, ClosingPage, ErasedPage, ReopenPage } from './closing-page.tsx';
import { erasePlanOf } from './erase-plan.ts';

async function closing(visit: Visit, error?: string): Promise<Response> {
  const { accountId, closed } = actorOf(visit);
  const text = words[visit.locale];
  const plan = await erasePlanOf(visit.house, accountId);
  const status = error ? 422 : 200;
  if (closed) {
    const { account, ending } = await visit.house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => ({
      account: await findOwnAccount(tx, accountId),
      ending: await findEnding(tx, accountId),
    }));
    const props = { locale: visit.locale, dueAt: account?.erase_due_at ?? null, warnedAt: account?.erase_warned_at ?? null, plan, error };
    return page(visit, { title: text.reopenTitle, status }, <ReopenPage {...props} isEnded={ending !== undefined} />);
  }
  const dueAt = erasureDueAt(visit.house.clock.now());
  return page(visit, { title: text.closeTitle, status }, <ClosingPage locale={visit.locale} plan={plan} dueAt={dueAt} error={error} />);
}

async function saveClosing(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const form = await readForm(
    visit.request,
    z.object({ how: z.enum(['close', 'erase']).catch('close'), understand: z.string().optional() }),
  );
  const now = form.ok && form.value.how === 'erase';
  if (now && form.value.understand !== 'yes') return closing(visit, words[visit.locale].understandNeeded);
  const response = now ? await eraseNow(visit, accountId) : await closeForNow(visit, accountId);
  return withCookie(response, cookie(visit.house.publicUrl, 'session', '', 0));
}

async function closeForNow(visit: Visit, accountId: string): Promise<Response> {
  const dueAt = erasureDueAt(visit.house.clock.now());
  await closeAccount(visit.house, accountId);
  const left: Visit = { ...visit, actor: undefined };
  return page(left, { title: words[visit.locale].closedTitle, width: 'narrow' }, <ClosedPage locale={visit.locale} dueAt={dueAt} />);
}

async function eraseNow(visit: Visit, accountId: string): Promise<Response> {
  const { house, locale } = visit;
  const text = words[locale];
  const [erasureId = ''] = await eraseForever(house, [accountId], 'request');
  const receipt = (await findReceipt(house, erasureId))?.receipt as Receipt | undefined;
  const shown = <ErasedPage locale={locale} erasureId={erasureId} token={receiptToken(house, erasureId)} receipt={receipt} />;
  const left: Visit = { ...visit, actor: undefined };
  return page(left, { title: receipt?.held ? text.heldTitle : text.erasedTitle, width: 'narrow' }, shown);
}

async function saveReopening(visit: Visit): Promise<Response> {
  await reopenAccount(visit.house, actorOf(visit).accountId);
  return redirect(href('home'));
}

export const closingActions = {
  closing: (visit: Visit) => closing(visit),
  closeAccount: saveClosing,
  reopenAccount: saveReopening,
};
