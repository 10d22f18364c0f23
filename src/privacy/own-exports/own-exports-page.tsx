import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorSummary, Form, HiddenField, Submit } from '../../ui/form.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { Table } from '../../ui/table.tsx';
import type { OwnExport } from './own-exports.queries.ts';
import { ownExportWords } from './words.ts';

type Props = { locale: Locale; rows: readonly OwnExport[]; clientId: string; isLarge: boolean; errors: readonly FieldError[] };

export function OwnExportsPage({ locale, rows, clientId, isLarge, errors }: Props) {
  const text = ownExportWords[locale];
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading title={text.title} lead={text.lead} />
      {isLarge && <p>{text.large}</p>}
      <p>{text.keeps}</p>
      <p>{text.resume}</p>
      <Form action={href('makeOwnExport')}>
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
          { title: text.asked, cell: ({ requested_at }: OwnExport) => formatDateTime(requested_at, locale) },
          { title: text.state, cell: (row) => <State row={row} locale={locale} /> },
          { title: text.checksum, cell: ({ sha256 }) => (sha256 ? <code class="break">{sha256.toString('hex')}</code> : '–') },
        ]}
      />
    </>
  );
}

function State({ row, locale }: { row: OwnExport; locale: Locale }) {
  const text = ownExportWords[locale];
  if (row.finished_at) {
    return (
      <div>
        <p>{text.ready(sizeOf(row.bytes ?? 0, locale), formatDate(row.expires_at, locale))}</p>
        <ButtonLink href={href('ownExport', { export: row.id })} download>
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
