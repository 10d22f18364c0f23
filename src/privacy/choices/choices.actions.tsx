import { purposes, type Purpose } from '../../../data-map/index.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { noteChoices } from '../backup/index.ts';
import { recordChoice } from '../ledger.ts';
import { z } from 'zod';
import { ChoicesPage } from './choices-page.tsx';
import { findChoice, listChoices, listConsents, listEvents, takeTurns } from './choices.queries.ts';
import { writeSigned } from '../receipts/signed-receipt.ts';
import { signingKey } from '../receipts/signing-key.ts';
import { receiptOf, type ConsentReceipt } from './receipt.ts';
import { choiceWords } from './words.ts';

const listed = 30;

/** What the form looks like, for the ledger: change it with the form. */
const form = 'my choices: one button for each consent that holds, to withdraw it';

async function ownChoices(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const { accountId } = actorOf(visit);
  const asked = visit.url.searchParams.get('fore') ?? '';
  const before = idPattern.test(asked) ? asked : undefined;
  const { consents, choices } = await house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => ({
    consents: (await listConsents(tx, accountId)).filter(({ state }) => state === 'given'),
    choices: await listChoices(tx, accountId, { before, limit: listed + 1 }),
  }));
  const text = choiceWords[locale];
  const done = visit.url.searchParams.get('besked') === 'tillbakataget';
  return page(
    visit,
    { title: text.title, width: 'wide', ...(done ? { flash: { kind: 'done', text: text.withdrawn } } : {}) },
    <ChoicesPage
      consents={consents}
      choices={choices.slice(0, listed)}
      older={choices.length > listed}
      paged={before !== undefined}
      locale={locale}
    />,
  );
}

/** The proof in the person's own hands (Art. 7(1)). */
async function choiceReceipt(visit: Visit): Promise<Response> {
  const { house, operator } = visit;
  const { accountId } = actorOf(visit);
  const found = await house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => {
    await takeTurns(tx, accountId);
    const choice = await findChoice(tx, accountId, visit.params['choice'] ?? '');
    return choice && { choice, events: await listEvents(tx, accountId, choice) };
  });
  if (!found || !operator) throw new NotFound();
  const whose = { id: accountId, withdrawnAt: href('ownChoices'), how: { sv: choiceWords.sv.how, en: choiceWords.en.how } };
  return receiptFile(visit, receiptOf(house, operator, whose, found.choice, found.events));
}

/** Signed with the key of the receipts of erasure: it holds against us also when the row it was made of is gone (737, 753). */
export function receiptFile({ house, locale }: Visit, receipt: ConsentReceipt): Response {
  return new Response(writeSigned(receipt, signingKey(house.secrets)), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${locale === 'sv' ? 'kvitto' : 'receipt'}.json"`,
    },
  });
}

/** What rests on the consent reads the ledger each time, so this stops it at once (Art. 7(3)). Twice is once. */
async function withdrawConsent(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const { accountId } = actorOf(visit);
  await readForm(visit.request, z.object({}));
  const withdrew = await house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => {
    const choice = await findChoice(tx, accountId, visit.params['choice'] ?? '');
    if (choice?.event !== 'consent' || !(choice.about in purposes)) return false;
    const about = choice.about as Purpose;
    const latest = (await listConsents(tx, accountId)).find((one) => one.about === about);
    if (latest?.state !== 'given') return true;
    const text = choiceWords[locale].toShow(purposes[about][locale]);
    await recordChoice(tx, house.clock, {
      accountId,
      event: 'consent',
      about,
      state: 'withdrawn',
      language: locale,
      version: latest.version,
      text,
      form,
    });
    return true;
  });
  if (!withdrew) throw new NotFound();
  await noteChoices(house, { accountId });
  return redirect(`${href('ownChoices')}?besked=tillbakataget`);
}

export const choiceActions = { ownChoices, choiceReceipt, withdrawConsent };
