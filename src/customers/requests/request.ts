import { addDays, addMonths } from '../../platform/clock.ts';

export const requestKinds = ['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const handedStates = ['open', 'extended', 'answered', 'refused'] as const;
export type HandedState = (typeof handedStates)[number];
export type Step = 'answered' | 'extended' | 'refused';
export type HandedRequest = {
  customer_id: string;
  id: string;
  kind: RequestKind;
  email: string;
  body: string;
  language: 'sv' | 'en';
  received_at: Date;
  answer_by: Date;
  handed_at: Date;
  state: HandedState;
  note: string;
  stepped_at: Date | null;
  link_id: string | null;
  link_expires_at: Date | null;
  erasure_id: string | null;
  /** Art. 18: since when what the customer holds under the address stands aside, from when it will not, and when it was lifted. */
  restricted_at: Date | null;
  lifts_at: Date | null;
  lifted_at: Date | null;
};

/** Art. 12(3) and N-42, counted from when the request reached us: being handed over gives no one more time. */
export const firstAnswerBy = (receivedAt: Date): Date => addDays(receivedAt, 30);
export const latestAnswerBy = (receivedAt: Date): Date => addMonths(firstAnswerBy(receivedAt), 2);

export const isOver = (state: HandedState): boolean => state === 'answered' || state === 'refused';
export const isTold = (state: HandedState): boolean => state !== 'open';
/** What the customer can do by a button: the rest is done by hand and told in the answer. */
export const asksErasure = ({ kind, state }: Pick<HandedRequest, 'kind' | 'state'>): boolean => kind === 'erasure' && !isOver(state);
export const asksRestriction = ({ kind, state }: Pick<HandedRequest, 'kind' | 'state'>): boolean =>
  kind === 'restriction' && !isOver(state);
export const isInForce = ({ restricted_at: began, lifted_at: ended }: Pick<HandedRequest, 'restricted_at' | 'lifted_at'>): boolean =>
  began !== null && ended === null;
export const holdsData = (kind: RequestKind): boolean => kind === 'access' || kind === 'portability';

/** What may be done next. The extension is told within the first thirty days, and once. */
export function stepsFrom({ state, received_at }: Pick<HandedRequest, 'state' | 'received_at'>, now: Date): Step[] {
  if (isOver(state)) return [];
  return state === 'open' && now < firstAnswerBy(received_at) ? ['answered', 'extended', 'refused'] : ['answered', 'refused'];
}

const dayMs = 24 * 3_600_000;
export const daysLeft = ({ answer_by }: Pick<HandedRequest, 'answer_by'>, now: Date): number =>
  Math.ceil((answer_by.getTime() - now.getTime()) / dayMs);
