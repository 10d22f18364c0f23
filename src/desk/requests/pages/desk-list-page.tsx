import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ErrorSummary } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { requestDeskWords } from '../desk-words.ts';
import { clockOf, isOver, requestKinds } from '../request.ts';
import type { ListRow, RequestsWanted } from '../requests.queries.ts';
import { requestWords } from '../words.ts';

type Props = {
  locale: Locale;
  now: Date;
  wanted: RequestsWanted;
  rows: readonly ListRow[];
  next: string | undefined;
  error: string | undefined;
};

export function DeskListPage({ locale, now, wanted, rows, next, error }: Props) {
  const text = requestDeskWords[locale];
  const isNarrowed = wanted.email !== '' || wanted.kind !== undefined || wanted.over;
  return (
    <>
      {error && <ErrorSummary locale={locale} errors={[{ name: 'search', text: error }]} />}
      <PageHeading title={text.title} lead={text.lead} />
      <SearchedList
        here={href('dataRequests')}
        field="search"
        searched={wanted.email}
        filters={filtersOf(wanted, locale)}
        // When nothing waits there may be some that are answered.
        searchable
        text={text.list}
        isFirst={!wanted.after}
        empty={isNarrowed ? { title: text.list.noneTitle, text: text.list.noneFound } : { title: text.emptyTitle, text: text.empty }}
        {...{ error, next }}
      >
        {rows.length > 0 && <Requests {...{ locale, now, rows }} />}
      </SearchedList>
    </>
  );
}

function filtersOf({ over, kind }: RequestsWanted, locale: Locale): ListFilter[] {
  const text = requestDeskWords[locale];
  const ofStates = [
    { value: '', text: text.open },
    { value: 'avslutade', text: text.closed },
  ];
  const kinds = requestKinds.map((value) => ({ value, text: requestWords[locale].kinds[value] }));
  return [
    { name: 'lage', label: text.show, options: ofStates, selected: over ? 'avslutade' : '' },
    { name: 'slag', label: text.what, options: [{ value: '', text: text.list.any }, ...kinds], selected: kind ?? '' },
  ];
}

function Requests({ locale, now, rows }: Pick<Props, 'locale' | 'now' | 'rows'>) {
  const text = requestDeskWords[locale];
  const { states } = requestWords[locale];
  return (
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
