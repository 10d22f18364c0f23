import { DocumentPage, type Document } from '../../../privacy/index.ts';
import type { Locale } from '../../../ui/locale.ts';
import type { DataTerms } from '../data-terms.ts';
import { agreementWords } from '../words.ts';
import { AgreementLinks } from './agreement-links.tsx';
import { DataTermsText } from './data-terms-text.tsx';

type DataProcessingPageProps = {
  locale: Locale;
  customer: { slug: string; name: string; endedAt?: string | null };
  operator: string;
  /** The annex, made from the map and the register, and which published version it is. */
  annex: { made: Document; over: string };
  terms: DataTerms;
};

/** What is processed on the customer's behalf: the annex as it stands now, and under it the terms it belongs to (Art. 28(3)). */
export function DataProcessingPage({ locale, customer, operator, annex, terms }: DataProcessingPageProps) {
  const text = agreementWords[locale].data;
  return (
    <DocumentPage {...annex} locale={locale} lead={text.lead(customer.name, operator)}>
      <h2>{text.tools}</h2>
      <ul>
        {text.toolList.map((tool) => (
          <li key={tool}>{tool}</li>
        ))}
      </ul>
      <h2>{terms.title}</h2>
      <DataTermsText terms={terms} />
      <p>
        <AgreementLinks customer={customer} to={['agreement', 'ownRecord', 'customerContact', 'takeAll']} />
      </p>
    </DocumentPage>
  );
}
