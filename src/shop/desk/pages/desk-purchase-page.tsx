import type { ComponentChildren } from 'preact';
import { faultOf } from '../../../customers/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatDate, formatMoney, formatShortDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { vatWithin } from '../../price.ts';
import { isUndone, type PurchaseRow } from '../../purchase-state.ts';
import type { VoucherRow } from '../../voucher.queries.ts';
import { purchasesWords } from '../purchases-words.ts';
import { stepsFrom, type Step } from '../step-purchase.ts';
import { StateOfPurchase } from './purchases-page.tsx';

type DeskPurchasePageProps = {
  locale: Locale;
  now: Date;
  purchase: PurchaseRow;
  vouchers: readonly VoucherRow[];
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export function DeskPurchasePage(props: DeskPurchasePageProps) {
  const { locale, now, purchase, vouchers, errors } = props;
  const text = purchasesWords[locale].one;
  const available = stepsFrom(purchase, now);
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('deskPurchases')}>{purchasesWords[locale].list.title}</a>} title={text.title(purchase.number)} />
      <Facts {...props} />
      <section>
        <h2>{text.vouchers}</h2>
        <Table
          caption={text.vouchers}
          captionHidden
          rows={vouchers}
          empty={text.noVouchers}
          columns={[
            { title: text.voucher, cell: ({ number }) => String(number) },
            { title: text.kind, cell: ({ kind }) => text.kinds[kind === 'credit' ? 'credit' : 'sale'] },
            { title: text.day, cell: ({ made_at }) => formatShortDate(made_at) },
            { title: text.sum, numeric: true, cell: ({ ore }) => formatMoney(ore, locale) },
          ]}
        />
      </section>
      <section id="field-step">
        <h2>{text.next}</h2>
        {available.map((step) => (
          <StepForm key={step} step={step} {...props} />
        ))}
      </section>
    </>
  );
}

function Facts({ locale, now, purchase }: DeskPurchasePageProps) {
  const text = purchasesWords[locale].one;
  const { ore, vat_percent, given_name, family_name, email, course_title } = purchase;
  const vat = text.ofWhich(formatMoney(vatWithin(ore, vat_percent), locale), String(vat_percent));
  const dates: [string, Date | null][] = [
    [text.ordered, purchase.ordered_at],
    [text.payBy, purchase.pay_by],
    [text.reminded, purchase.reminded_at],
    [text.paid, purchase.paid_at],
    [text.withdrawn, purchase.withdrawn_at],
    [text.cancelled, purchase.cancelled_at],
    [text.refunded, purchase.refunded_at],
  ];
  return (
    <DefinitionList
      items={[
        { term: text.state, description: <StateOfPurchase row={purchase} now={now} locale={locale} /> },
        { term: text.buyer, description: `${given_name} ${family_name}`.trim() },
        { term: text.email, description: email },
        { term: text.course, description: course_title || text.courseGone },
        { term: text.price, description: `${formatMoney(ore, locale)}, ${vat}` },
        ...dates.flatMap(([term, date]) => (date ? [{ term, description: formatDate(date, locale) }] : [])),
      ]}
    />
  );
}

function StepForm({ step, ...props }: DeskPurchasePageProps & { step: Step }) {
  const { locale, purchase, errors, typed, now } = props;
  const text = purchasesWords[locale].one;
  const isTyped = typed['step'] === step;
  const parts: Record<Step, { title: string; lead?: string; fields?: ComponentChildren; button: string; kind?: 'danger' | 'quiet' }> = {
    paid: {
      title: text.paidTitle,
      ...(isUndone(purchase) ? { lead: text.paidLate } : {}),
      fields: (
        <TextField
          name="paid_on"
          type="date"
          label={text.paidOn}
          size={12}
          value={isTyped ? (typed['paid_on'] ?? '') : formatShortDate(now)}
          {...faultOf(errors, 'paid_on')}
        />
      ),
      button: text.paidButton,
    },
    unpaid: { title: text.unpaidTitle, lead: text.unpaidLead, button: text.unpaidButton, kind: 'quiet' },
    cancelled: {
      title: text.cancelTitle,
      lead: text.cancelLead,
      fields: <Checkbox name="understand" label={text.understand} {...faultOf(errors, 'understand')} />,
      button: text.cancelButton,
      kind: 'danger',
    },
    refunded: { title: text.refundTitle, lead: text.refundLead(formatMoney(purchase.ore, locale)), button: text.refundButton },
    link: { title: text.linkTitle, lead: text.linkLead, button: text.linkButton, kind: 'quiet' },
  };
  const { title, lead, fields, button, kind } = parts[step];
  return (
    <>
      <h3>{title}</h3>
      {lead && <p>{lead}</p>}
      <Form action={href('stepDeskPurchase', { purchase: purchase.id })}>
        <HiddenField name="step" value={step} />
        {fields}
        <Submit text={button} {...(kind ? { kind } : {})} />
      </Form>
    </>
  );
}
