import { markedParagraphs, type Change } from '../../../sign-in/index.ts';
import type { Locale } from '../../../ui/locale.ts';
import { termsWords } from '../terms-words.ts';

/** What differs from an earlier text, and nothing else of it. What is new and what is gone is said in words as well as shown. */
export function MarkedText({ before, after, language, locale }: { before: string; after: string; language: Locale; locale: Locale }) {
  return (
    <div class="prose" lang={language}>
      {markedParagraphs(before, after)
        .filter((parts) => parts.some(({ kind }) => kind !== 'same'))
        .map((parts, index) => (
          <p key={index}>
            {parts.map((part, place) => (
              <Part key={place} part={part} locale={locale} />
            ))}
          </p>
        ))}
    </div>
  );
}

function Part({ part: { kind, text }, locale }: { part: Change; locale: Locale }) {
  const said = termsWords[locale];
  const words = text.replace(/^#+ /, '');
  if (kind === 'same') return <>{words}</>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span class="unseen">{kind === 'added' ? said.added : said.removed} </span>
      {words}
    </Mark>
  );
}
