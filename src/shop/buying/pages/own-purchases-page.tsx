import { EmailField } from '../../../desk/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, Submit } from '../../../ui/form.tsx';
import { formatMoney, formatShortDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { purchaseState, type PurchaseRow } from '../../purchase-state.ts';
import { buyingWords } from '../words.ts';

type FindPageProps = { locale: Locale; typed: string; errors: readonly FieldError[]; signedIn: boolean };

export function FindPage({ locale, typed, errors, signedIn }: FindPageProps) {
  const text = buyingWords[locale].find;
  const error = errors.find(({ name }) => name === 'email')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead} />
      {signedIn && (
        <p>
          <a href={href('ownPurchases')}>{text.signedIn}</a>
        </p>
      )}
      <Form action={href('mailPurchases')}>
        <EmailField label={text.email} value={typed} {...(error ? { error } : {})} />
        <Submit text={text.go} />
      </Form>
    </>
  );
}

type Row = { purchase: PurchaseRow; link: string };

export function OwnPurchasesPage({ locale, now, rows }: { locale: Locale; now: Date; rows: readonly Row[] }) {
  const { own: text, one } = buyingWords[locale];
  return (
    <>
      <PageHeading over={<a href={href('account')}>{text.account}</a>} title={text.title} lead={text.lead} />
      <Table
        caption={text.title}
        captionHidden
        rows={rows}
        empty={text.none}
        columns={[
          { title: text.course, cell: ({ purchase, link }: Row) => <a href={link}>{purchase.course_title || text.gone}</a> },
          { title: one.number, cell: ({ purchase }) => purchase.number },
          { title: one.ordered, whole: true, cell: ({ purchase }) => formatShortDate(purchase.ordered_at) },
          { title: text.price, numeric: true, whole: true, cell: ({ purchase }) => formatMoney(purchase.ore, locale) },
          { title: one.state, cell: ({ purchase }) => one.states[purchaseState(purchase, now)] },
        ]}
      />
    </>
  );
}
