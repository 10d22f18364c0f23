import { LooksByLink, type LookByLink } from '../../../privacy/index.ts';
import { addDays } from '../../../platform/clock.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate, formatDateTime, formatMoney } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { formatBankgiro } from '../../seller-numbers.ts';
import { vatWithin } from '../../price.ts';
import { isUndone, purchaseState, type PurchaseRow } from '../../purchase-state.ts';
import { withdrawalDays, withdrawalUntil } from '../../withdrawal-day.ts';
import type { VoucherRow } from '../../voucher.queries.ts';
import type { findBoughtCourse } from '../checkout.queries.ts';
import type { Seller } from '../for-sale.queries.ts';
import { buyingWords } from '../words.ts';
import { PurchaseTerms } from './sale-facts.tsx';

type PurchasePageProps = {
  locale: Locale;
  now: Date;
  token: string;
  purchase: PurchaseRow;
  vouchers: readonly VoucherRow[];
  seller: Seller | undefined;
  bought: Awaited<ReturnType<typeof findBoughtCourse>>;
  looks: readonly LookByLink[];
  contact: string;
};

/** The purchase's own page, behind the mailed link: what it cost, how to pay, the way into the course, and out of the purchase. */
export function PurchasePage(props: PurchasePageProps) {
  const { locale, token, purchase, vouchers, looks } = props;
  const { one: text, order } = buyingWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={purchase.course_title || undefined} />
      <Undone {...props} />
      <Facts {...props} />
      <Course {...props} />
      <Payment {...props} />
      <section>
        <h2>{text.papers}</h2>
        <ul>
          {vouchers.map(({ number, kind }) => (
            <li key={number}>
              <a href={href('invoice', { token, number: String(number) })}>{text[kind === 'credit' ? 'credit' : 'sale'](String(number))}</a>
            </li>
          ))}
        </ul>
      </section>
      <Withdrawing {...props} />
      <section>
        <h2>{order.rights}</h2>
        <PurchaseTerms locale={locale} />
      </section>
      <LooksByLink looks={looks} at="purchase" locale={locale} />
    </>
  );
}

/** Within how many days what has been paid is paid back (distansavtalslagen 2:14). */
const refundDays = withdrawalDays;

function Undone({ locale, purchase }: PurchasePageProps) {
  const text = buyingWords[locale].one;
  const undoneAt = purchase.withdrawn_at ?? purchase.cancelled_at;
  if (!undoneAt) return null;
  const sum = formatMoney(purchase.ore, locale);
  const told = purchase.refunded_at
    ? text.refunded(sum, formatDate(purchase.refunded_at, locale))
    : purchase.paid_at
      ? text.toRefund(sum, formatDate(addDays(undoneAt, refundDays), locale))
      : text.undone;
  return <Notice kind="info">{told}</Notice>;
}

function Facts({ locale, now, purchase }: PurchasePageProps) {
  const { one: text, buy, order } = buyingWords[locale];
  const { number, ore, vat_percent, given_name, family_name, email, ordered_at } = purchase;
  const vat = buy.vat(formatMoney(vatWithin(ore, vat_percent), locale), String(vat_percent));
  return (
    <DefinitionList
      items={[
        { term: text.number, description: number },
        { term: text.state, description: text.states[purchaseState(purchase, now)] },
        { term: text.ordered, description: formatDateTime(ordered_at, locale) },
        { term: buy.price, description: `${formatMoney(ore, locale)}, ${vat}` },
        { term: order.buyer, description: `${given_name} ${family_name}, ${email}` },
      ]}
    />
  );
}

function Course({ locale, now, token, purchase, bought }: PurchasePageProps) {
  const text = buyingWords[locale].one;
  if (!bought || isUndone(purchase)) return null;
  const isExpired = !bought.redeemed_at && bought.expires_at < now;
  return (
    <section>
      <h2>{text.openTitle}</h2>
      {isExpired ? (
        <p>{text.expired}</p>
      ) : (
        <>
          {!bought.redeemed_at && <p>{text.openText}</p>}
          <Form action={href('openBought', { token })}>
            <Submit text={bought.redeemed_at ? text.go : text.open} />
          </Form>
        </>
      )}
    </section>
  );
}

function Payment({ locale, purchase, seller }: PurchasePageProps) {
  const text = buyingWords[locale].one;
  if (!seller || purchase.paid_at || isUndone(purchase)) return null;
  return (
    <section>
      <h2>{text.pay}</h2>
      <DefinitionList
        items={[
          { term: text.sum, description: formatMoney(purchase.ore, locale) },
          { term: text.bankgiro, description: formatBankgiro(seller.bankgiro) },
          { term: text.reference, description: purchase.number },
          { term: text.payBy, description: formatDate(purchase.pay_by, locale) },
        ]}
      />
    </section>
  );
}

function Withdrawing({ locale, now, token, purchase }: PurchasePageProps) {
  const text = buyingWords[locale].one;
  if (isUndone(purchase)) return null;
  const until = withdrawalUntil(purchase);
  const day = formatDate(until, locale);
  return (
    <section>
      <h2>{text.withdrawTitle}</h2>
      {until < now ? (
        <p>{text.withdrawnOver(day)}</p>
      ) : (
        <>
          <p>{text.withdrawText(day)}</p>
          <ButtonLink href={href('withdrawal', { token })} kind="quiet">
            {text.withdraw}
          </ButtonLink>
        </>
      )}
    </section>
  );
}
