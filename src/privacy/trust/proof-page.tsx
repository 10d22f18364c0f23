import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatShortDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { Probe } from './probe.ts';
import type { Proof } from './prove.ts';
import type { Result } from './results.queries.ts';
import { OneProof } from './trust-page.tsx';
import { trustWords } from './words.ts';

type Props = { probe: Probe; proof: Proof; days: Result[]; locale: Locale };

/** One proof: now, and what it has shown each day. */
export function ProofPage({ probe, proof, days, locale }: Props) {
  const text = trustWords[locale];
  return (
    <>
      <PageHeading title={probe.title[locale]} over={<a href={href('trust')}>{text.back}</a>} />
      <OneProof proof={proof} locale={locale} />
      {proof.state === 'broken' && probe.remedy && <p>{probe.remedy[locale]}</p>}
      <p>
        {probe.when === 'live' ? text.live : text.daily} {text.proves}:{' '}
        {probe.promises.map((id, index) => (
          <>
            {index > 0 && ', '}
            <a href={`${href('trust')}#${id.toLowerCase()}`}>{id}</a>
          </>
        ))}
        .
      </p>
      <section>
        <h2>{text.historyTitle}</h2>
        <Table
          caption={text.historyTitle}
          captionHidden
          rows={days}
          empty={text.noDays}
          columns={[
            { title: text.day, cell: ({ day }) => formatShortDate(day) },
            {
              title: text.result,
              cell: ({ holds }) => <Badge kind={holds ? 'accent' : 'problem'}>{holds ? text.held : text.notHeld}</Badge>,
            },
            { title: text.figures, cell: ({ figures }) => (Object.keys(figures).length > 0 ? probe.says(figures)[locale] : '–') },
          ]}
        />
      </section>
    </>
  );
}
