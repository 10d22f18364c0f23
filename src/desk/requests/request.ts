import { dataMap } from '../../../data-map/index.ts';
import { addDays, addMonths } from '../../platform/clock.ts';
import { addPeriod } from '../../privacy/index.ts';

/** What people may ask for (Art. 15–18, 20, 21). */
export const requestKinds = ['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability'] as const;
export type RequestKind = (typeof requestKinds)[number];
export type RequestState = 'received' | 'identity' | 'in_progress' | 'extended' | 'answered' | 'refused';
export type Step = 'identified' | 'extended' | 'answered' | 'refused';

export type DataRequest = {
  id: string;
  kind: RequestKind;
  email: string;
  body: string;
  language: 'sv' | 'en';
  state: RequestState;
  received_at: Date;
  answer_by: Date;
  link_id: string | null;
  link_expires_at: Date | null;
  due_at: Date;
  /** Art. 18: since when what is held under the address stands aside, from when it will not, and when it was lifted. */
  restricted_at: Date | null;
  lifts_at: Date | null;
  lifted_at: Date | null;
};
/** What was done when the request was answered: counts, by table or `table.column`, never a value. */
export type Receipt = {
  /** Of an erasure. */
  rows?: Record<string, number>;
  erasureId?: string;
  /** Of a rectification. */
  corrected?: Record<string, number>;
  /** Of a restriction: what is set aside. */
  restricted?: Record<string, number>;
  /** Of an objection: topics of newsletters that are no longer sent. */
  ended?: number;
};

export type RequestEvent = {
  number: number;
  state: RequestState;
  actor_id: string | null;
  at: Date;
  note: string;
  receipt: Receipt;
};

/** What is held under the address stands aside now, and the request is what lifts it. */
export const isInForce = ({ restricted_at: began, lifted_at: ended }: Pick<DataRequest, 'restricted_at' | 'lifted_at'>): boolean =>
  began !== null && ended === null;

const answeredWithinDays = 30;
const extendedByMonths = 2;
/** How long the link that proves an address holds: as long as a request that nobody confirms is kept is too long. */
const proofLastsDays = 7;

const { period, also } = dataMap.data_request.retention;
export const keptAfterAnswer = (answeredAt: Date): Date => addPeriod(answeredAt, period);
export const keptUnproved = (receivedAt: Date): Date => addPeriod(receivedAt, also.period);

/** Art. 12(3) and N-42: counted from the day it came in, not from the day it was confirmed. */
export const answerBy = (receivedAt: Date): Date => addDays(receivedAt, answeredWithinDays);

/** The latest that an answer can be put off to (Art. 12(3)). */
export const latestAnswerBy = (receivedAt: Date): Date => addMonths(answerBy(receivedAt), extendedByMonths);

export const isOver = (state: RequestState): boolean => state === 'answered' || state === 'refused';
export const holdsData = (kind: RequestKind): boolean => kind === 'access' || kind === 'portability';
/** Whether names that an address does not lead to may be removed for it: once the asker is known, and before it is over (N-44). */
export const reachesNames = ({ kind, state }: Pick<DataRequest, 'kind' | 'state'>): boolean =>
  (kind === 'erasure' || kind === 'rectification') && (state === 'in_progress' || state === 'extended');
export const canStillProve = ({ state, received_at }: DataRequest, now: Date): boolean =>
  state === 'identity' && addDays(received_at, proofLastsDays) > now;

/** What the officer may do next. The extension is told within the first thirty days, and once. */
export function stepsFrom({ state, received_at }: Pick<DataRequest, 'state' | 'received_at'>, now: Date): Step[] {
  if (state === 'identity') return ['identified', 'refused'];
  if (state === 'in_progress') return now < answerBy(received_at) ? ['answered', 'extended', 'refused'] : ['answered', 'refused'];
  return state === 'extended' ? ['answered', 'refused'] : [];
}

const dayMs = 24 * 3_600_000;
/** How much of the time has gone, in whole days. */
export function clockOf({ received_at, answer_by }: Pick<DataRequest, 'received_at' | 'answer_by'>, now: Date) {
  const all = Math.round((answer_by.getTime() - received_at.getTime()) / dayMs);
  const left = Math.ceil((answer_by.getTime() - now.getTime()) / dayMs);
  return { all, left, gone: Math.min(all, Math.max(0, all - left)) };
}
