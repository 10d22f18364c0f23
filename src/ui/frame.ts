import type { Locale } from './locale.ts';

/** What every page shows around its content: plain data, made once a request by the application. */
export type Frame = {
  locale: Locale;
  path: string;
  operatorName: string;
  account?: { label: string };
  /** Notifications: `count` is empty when all are read. */
  bell?: { href: string; count: string; current: boolean };
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
