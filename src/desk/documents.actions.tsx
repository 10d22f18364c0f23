import { NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { TermsText, termsInForce } from '../sign-in/index.ts';
import { formatDate } from '../ui/format.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { page } from '../ui/page.tsx';
import { operatorOf } from './about.actions.tsx';
import { findLatestDocument } from './desk.queries.ts';
import { policyDocument } from './documents.ts';
import { hashOf } from './new-document.ts';
import { PrivacyPolicyPage } from './pages/privacy-policy-page.tsx';
import { policyParts } from './texts/privacy-policy.ts';
import { OtherVersions } from './terms/pages/other-versions.tsx';
import { findUpcomingTerms } from './terms/terms.queries.ts';
import { words } from './words.ts';

export async function terms(visit: Visit): Promise<Response> {
  const { house, locale, actor } = visit;
  const now = house.clock.now();
  const { inForce, upcoming } = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => ({
    inForce: await termsInForce(tx, now, actor?.accountId),
    upcoming: await findUpcomingTerms(tx, now),
  }));
  if (!inForce) throw new NotFound();
  const { title, over } = words[locale].terms;
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

/** Made from the map as it stands, so that it is never older than what is done. */
export async function privacyPolicy(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const published = await house.database.transaction(scopeOf(visit, 'inform'), (tx) =>
    findLatestDocument(tx, 'privacy-policy', house.clock.now()),
  );
  const policy = policyDocument(operatorOf(visit), published?.version ?? 1);
  const text = words[locale].policy;
  const isPublished = published?.text_hash === hashOf(policy);
  const over = isPublished ? text.over(String(published.version), formatDate(published.in_force_at, locale)) : undefined;
  const parts = policyParts(operatorOf(visit), locale);
  return page(
    visit,
    { title: text.title, width: 'wide' },
    <PrivacyPolicyPage title={text.title} over={over} parts={parts} locale={locale} />,
  );
}
