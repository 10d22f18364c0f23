import { href } from '../../routes.ts';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { receiptWords } from '../receipts/words.ts';
import type { ErasureListed } from './notices.queries.ts';
import { supplierWords } from './words.ts';

type Props = { locale: Locale; rows: ErasureListed[]; next: string | undefined; isFirst: boolean };

export function ErasuresPage({ locale, rows, next, isFirst }: Props) {
  const text = supplierWords[locale];
  const states: Record<string, string> = text.states;
  const ways: Record<string, string> = receiptWords[locale].ways;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Table
        caption={text.title}
        captionHidden
        columns={[
          {
            title: text.asked,
            cell: ({ id, requested_at }: ErasureListed) => (
              <a href={href('erasure', { erasure: id })}>{formatDateTime(requested_at, locale)}</a>
            ),
          },
          { title: text.way, cell: ({ way }) => ways[way] },
          { title: text.state, cell: ({ state }) => states[state] },
          { title: text.suppliers, cell: (row) => told(row, locale) },
        ]}
        rows={rows}
        empty={text.empty}
      />
      {!isFirst && (
        <p>
          <a href={href('erasures')}>{text.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${href('erasures')}?efter=${next}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

function told({ notices, open }: ErasureListed, locale: Locale): string {
  const text = supplierWords[locale];
  if (notices === 0) return text.none;
  return open === 0 ? text.allTold(formatNumber(notices, locale)) : text.waiting(formatNumber(open, locale), formatNumber(notices, locale));
}
