import { DefinitionList } from '../../../ui/definition-list.tsx';
import { formatMinutes, formatMoney, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { vatWithin } from '../../price.ts';
import type { ForSale } from '../for-sale.queries.ts';
import { buyingWords } from '../words.ts';

type SaleFactsProps = { locale: Locale; course: ForSale; contact: string };

/** What is bought, for how much, and of whom: all that is to be told before an order (distansavtalslagen 2:2). */
export function SaleFacts({ locale, course, contact }: SaleFactsProps) {
  const text = buyingWords[locale].buy;
  const { ore, vat_percent, access_days, payment_days } = course;
  const vat = text.vat(formatMoney(vatWithin(ore, vat_percent), locale), String(vat_percent));
  const orgNumber = `${course.org_number.slice(0, 6)}-${course.org_number.slice(6)}`;
  return (
    <DefinitionList
      items={[
        { term: text.course, description: <span lang={course.language}>{course.title}</span> },
        { term: text.length, description: formatMinutes(course.minutes, locale) },
        { term: text.price, description: `${formatMoney(ore, locale)}, ${vat}` },
        { term: text.open, description: access_days ? text.openDays(formatNumber(access_days, locale)) : text.openAlways },
        { term: text.payment, description: text.invoice(formatNumber(payment_days, locale)) },
        {
          term: text.seller,
          description: (
            <>
              {course.name}, {text.orgNumber(orgNumber)}, {course.address}, <a href={`mailto:${contact}`}>{contact}</a>
            </>
          ),
        },
      ]}
    />
  );
}

/** What applies to every purchase. */
export function PurchaseTerms({ locale }: { locale: Locale }) {
  const { opens, withdraw, how, fault, board, needs } = buyingWords[locale].terms;
  return (
    <ul>
      {[opens, withdraw, how, fault, board, needs].map((term) => (
        <li key={term}>{term}</li>
      ))}
    </ul>
  );
}
