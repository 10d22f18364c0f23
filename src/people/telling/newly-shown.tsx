import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { matrixOf, type Cell } from '../visibility.ts';
import { whoSeesMore } from '../who-sees-what.ts';
import { toldTo } from './mails.ts';
import { tellingWords } from './words.ts';

export type Noticed = { beganAt: Date; cells: Cell[] };

/** What the student has been told of, to be read again: what and since when. */
export function NewlyShown({ locale, notices, isProtected }: { locale: Locale; notices: readonly Noticed[]; isProtected: boolean }) {
  const text = tellingWords[locale];
  const told = notices
    .map(({ beganAt, cells }) => ({ beganAt, sentences: whoSeesMore(matrixOf(toldTo(cells, isProtected)), locale) }))
    .filter(({ sentences }) => sentences.length > 0);
  if (told.length === 0) return null;
  return (
    <section>
      <h2>{text.title}</h2>
      {told.map(({ beganAt, sentences }) => (
        <div key={beganAt.toISOString()}>
          <h3>{text.since(formatDate(beganAt, locale))}</h3>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
