import { termsNoticeMonths, withFrame } from '../../privacy/index.ts';
import { addMonths } from '../../platform/clock.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import { findOperator } from '../../platform/find-operator.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';
import { laterThanOthers } from '../../platform/mail/post-mail.ts';
import { NotFound } from '../../platform/visit.ts';
import { notify } from '../../notifications/index.ts';
import type { Locale } from '../../ui/locale.ts';
import {
  findLatestVersion,
  findUpcomingTerms,
  insertVersion,
  lockAnnouncing,
  markAnnounced,
  serveNotices,
  type AppliesTo,
  type TermsVersion,
} from './terms.queries.ts';

export const announceTask = 'announce-terms';
const batch = 500;

/** The operator's own words, the whole text that they and the frame make, and when and for whom. */
export type Proposal = { own: Record<Locale, string>; text: Record<Locale, string>; inForceAt: Date; appliesTo: AppliesTo };

/** The frame is made as the map and the settings are now (370, 742). */
export async function proposalOf(tx: Tx, typed: Omit<Proposal, 'text'>): Promise<Proposal> {
  const operator = await findOperator(tx);
  if (!operator) throw new NotFound();
  return { ...typed, text: withFrame(typed.own, operator) };
}
export type Fault = 'unchanged' | 'too-soon' | 'past' | 'before-latest';

/** The terms promise a month's notice to those who have accepted earlier ones; whoever has no account yet reads them when opening it. */
export function faultOf({ text, inForceAt, appliesTo }: Proposal, latest: TermsVersion, now: Date): Fault | undefined {
  // What only new accounts have may be made everyone's.
  const isWider = appliesTo === 'everyone' && latest.appliesTo === 'new-accounts';
  if (!isWider && text.sv === latest.text.sv && text.en === latest.text.en) return 'unchanged';
  if (inForceAt < now) return 'past';
  if (appliesTo === 'everyone' && inForceAt < addMonths(now, termsNoticeMonths)) return 'too-soon';
  return inForceAt <= latest.inForceAt ? 'before-latest' : undefined;
}

/** Publishes the next version and begins to tell everyone of it. Pressed twice, the second is what is published already. */
export async function publishTerms(tx: Tx, typed: Omit<Proposal, 'text'>, now: Date): Promise<Fault | undefined> {
  const latest = await findLatestVersion(tx);
  const proposal = await proposalOf(tx, typed);
  const fault = latest && faultOf(proposal, latest, now);
  if (fault) return fault;
  const isNew = await insertVersion(tx, { ...proposal, version: (latest?.version ?? 0) + 1 });
  if (isNew && proposal.appliesTo === 'everyone') await addJob(tx, announceTask, {}, { key: announceTask });
  return undefined;
}

/**
 * Tells everyone who has an account of the terms to come, a part at a time: the notice in the ledger and the mail are one
 * act, so broken off it goes on where it was. Run every night too, for accounts that have been opened since.
 */
export async function announceTerms(house: House): Promise<void> {
  for (let told = batch; told === batch;)
    told = await house.database.transaction(acrossCustomers('mail'), async (tx) => {
      const at = house.clock.now();
      await lockAnnouncing(tx);
      const upcoming = await findUpcomingTerms(tx, at);
      if (!upcoming) return 0;
      const to = await serveNotices(tx, upcoming.version, at, batch);
      const about = { version: String(upcoming.version) };
      await notify(tx, house.clock, { event: 'terms-changed', to, mail: { template: 'terms-changed', about, priority: laterThanOthers } });
      if (to.length < batch) await markAnnounced(tx, upcoming.version, at);
      return to.length;
    });
}
