import type { Locale } from './locale.ts';

/** What every page shows around its content: plain data, made once a request by the application. */
export type Frame = {
  locale: Locale;
  /** Says all of the frame that is the same for many; where it is missing the frame itself says it. */
  shape?: string;
  path: string;
  operatorName: string;
  account?: { label: string };
  /** Notifications: `count` is empty when all are read. */
  bell?: { href: string; count: string };
  navigation: { href: string; text: string; current?: boolean; badge?: number }[];
  footer: { href: string; text: string }[];
  flash?: { kind: 'done' | 'problem'; text: string };
  languageHref: string;
  signInHref: string;
  signOutHref: string;
  accountHref: string;
  startHref: string;
  development: boolean;
};
