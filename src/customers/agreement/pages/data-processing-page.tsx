import { explain } from '../../../privacy/index.ts';
import type { Operator } from '../../../platform/visit.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { processedTables, type DataTerms } from '../data-terms.ts';
import { agreementWords } from '../words.ts';
import { AgreementLinks } from './agreement-links.tsx';
import { DataTermsText } from './data-terms-text.tsx';

type DataProcessingPageProps = {
  locale: Locale;
  customer: { slug: string; name: string; endedAt?: string | null };
  operator: Operator;
  subProcessors: readonly string[];
  terms: DataTerms;
};

/** Art. 28(3): what is processed on the customer's behalf, read from the map and from nowhere else. */
export function DataProcessingPage({ locale, customer, operator, subProcessors, terms }: DataProcessingPageProps) {
  const text = agreementWords[locale].data;
  const rows = processedTables.map(([, entry]) => explain(entry, locale));
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead(customer.name, operator.name)}>
        <AgreementLinks customer={customer} to={['agreement', 'takeAll']} />
      </PageHeading>
      <Table
        caption={text.caption}
        rows={rows}
        empty={text.own}
        columns={[
          { title: text.what, cell: ({ title }) => title },
          { title: text.kinds, cell: ({ kinds }) => kinds },
          { title: text.why, cell: ({ why }) => why },
          { title: text.howLong, cell: ({ howLong }) => howLong },
          { title: text.who, cell: ({ whoSees }) => whoSees || text.self },
        ]}
      />
      <p>{text.own}</p>
      <h2>{text.subTitle}</h2>
      {subProcessors.length === 0 ? (
        <p>{text.subNone}</p>
      ) : (
        <ul>
          {subProcessors.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <DefinitionList items={[{ term: text.dpo, description: `${operator.dpoName}, ${operator.dpoEmail}` }]} />
      <h2>{text.tools}</h2>
      <ul>
        {text.toolList.map((tool) => (
          <li key={tool}>{tool}</li>
        ))}
      </ul>
      <h2>{terms.title}</h2>
      <DataTermsText terms={terms} />
    </>
  );
}
