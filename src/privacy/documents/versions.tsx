import { NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { compareTexts } from './compare.ts';
import { findVersion, listVersions } from './documents.queries.ts';
import { pageWords } from './page-words.ts';
import { VersionPage, VersionsPage, type NamedKind, type VersionPlaces } from './version-pages.tsx';

const listed = 20;

/** The versions there have been of a text, newest first. */
export async function versionsPage(visit: Visit, document: NamedKind, at: VersionPlaces): Promise<Response> {
  const { house, locale } = visit;
  const before = Number(visit.url.searchParams.get('fore')?.match(/^\d{1,9}$/)?.[0] ?? 0);
  const found = await house.database.transaction(scopeOf(visit, 'inform'), (tx) =>
    listVersions(tx, document, { before: before || 2 ** 31 - 1, now: house.clock.now(), limit: listed + 1 }),
  );
  const text = pageWords[locale];
  const props = { document, at, versions: found.slice(0, listed), older: found.length > listed, paged: before > 0, locale };
  return page(visit, { title: text.history.title(text.kinds[document]) }, <VersionsPage {...props} />);
}

/** One version, and what was new in it. */
export async function versionPage(visit: Visit, document: NamedKind, at: VersionPlaces): Promise<Response> {
  const { house, locale } = visit;
  const number = Number(visit.params['version']);
  const now = house.clock.now();
  const [version, before] = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => [
    await findVersion(tx, document, number, now),
    await findVersion(tx, document, number - 1, now),
  ]);
  if (!version) throw new NotFound();
  const name = locale === 'sv' ? 'text_sv' : 'text_en';
  const changes = before ? compareTexts(before[name], version[name]) : [];
  const text = pageWords[locale];
  const props = { document, at, version, text: version[name], before: before?.version, changes, locale };
  return page(visit, { title: text.version.title(text.kinds[document], String(number)) }, <VersionPage {...props} />);
}
