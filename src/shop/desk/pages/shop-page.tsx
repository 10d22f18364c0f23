import { faultOf, formatOrgNumber } from '../../../customers/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { addressOf } from '../../../ui/asked-list.ts';
import { ErrorSummary, Form, Select, Submit, TextField } from '../../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { formatBankgiro } from '../../seller-numbers.ts';
import { settingsWords } from '../settings-words.ts';
import type { CustomerChoice, SellerRow, ShopCourse } from '../settings.queries.ts';

type ShopPageProps = {
  locale: Locale;
  seller: SellerRow | undefined;
  customers: readonly CustomerChoice[];
  courses: readonly ShopCourse[];
  next: string | undefined;
  isFirst: boolean;
  /** What was typed and could not be saved. */
  typed: Record<string, string> | undefined;
  errors: readonly FieldError[];
};

export function ShopPage(props: ShopPageProps) {
  const { locale, seller, errors } = props;
  const text = settingsWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead}>
        <a href={href('deskPurchases')}>{text.purchases}</a>
        <a href={href('vouchers')}>{text.books}</a>
      </PageHeading>
      <section>
        <h2>{text.courses.title}</h2>
        {seller ? <Courses {...props} /> : <p>{text.courses.none}</p>}
      </section>
      <section>
        <h2>{text.seller.title}</h2>
        <p>{text.seller.lead}</p>
        <SellerForm {...props} />
      </section>
    </>
  );
}

function Courses({ locale, courses, next, isFirst }: ShopPageProps) {
  const text = settingsWords[locale].courses;
  const priced = <Value,>(row: ShopCourse, shown: (row: ShopCourse & { ore: number }) => Value) =>
    row.ore === null ? '–' : shown({ ...row, ore: row.ore });
  return (
    <>
      {!isFirst && (
        <p>
          <a href={href('shopDesk')}>{text.first}</a>
        </p>
      )}
      <Table
        caption={text.title}
        captionHidden
        rows={courses}
        empty={text.empty}
        columns={[
          { title: text.course, cell: ({ id, title }) => <a href={href('shopCourse', { sold: id })}>{title}</a> },
          { title: text.price, numeric: true, cell: ({ ore }) => (ore === null ? text.noPrice : formatMoney(ore, locale)) },
          {
            title: text.vat,
            numeric: true,
            cell: (row) => priced(row, ({ vat_percent }) => settingsWords[locale].course.percent(String(vat_percent))),
          },
          { title: text.days, cell: (row) => priced(row, ({ access_days }) => openFor(access_days, locale)) },
          { title: text.state, cell: ({ on_sale }) => (on_sale ? text.yes : text.no) },
        ]}
      />
      {next && (
        <p>
          <a href={addressOf(href('shopDesk'), [['efter', next]])} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

const openFor = (days: number | null, locale: Locale): string => {
  const text = settingsWords[locale].courses;
  return days === null ? text.always : text.daysOf(formatNumber(days, locale));
};

function SellerForm({ locale, seller, customers, typed, errors }: ShopPageProps) {
  const text = settingsWords[locale].seller;
  const kept: Record<string, string> = seller
    ? {
        ...seller,
        seller: seller.customer_id,
        payment_days: String(seller.payment_days),
        bankgiro: formatBankgiro(seller.bankgiro),
        org_number: formatOrgNumber(seller.org_number),
        saved_at: '',
        only_one: '',
      }
    : { payment_days: '30' };
  const values = typed ?? kept;
  const field = (name: string) => ({ name, value: values[name] ?? '', autocomplete: 'off', ...faultOf(errors, name) });
  return (
    <Form action={href('saveSeller')}>
      <Select
        name="seller"
        label={text.customer}
        hint={text.customerHint}
        options={[...(seller ? [] : [{ value: '', text: text.choose }]), ...customers.map(({ id, name }) => ({ value: id, text: name }))]}
        selected={values['seller'] ?? ''}
        {...faultOf(errors, 'seller')}
      />
      <TextField {...field('name')} label={text.name} />
      <TextField {...field('org_number')} label={text.orgNumber} size={14} />
      <TextField {...field('vat_number')} label={text.vatNumber} hint={text.vatNumberHint} size={18} />
      <TextField {...field('address')} label={text.address} hint={text.addressHint} />
      <TextField {...field('bankgiro')} label={text.bankgiro} size={12} />
      <TextField {...field('payment_days')} label={text.days} hint={text.daysHint} inputmode="numeric" size={4} />
      <Submit text={text.save} />
    </Form>
  );
}
