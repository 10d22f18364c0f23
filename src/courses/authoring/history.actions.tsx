import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { listHistory } from './history.queries.ts';
import { placeOf } from './outline.actions.tsx';
import { HistoryPage } from './pages/history-page.tsx';
import { savePage } from './save-page.ts';
import { changePage, pageInDraft, readDraft } from './with-draft.ts';
import { words } from './words.ts';

export async function pageHistory(visit: Visit): Promise<Response> {
  const { locale } = visit;
  const found = await readDraft(visit, async (tx, draft) => {
    const kept = await pageInDraft(tx, draft, visit.params['page']!);
    return { draft, kept, texts: await listHistory(tx, { ...draft, lineageId: kept.lineageId }) };
  });
  return page(
    visit,
    { title: words[locale].history.title },
    <HistoryPage
      locale={locale}
      at={{ ...placeOf(visit), page: found.kept.id }}
      language={found.draft.language}
      kept={found.kept}
      texts={found.texts}
    />,
  );
}

/** The earlier text becomes the newest; what it takes the place of is kept in its turn. */
export async function restoreText(visit: Visit): Promise<Response> {
  const pageId = await changePage(visit, async (tx, draft, kept) => {
    const texts = await listHistory(tx, { ...draft, lineageId: kept.lineageId });
    const text = texts.find(({ id }) => id === visit.params['text']);
    if (!text) throw new NotFound();
    const minutes = kept.minutesByHand ? kept.minutes : null;
    const at = { ...draft, pageId: kept.id, seen: kept.revision };
    await savePage(tx, visit.house.clock, at, { title: text.title, document: text.document, minutes }, 'restored');
    return kept.id;
  });
  return redirect(`${href('draftPage', { ...placeOf(visit), page: pageId })}?besked=tillbaka`);
}
