import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { findProbe } from './probes.ts';
import { ProofPage } from './proof-page.tsx';
import { promisesWith } from './promise-state.ts';
import { proofsNow } from './prove.ts';
import { listDays } from './results.queries.ts';
import { TrustPage } from './trust-page.tsx';
import { trustWords } from './words.ts';

const daysShown = 60;

async function trust(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const proofs = await proofsNow(visit.house);
  return page(visit, { title: trustWords[locale].title }, <TrustPage promises={promisesWith(proofs)} proofs={proofs} locale={locale} />);
}

async function proof(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const probe = findProbe(visit.params['proof'] ?? '');
  const now = probe && (await proofsNow(house)).find((one) => one.probe === probe);
  if (!probe || !now) throw new NotFound();
  const days = await house.database.transaction({ purpose: 'accountability' }, (tx) => listDays(tx, probe.id, daysShown));
  return page(visit, { title: probe.title[locale] }, <ProofPage probe={probe} proof={now} days={days} locale={locale} />);
}

export const trustActions = {
  trust,
  proof,
  /** The address to give to someone who reads English, whatever their browser says. */
  trustInEnglish: (visit: Visit) => trust({ ...visit, locale: 'en' }),
  promises: () => redirect(href('trust')),
};
