import { href } from '../../../routes.ts';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { PurchaseRow } from '../../purchase-state.ts';
import { buyingWords } from '../words.ts';

type WithdrawalPageProps = { locale: Locale; token: string; purchase: PurchaseRow };

/** What withdrawing means, and the button that confirms it. */
export function WithdrawalPage({ locale, token, purchase }: WithdrawalPageProps) {
  const text = buyingWords[locale].withdrawal;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(purchase.course_title || '–', purchase.number)} />
      <ul>
        <li>{text.closes}</li>
        <li>{purchase.paid_at ? text.refund(formatMoney(purchase.ore, locale)) : text.nothing}</li>
        <li>{text.reason}</li>
      </ul>
      <Form action={href('withdraw', { token })}>
        <Submit text={text.confirm} kind="danger" />
      </Form>
      <p>
        <a href={href('order', { token })}>{text.keep}</a>
      </p>
    </>
  );
}
