import { dayOf, endOfDay } from '../../platform/calendar.ts';

/** The rules of an agreement's time. `ends_at` is the last moment of its last day; without one it goes on. */
export type Terms = {
  starts_at: Date;
  period_months: number;
  renews: boolean;
  notice_months: number;
  noticed_at: Date | null;
  ends_at: Date | null;
};

export type AgreementState = 'coming' | 'running' | 'noticed' | 'ended';

export function agreementState({ starts_at, noticed_at, ends_at }: Terms, now: Date): AgreementState {
  if (ends_at && ends_at <= now) return 'ended';
  if (starts_at > now) return 'coming';
  return noticed_at ? 'noticed' : 'running';
}

/** The last moment of the period that `at` falls in. Months are counted from the first day, so that none is lost on the way. */
export function periodEnd({ starts_at, period_months }: Pick<Terms, 'starts_at' | 'period_months'>, at: Date): Date {
  const first = dayOf(starts_at);
  for (let period = 1; ; period++) {
    const end = endOfDay(first.add({ months: period * period_months }).subtract({ days: 1 }));
    if (end >= at) return end;
  }
}

/** The last day on which notice ends the agreement with the present period. */
export const noticeBy = (terms: Terms, at: Date): Date => endOfDay(dayOf(periodEnd(terms, at)).subtract({ months: terms.notice_months }));

/** When an agreement ends that is given notice now: with the period, or with the next one when it is too late for that. */
export function endAfterNotice(terms: Terms, at: Date): Date {
  if (terms.ends_at) return terms.ends_at;
  const end = periodEnd(terms, at);
  return at <= noticeBy(terms, at) ? end : periodEnd(terms, new Date(end.getTime() + 1));
}

/** When an agreement made on these terms ends by itself. */
export const firstEnd = (terms: Pick<Terms, 'starts_at' | 'period_months' | 'renews'>): Date | null =>
  terms.renews ? null : periodEnd(terms, terms.starts_at);

/** Renewed: it goes on as before when it renews itself, else for one period more. */
export const endAfterRenewal = (terms: Terms): Date | null =>
  terms.renews || !terms.ends_at ? null : periodEnd(terms, new Date(terms.ends_at.getTime() + 1));
