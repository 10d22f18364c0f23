import { NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { VersionPage } from './pages/version-page.tsx';
import { findUpcomingTerms, findVersion } from './terms.queries.ts';
import { termsWords } from './terms-words.ts';

/** Any published version, with what is new in it: for everyone, before it is in force as after. */
export async function termsVersion(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const number = Number(params['version']);
  const { terms, before } = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => ({
    terms: await findVersion(tx, number),
    before: await findVersion(tx, number - 1),
  }));
  if (!terms) throw new NotFound();
  const title = termsWords[locale].version(String(terms.version));
  return page(visit, { title }, <VersionPage locale={locale} now={house.clock.now()} terms={terms} before={before} />);
}

/** Where a notice leads, whichever version is to come. */
export async function upcomingTerms(visit: Visit): Promise<Response> {
  const { house } = visit;
  const found = await house.database.transaction(scopeOf(visit, 'inform'), (tx) => findUpcomingTerms(tx, house.clock.now()));
  return redirect(found ? href('termsVersion', { version: found.version }) : href('terms'));
}
