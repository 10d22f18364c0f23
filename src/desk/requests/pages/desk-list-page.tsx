import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Form, Select, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { requestDeskWords } from '../desk-words.ts';
import { clockOf, isOver } from '../request.ts';
import type { ListRow } from '../requests.queries.ts';
import { requestWords } from '../words.ts';

type Props = { locale: Locale; now: Date; rows: readonly ListRow[]; over: boolean; next: string | undefined; isFirst: boolean };

export function DeskListPage({ locale, now, rows, over, next, isFirst }: Props) {
  const text = requestDeskWords[locale];
  const states = requestWords[locale].states;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Form action={href('dataRequests')} method="get">
        <div class="in-a-row">
          <Select
            name="lage"
            label={text.show}
            selected={over ? 'avslutade' : 'oppna'}
            options={[
              { value: 'oppna', text: text.open },
              { value: 'avslutade', text: text.closed },
            ]}
          />
          <Submit text={text.filter} kind="quiet" />
        </div>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.title}
          captionHidden
          rows={rows}
          empty={text.empty}
          columns={[
            { title: text.from, cell: ({ id, email }: ListRow) => <a href={href('dataRequest', { request: id })}>{email}</a> },
            { title: text.what, cell: ({ kind }) => requestWords[locale].kinds[kind] },
            { title: text.state, cell: ({ state }) => states[state] },
            { title: text.by, cell: (row) => <Due row={row} now={now} locale={locale} /> },
          ]}
        />
      )}
      {!isFirst && (
        <p>
          <a href={href('dataRequests')}>{text.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${href('dataRequests')}?efter=${next}${over ? '&lage=avslutade' : ''}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

type DueProps = { row: Pick<ListRow, 'state' | 'received_at' | 'answer_by'>; now: Date; locale: Locale };

/** The day, and how far away it is while it matters. */
export function Due({ row, now, locale }: DueProps) {
  const day = formatDate(row.answer_by, locale);
  if (isOver(row.state)) return <>{day}</>;
  const { left } = clockOf(row, now);
  const kind = left < 0 ? 'problem' : left <= 7 ? 'caution' : 'plain';
  return (
    <>
      {day} <Badge kind={kind}>{leftText(left, locale)}</Badge>
    </>
  );
}

function leftText(left: number, locale: Locale): string {
  const text = requestDeskWords[locale];
  if (left < 0) return text.late(-left);
  return left === 0 ? text.lastDay : text.daysLeft(left);
}
