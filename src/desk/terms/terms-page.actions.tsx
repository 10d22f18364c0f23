import { NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import { TermsText, termsInForce } from '../../sign-in/index.ts';
import { formatDate } from '../../ui/format.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { page } from '../../ui/page.tsx';
import { OtherVersions } from './pages/other-versions.tsx';
import { findUpcomingTerms } from './terms.queries.ts';
import { termsWords } from './terms-words.ts';

export async function terms(visit: Visit): Promise<Response> {
  const { house, locale, actor } = visit;
  const now = house.clock.now();
  const { inForce, upcoming } = await house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => ({
    inForce: await termsInForce(tx, now, actor?.accountId),
    upcoming: await findUpcomingTerms(tx, now),
  }));
  if (!inForce) throw new NotFound();
  const { title, over } = termsWords[locale].page;
  return page(
    visit,
    { title },
    <>
      <PageHeading title={title} over={over(String(inForce.version), formatDate(inForce.inForceAt, locale))} />
      <OtherVersions upcoming={upcoming} version={inForce.version} locale={locale} />
      <TermsText text={inForce.text[locale]} />
    </>,
  );
}
