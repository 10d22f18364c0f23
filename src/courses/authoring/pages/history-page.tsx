import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { renderDocument } from '../../render-document.ts';
import type { DraftPage } from '../draft.queries.ts';
import type { KeptText } from '../history.queries.ts';
import { countWords } from '../reading.ts';
import { words } from '../words.ts';
import type { CourseAt } from './outline-page.tsx';

type HistoryPageProps = {
  locale: Locale;
  at: CourseAt & { page: string };
  language: Locale;
  kept: DraftPage;
  texts: readonly KeptText[];
};

export function HistoryPage({ locale, at, language, kept, texts }: HistoryPageProps) {
  const text = words[locale].history;
  return (
    <>
      <PageHeading over={<a href={href('draftPage', at)}>{kept.title}</a>} title={text.title} lead={text.lead} />
      {texts.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <ol class="records">
          {texts.map((entry) => (
            <li key={entry.id}>
              <h2>{formatDateTime(entry.savedAt, locale)}</h2>
              <p class="facts">
                <span lang={language}>{entry.title}</span> · {text.words(formatNumber(countWords(entry.document), locale))}
              </p>
              <Disclosure summary={text.show}>
                <div class="prose" lang={language} dangerouslySetInnerHTML={{ __html: renderDocument(withoutIds(entry), language) }} />
              </Disclosure>
              <form method="post" action={href('restoreText', { ...at, text: entry.id })}>
                <button class="quiet">{text.restore}</button>
              </form>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Several texts of one page stand here together: an id may be there only once. */
function withoutIds({ document }: KeptText): KeptText['document'] {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'id' ? undefined : value)) as KeptText['document'];
}
