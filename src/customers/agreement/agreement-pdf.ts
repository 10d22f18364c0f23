import type { Operator } from '../../platform/visit.ts';
import { formatDate, formatMoney, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { drawPdf } from '../../ui/pdf-document.ts';
import type { PdfPen } from '../../ui/pdf-pen.ts';
import type { AgreementRow } from './agreement.queries.ts';
import type { AcceptanceRow } from './data-terms.queries.ts';
import type { DataTerms } from './data-terms.ts';
import { formatOrgNumber } from './org-number.ts';
import { factsOf } from './pages/agreement-facts.tsx';
import { totalOf, type PriceLine } from './price.ts';
import { termsWords } from './terms-words.ts';
import { agreementWords } from './words.ts';

const margins = { top: 64, bottom: 64, left: 64, right: 64 };

type Facts = {
  locale: Locale;
  now: Date;
  agreement: AgreementRow;
  customer: { name: string; orgNumber: string | null };
  operator: Operator;
  terms: DataTerms;
  acceptance: AcceptanceRow | undefined;
};

/** The agreement with its data-processing terms as a tagged PDF. */
export function agreementPdf({ locale, now, agreement, customer, operator, terms, acceptance }: Facts): Promise<Buffer> {
  const text = agreementWords[locale];
  const facts = {
    locale,
    title: `${text.pdf.title} ${agreement.number}`,
    author: operator.name,
    createdAt: now,
    margins,
  };
  return drawPdf(facts, (pen) => {
    pen.write('H1', text.agreement.one(String(agreement.number)), { face: 'serif', size: 30 });
    pen.pairs([
      [text.pdf.customer, customer.name],
      ...(customer.orgNumber ? [[text.pdf.orgNumber, formatOrgNumber(customer.orgNumber)] satisfies [string, string]] : []),
      [text.pdf.operator, operator.name],
      [text.pdf.made, formatDate(now, locale)],
    ]);
    pen.write('H2', text.pdf.terms, { face: 'bold', size: 14, before: 16 });
    pen.pairs(factsOf(agreement, now, locale));
    writePrice(pen, agreement.lines, locale);
    writeDataTerms(pen, terms);
    if (acceptance) {
      const by = acceptance.name ? text.agreement.by(acceptance.name, acceptance.title) : '';
      pen.write('P', text.agreement.accepted(String(acceptance.version), formatDate(acceptance.accepted_at, locale), by), {
        size: 11,
        before: 16,
      });
    }
  });
}

/** Price lines with their sums, in an offer and in an agreement alike. */
export function writePrice(pen: PdfPen, lines: readonly PriceLine[], locale: Locale): void {
  const text = termsWords[locale].price;
  pen.write('H2', text.title, { face: 'bold', size: 14, before: 16 });
  if (lines.length === 0) return pen.write('P', text.none, { size: 11 });
  const { netOre, vat, grossOre } = totalOf(lines);
  pen.list(
    lines.map(
      ({ description, quantity, unitOre }) =>
        `${description}: ${formatNumber(quantity, locale)} × ${formatMoney(unitOre, locale)} = ${formatMoney(quantity * unitOre, locale)}`,
    ),
    { size: 11, before: 4 },
  );
  pen.pairs([
    [text.net, formatMoney(netOre, locale)],
    ...vat.map(({ percent, ore }): [string, string] => [text.vat(String(percent)), formatMoney(ore, locale)]),
    [text.gross, formatMoney(grossOre, locale)],
  ]);
}

export function writeDataTerms(pen: PdfPen, { title, lead, sections }: DataTerms): void {
  pen.write('H2', title, { face: 'bold', size: 14, before: 20 });
  pen.write('P', lead, { size: 11, before: 4 });
  for (const { heading, paragraphs = [], list = [] } of sections) {
    pen.write('H3', heading, { face: 'bold', size: 11, before: 10 });
    for (const paragraph of paragraphs) pen.write('P', paragraph, { size: 11, before: 2 });
    if (list.length > 0) pen.list([...list], { size: 11, before: 2 });
  }
}

export function pdfAnswer(bytes: Buffer, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
