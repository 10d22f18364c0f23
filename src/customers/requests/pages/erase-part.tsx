import { dataMap, type Entry, type PersonalTable } from '../../../../data-map/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import type { PlanAtCustomer } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { Checkbox, Form, Submit } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Table } from '../../../ui/table.tsx';
import { handedWords } from '../words.ts';

export type EraseProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  request: { id: string };
  plan: PlanAtCustomer;
  errors: FieldError[];
};

/** What goes is shown before anything is done, and what stands against it. */
export function ErasePart(props: EraseProps) {
  const { locale, customer, plan } = props;
  const text = handedWords[locale];
  return (
    <section id="radera">
      <h2>{text.erase}</h2>
      {plan.steps.length === 0 ? (
        <p>{text.eraseNothing}</p>
      ) : (
        <>
          <p>{text.eraseLead(customer.name)}</p>
          <Steps locale={locale} plan={plan} />
          {plan.against ? <Notice kind="important">{text.against[plan.against]}</Notice> : <EraseForm {...props} />}
        </>
      )}
    </section>
  );
}

const titleOf = (table: string, locale: Locale): string => ((dataMap as Record<string, Entry>)[table] as PersonalTable).title[locale];

function Steps({ locale, plan }: Pick<EraseProps, 'locale' | 'plan'>) {
  const text = handedWords[locale];
  return (
    <Table
      caption={text.erase}
      captionHidden
      rows={plan.steps}
      empty={text.eraseNothing}
      columns={[
        { title: text.eraseWhat, cell: ({ table }: PlanAtCustomer['steps'][number]) => titleOf(table, locale) },
        { title: text.eraseHappens, cell: ({ does }) => text.does[does] },
        { title: text.eraseCount, numeric: true, cell: ({ rows }) => formatNumber(rows, locale) },
      ]}
    />
  );
}

function EraseForm({ locale, customer, request, plan, errors }: EraseProps) {
  const text = handedWords[locale];
  const error = errors.find(({ name }) => name === 'understand')?.text;
  return (
    <Form action={href('eraseHanded', { customer: customer.slug, handed: request.id })}>
      <p>{plan.backupsUntil ? text.eraseOlderBackups(formatDate(plan.backupsUntil, locale)) : text.eraseBackups}</p>
      <Checkbox name="understand" label={text.understand} {...(error ? { error } : {})} />
      <Submit text={text.eraseNow} kind="danger" />
    </Form>
  );
}
