import { cookieNames } from '../../platform/cookies.ts';
import type { Locale } from '../../ui/locale.ts';
import { cookieWords } from './cookie-words.ts';
import { literal, mailLink, type Document } from './document.ts';
import type { DocumentFacts } from './facts.ts';

type CookieName = keyof typeof cookieNames;

/** Every cookie there is (LEK 9:28): one that were added without an explanation would not compile. */
export function cookiePage({ operator }: DocumentFacts, locale: Locale): Document {
  const text = cookieWords[locale];
  const rows = (Object.keys(cookieNames) as CookieName[]).map((name) => {
    const { when, why, howLong } = text.each[name];
    return [cookieNames[name], when, why, howLong];
  });
  const part = (law: string, title: string, words: string) => ({ law: [law], title, blocks: [{ text: words }] });
  return {
    kind: 'cookies',
    title: text.title,
    short: text.short,
    parts: [
      {
        law: ['each'],
        title: text.listTitle,
        blocks: [{ table: { caption: text.listTitle, columns: [...text.columns], rows, empty: '' } }],
      },
      part('who', text.whoTitle, text.who(literal(operator.name), mailLink(operator.contactEmail))),
      part('shared', text.othersTitle, text.others),
      part('browser', text.writtenTitle, text.written),
      part('optional', text.optionalTitle, text.optional),
      part('withdraw', text.removeTitle, text.remove),
      part('authority', text.complainTitle, text.complain),
    ],
  };
}
