import { href } from '../../../routes.ts';
import { TermsText } from '../../../sign-in/index.ts';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { TermsVersion } from '../terms.queries.ts';
import { termsWords } from '../terms-words.ts';
import { MarkedText } from './marked-text.tsx';

type VersionPageProps = { locale: Locale; now: Date; terms: TermsVersion; before: TermsVersion | undefined };

export function VersionPage({ locale, now, terms, before }: VersionPageProps) {
  const text = termsWords[locale];
  return (
    <>
      <PageHeading title={text.version(String(terms.version))} over={text.from(formatDate(terms.inForceAt, locale))} />
      {terms.appliesTo === 'new-accounts' && <Notice kind="info">{text.onlyNew}</Notice>}
      {terms.appliesTo === 'everyone' && terms.inForceAt > now && <Notice kind="important">{text.notYet}</Notice>}
      {before ? (
        <section>
          <h2>{text.diffTitle}</h2>
          <p>{text.diffLead}</p>
          <MarkedText before={before.text[locale]} after={terms.text[locale]} language={locale} locale={locale} />
        </section>
      ) : (
        <p>{text.first}</p>
      )}
      <section>
        <h2>{text.whole}</h2>
        <TermsText text={terms.text[locale]} />
      </section>
      <p>
        {before && <a href={href('termsVersion', { version: before.version })}>{text.older}</a>}
        {before && ' · '}
        <a href={href('terms')}>{text.inForce}</a>
      </p>
    </>
  );
}
