import { fromMarkdown, renderDocument } from '../../courses/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { policyWords } from '../texts/policy-words.ts';
import type { PolicyPart } from '../texts/privacy-policy.ts';

type PrivacyPolicyPageProps = { title: string; over: string | undefined; parts: readonly PolicyPart[]; locale: Locale };

export function PrivacyPolicyPage({ title, over, parts, locale }: PrivacyPolicyPageProps) {
  return (
    <>
      <PageHeading title={title} over={over} />
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          {'text' in part ? <Text paragraphs={part.text} locale={locale} /> : <Data title={part.title} data={part.data} locale={locale} />}
        </section>
      ))}
    </>
  );
}

function Text({ paragraphs, locale }: { paragraphs: readonly string[]; locale: Locale }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: renderDocument(fromMarkdown(paragraphs.join('\n\n')), locale) }} />;
}

function Data({ title, data, locale }: { title: string; data: Extract<PolicyPart, { data: unknown }>['data']; locale: Locale }) {
  const { labels } = policyWords[locale];
  return (
    <Table
      caption={title}
      captionHidden
      rows={data}
      empty=""
      columns={[
        { title: labels.data, cell: (told) => told.title },
        { title: labels.kinds, cell: ({ kinds, source }) => (source ? `${kinds} (${labels.source.toLowerCase()}: ${source})` : kinds) },
        { title: labels.why, cell: ({ why }) => why },
        { title: labels.basis, cell: ({ basis }) => basis },
        { title: labels.howLong, cell: ({ howLong }) => howLong },
        { title: labels.whoSees, cell: ({ whoSees }) => whoSees },
      ]}
    />
  );
}
