import type { Locale } from '../../../ui/locale.ts';
import type { PageOrder } from '../../page-order.ts';
import { introductionWords } from './introduction-words.ts';
import { readingCircleWords } from './reading-circle-words.ts';
import { yearlyWords } from './yearly-words.ts';

type Text = {
  name: string;
  about: string;
  title: string;
  tagline: string;
  description: string;
  audience: string;
  outcomes: string;
  text: string;
};
export type OurTemplate = {
  key: string;
  /** A first-level heading begins a page. */
  words: Record<Locale, Text>;
  pageOrder: PageOrder;
  /** How long the certificate holds before the course is taken again. */
  validMonths: number | null;
  /** Days from a student's start to their last day. */
  days: number | null;
};

/** Courses of ours to begin from, for every customer. */
export const ourTemplates: readonly OurTemplate[] = [
  { key: 'introduktion', words: introductionWords, pageOrder: 'free', validMonths: null, days: 30 },
  { key: 'varje-ar', words: yearlyWords, pageOrder: 'answered', validMonths: 12, days: 60 },
  { key: 'lasecirkel', words: readingCircleWords, pageOrder: 'free', validMonths: null, days: null },
];

export const findOurTemplate = (key: string): OurTemplate | undefined => ourTemplates.find((one) => one.key === key);
