import { dataMap } from '../../../data-map/index.ts';
import { addDays } from '../../platform/clock.ts';
import { sha256, uuidFrom } from '../../platform/secrets.ts';
import type { OperatorRole } from '../../platform/visit.ts';
import { addPeriod } from '../../privacy/index.ts';

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

export const enquiryStates = ['new', 'open', 'waiting', 'solved'] as const;
export type EnquiryState = (typeof enquiryStates)[number];

type Facts = { waiting_since: Date | null; closed_at: Date | null; first_answered_at: Date | null; assignee_id: string | null };

/** New until someone takes it on or answers, open while it waits for us, waiting while it waits for the person. */
export function stateOf({ waiting_since, closed_at, first_answered_at, assignee_id }: Facts): EnquiryState {
  if (closed_at) return 'solved';
  if (!waiting_since) return 'waiting';
  return first_answered_at || assignee_id ? 'open' : 'new';
}

/** Read out over a telephone in two halves. */
export const showNumber = (caseNumber: string): string => `${caseNumber.slice(0, 4)}-${caseNumber.slice(4)}`;

/** The same form sent twice is one; the same form with other words or files, after the back button, is another. */
export function idOfSending(clientId: string, words: readonly string[], files: readonly { name: string; bytes: number }[] = []): string {
  return uuidFrom(sha256([clientId, ...words, ...files.map(({ name, bytes }) => `${name} ${bytes}`)].join('\n')));
}
