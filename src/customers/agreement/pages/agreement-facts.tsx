import { DefinitionList } from '../../../ui/definition-list.tsx';
import { formatDate, formatMoney, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Table } from '../../../ui/table.tsx';
import { agreementState, noticeBy, periodEnd } from '../agreement.ts';
import type { AgreementRow } from '../agreement.queries.ts';
import { totalOf, type PriceLine } from '../price.ts';
import { termsWords } from '../terms-words.ts';

/** An agreement's terms in words, for a page and for a document alike. */
export function factsOf(agreement: AgreementRow, now: Date, locale: Locale): [string, string][] {
  const text = termsWords[locale].facts;
  const state = agreementState(agreement, now);
  const end = agreement.ends_at ?? periodEnd(agreement, now > agreement.starts_at ? now : agreement.starts_at);
  const canNotice = !agreement.ends_at && state !== 'ended';
  const facts: [string, string | undefined][] = [
    [text.state, termsWords[locale].states[state]],
    [text.period, text.periodText(formatDate(agreement.starts_at, locale), formatDate(end, locale))],
    [text.renewal, agreement.ends_at ? undefined : text.renews(formatNumber(agreement.period_months, locale))],
    [text.renewal, agreement.ends_at && !agreement.noticed_at ? text.once : undefined],
    [
      text.notice,
      canNotice
        ? `${text.months(formatNumber(agreement.notice_months, locale))}. ${text.noticeBy(formatDate(noticeBy(agreement, now > agreement.starts_at ? now : agreement.starts_at), locale))}`
        : undefined,
    ],
    [
      text.ends,
      agreement.noticed_at && agreement.ends_at ? `${formatDate(agreement.ends_at, locale)}. ${said(agreement, locale)}` : undefined,
    ],
    [text.seats, formatNumber(agreement.seats, locale)],
    [text.courses, agreement.all_courses ? text.allCourses : agreement.courses.map(({ title }) => title).join(', ')],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

function said({ noticed_at, noticed_by }: AgreementRow, locale: Locale): string {
  const text = termsWords[locale].facts;
  const day = formatDate(noticed_at!, locale);
  return noticed_by === 'customer' ? text.noticedByCustomer(day) : text.noticedByOperator(day);
}

export function AgreementFacts({ agreement, now, locale }: { agreement: AgreementRow; now: Date; locale: Locale }) {
  return (
    <>
      <DefinitionList items={factsOf(agreement, now, locale).map(([term, description]) => ({ term, description }))} />
      <PriceTable lines={agreement.lines} locale={locale} />
    </>
  );
}

export function PriceTable({ lines, locale }: { lines: readonly PriceLine[]; locale: Locale }) {
  const text = termsWords[locale].price;
  if (lines.length === 0) return <p class="hint">{text.none}</p>;
  const { netOre, vat, grossOre } = totalOf(lines);
  return (
    <>
      <Table
        caption={text.title}
        rows={lines}
        empty={text.none}
        columns={[
          { title: text.description, cell: ({ description }) => description },
          { title: text.quantity, numeric: true, cell: ({ quantity }) => formatNumber(quantity, locale) },
          { title: text.unit, numeric: true, cell: ({ unitOre }) => formatMoney(unitOre, locale) },
          { title: text.sum, numeric: true, cell: ({ unitOre, quantity }) => formatMoney(unitOre * quantity, locale) },
        ]}
      />
      <DefinitionList
        items={[
          { term: text.net, description: formatMoney(netOre, locale) },
          ...vat.map(({ percent, ore }) => ({ term: text.vat(String(percent)), description: formatMoney(ore, locale) })),
          { term: text.gross, description: <strong>{formatMoney(grossOre, locale)}</strong> },
        ]}
      />
      <p class="hint">{text.noPayment}</p>
    </>
  );
}
