import { filmsAlone, findLateStreams, withStreams } from '../courses/index.ts';
import { customerOf, scopeOf, type Visit } from '../platform/visit.ts';
import type { PublishedPage } from './published-page.ts';

/**
 * A published page is drawn with what its films had then and never changes. A film that has got its stream since is found when the
 * page is shown: a page that is held here asks once, and again only while one of its long films still waits for a stream.
 */
export async function offerLateStreams(visit: Visit, page: PublishedPage['page']): Promise<void> {
  const films = page.awaitedFilms ?? filmsAlone(page.html);
  page.awaitedFilms = films;
  if (films.length === 0) return;
  const { id } = customerOf(visit);
  const { streams, awaited } = await visit.house.database.transaction(scopeOf(visit, 'deliver-course'), (tx) =>
    findLateStreams(tx, id, films),
  );
  page.html = withStreams(page.html, streams);
  page.awaitedFilms = awaited;
}
