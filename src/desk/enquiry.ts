import { dataMap } from '../../data-map/index.ts';
import { addDays } from '../platform/clock.ts';
import { sha256 } from '../platform/secrets.ts';
import type { OperatorRole } from '../platform/visit.ts';
import { addPeriod } from '../privacy/index.ts';

export type EnquiryKind = 'question' | 'quote' | 'dpo';
/** Two desks: what is written to the data protection officer never comes to the other. */
export type Desk = 'support' | 'dpo';

export const deskOf = (kind: EnquiryKind): Desk => (kind === 'dpo' ? 'dpo' : 'support');
export const deskOfRole = (role: OperatorRole): Desk | undefined => (role === 'executive' ? undefined : role);

const { period, also } = dataMap.enquiry.retention;

/** When an enquiry goes, counted from the latest thing that happened in it: sent, answered or closed. */
export const dueAt = (kind: EnquiryKind, at: Date): Date => addPeriod(at, kind === 'quote' ? also.period : period);

const answeredWithinDays = 30;

/** N-42: when whoever waits must have been answered. */
export const answerBy = (waitingSince: Date): Date => addDays(waitingSince, answeredWithinDays);

export type EnquiryState = 'new' | 'answered' | 'closed';

export function stateOf({ waiting_since, closed_at }: { waiting_since: Date | null; closed_at: Date | null }): EnquiryState {
  if (closed_at) return 'closed';
  return waiting_since ? 'new' : 'answered';
}

/** The same form sent twice is one; the same form with other words, after the back button, is another. */
export function idOfSending(clientId: string, ...words: string[]): string {
  return sha256([clientId, ...words].join('\n'))
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
