import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorSummary, Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { Table } from '../../../ui/table.tsx';
import { AgreementLinks } from '../../agreement/pages/agreement-links.tsx';
import type { ExportRow } from '../export.queries.ts';
import { exitWords } from '../words.ts';

/** A file can be gone before its time: when someone in it has been erased. */
type ListedExport = ExportRow & { isThere: boolean };

type TakeAllPageProps = {
  locale: Locale;
  customer: { slug: string; name: string; endedAt?: string | null };
  /** When what is the customer's goes; only once the agreement has ended. */
  dueAt: Date | null;
  rows: readonly ListedExport[];
  clientId: string;
  errors: readonly FieldError[];
};

export function TakeAllPage({ locale, customer, dueAt, rows, clientId, errors }: TakeAllPageProps) {
  const text = exitWords[locale];
  const here = href('takeAll', { customer: customer.slug });
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <AgreementLinks customer={customer} to={['agreement', 'dataProcessing']} />
      </PageHeading>
      {customer.endedAt && dueAt && <Notice kind="warning">{text.until(formatDate(dueAt, locale))}</Notice>}
      <h2>{text.what}</h2>
      <ul>
        {text.parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p>{text.notIn}</p>
      <p>{text.care}</p>
      <Form action={here}>
        <HiddenField name="client_id" value={clientId} />
        <Submit text={text.make} id="field-make" />
      </Form>
      <h2>{text.list}</h2>
      <Table
        caption={text.list}
        captionHidden
        rows={rows}
        empty={text.empty}
        columns={[
          { title: text.asked, cell: ({ requested_at }) => formatDateTime(requested_at, locale) },
          { title: text.state, cell: (row) => <State row={row} locale={locale} customer={customer.slug} /> },
          { title: text.checksum, cell: ({ sha256 }) => (sha256 ? <code class="break">{sha256.toString('hex')}</code> : '–') },
        ]}
      />
    </>
  );
}

function State({ row, locale, customer }: { row: ListedExport; locale: Locale; customer: string }) {
  const text = exitWords[locale];
  if (row.finished_at && !row.isThere) return <span>{text.gone}</span>;
  if (row.finished_at) {
    return (
      <div>
        <p>{text.ready(sizeOf(row.bytes ?? 0, locale), formatDate(row.expires_at, locale))}</p>
        <ButtonLink href={href('customerExport', { customer, export: row.id })} download>
          {text.download}
        </ButtonLink>
      </div>
    );
  }
  if (row.failed_at) return <span>{text.failed}</span>;
  if (row.parts_total === 0) return <span>{text.waiting}</span>;
  const label = text.making(formatNumber(row.parts_done, locale), formatNumber(row.parts_total, locale));
  return <ProgressBar value={row.parts_done} max={row.parts_total} label={label} />;
}

const sizeOf = (bytes: number, locale: Locale): string =>
  bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1000), locale)}\u00a0kB`
    : `${formatNumber(Math.round(bytes / 10_000) / 100, locale)}\u00a0MB`;
