import { NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { TermsText, termsInForce } from '../sign-in/index.ts';
import { formatDate } from '../ui/format.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { page } from '../ui/page.tsx';
import { words } from './words.ts';

export async function terms(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const found = await house.database.transaction(scopeOf(visit, 'inform'), (tx) => termsInForce(tx, house.clock.now()));
  if (!found) throw new NotFound();
  const { title, over } = words[locale].terms;
  return page(
    visit,
    { title },
    <>
      <PageHeading title={title} over={over(String(found.version), formatDate(found.inForceAt, locale))} />
      <TermsText text={found.text[locale]} />
    </>,
  );
}
