import { recordChoice } from '../privacy/index.ts';
import type { Tx } from '../platform/database.ts';
import { actorOf, scopeOf, NotFound, type Visit } from '../platform/visit.ts';
import { changedParagraphs, type Change } from './changed-paragraphs.ts';
import { findAcceptedBefore, findLatestAnswer, findTerms, findTermsInForce, type Terms } from './terms.queries.ts';

/** What the form looks like, for the ledger: change it with the form. */
const form = 'terms gate: hidden version; buttons accept and refuse; nothing chosen beforehand';

export type TermsToAnswer = { terms: Terms; changes: Change[]; answer: 'accepted' | 'refused' | undefined };

export async function getTermsInForce(tx: Tx, now: Date, accountId: string): Promise<Terms> {
  const terms = await findTermsInForce(tx, now, accountId);
  if (!terms) throw new NotFound();
  return terms;
}

/** The terms in force, what has changed since those the person accepted, and what they have answered. */
export function readTermsToAnswer(visit: Visit): Promise<TermsToAnswer> {
  const { accountId } = actorOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => {
    const terms = await getTermsInForce(tx, visit.house.clock.now(), accountId);
    const before = await findAcceptedBefore(tx, accountId, terms.version);
    const old = before && (await findTerms(tx, before.version));
    const answer = await findLatestAnswer(tx, accountId, terms.version);
    return {
      terms,
      changes: old ? changedParagraphs(old.text[visit.locale], terms.text[visit.locale]) : [],
      answer: answer?.state as TermsToAnswer['answer'],
    };
  });
}

/** Records the answer to the version the person has read; false when that is no longer the one in force. */
export function answerTerms(visit: Visit, answer: { version: number; state: 'accepted' | 'refused' }): Promise<boolean> {
  const { accountId } = actorOf(visit);
  const { clock, database } = visit.house;
  return database.transaction(scopeOf(visit, 'accountability'), async (tx) => {
    const terms = await getTermsInForce(tx, clock.now(), accountId);
    if (terms.version !== answer.version) return false;
    const latest = await findLatestAnswer(tx, accountId, terms.version);
    if (latest?.state === answer.state) return true;
    const { version, text } = terms;
    const choice = { accountId, language: visit.locale, version, text: text[visit.locale], form } as const;
    await recordChoice(tx, clock, { ...choice, event: 'acceptance', about: 'terms', state: answer.state });
    return true;
  });
}
