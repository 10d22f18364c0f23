import { dataMap } from '../../../data-map/index.ts';
import { addPeriod } from '../../privacy/index.ts';
import type { Locale } from '../../ui/locale.ts';

export type Topic = { id: string; title: Record<Locale, string>; lead: Record<Locale, string> };

const { period, also } = dataMap.newsletter_subscriber.retention;

/** A confirmed subscription ends by itself; what is not confirmed, or has ended, soon goes. */
export const keptUntil = (at: Date): Date => addPeriod(at, period);
export const goneBy = (at: Date): Date => addPeriod(at, also.period);

/** The version of the sentences one consents to: count it up when they change. */
export const consentVersion = 1;

/** What the forms look like, for the proof: change it with them. */
export const forms = {
  asked: 'newsletter: one unticked box a topic; e-mail address; one button',
  confirmed: 'newsletter confirmation behind a mailed link: one button',
  changed: 'newsletter choices behind a mailed link: one box a topic, ticked as subscribed; one button',
  unsubscribed: 'newsletter unsubscription behind a mailed link: one button, or the mail program’s own',
} as const;
export type Step = keyof typeof forms;
