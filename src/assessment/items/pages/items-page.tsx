import { smallestGroup } from '../../../people/index.ts';
import { href } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { orderField } from '../../../ui/asked-list.ts';
import { OrderedList } from '../../../ui/list-order.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import type { ItemFigures } from '../items.queries.ts';
import { itemsWords } from '../words.ts';
import { ItemsChart } from './items-chart.tsx';

type ItemsPageProps = {
  locale: Locale;
  customer: string;
  course: { slug: string; title: string };
  figures: ItemFigures[];
  order: ItemOrder;
};

export const itemOrders = ['place', 'hardest', 'weakest'] as const;
export type ItemOrder = (typeof itemOrders)[number];

/** Which questions are too easy, too hard, or answered better by those who otherwise did worse. */
export function ItemsPage({ locale, customer, course, figures, order }: ItemsPageProps) {
  const text = itemsWords[locale];
  const least = formatNumber(smallestGroup, locale);
  const rows = figures.map((item, index) => ({ ...item, order: index + 1 }));
  return (
    <>
      <PageHeading
        over={<a href={href('statistics', { customer, course: course.slug })}>{course.title}</a>}
        title={text.title(course.title)}
        lead={text.lead}
      />
      {rows.every(({ difficulty }) => difficulty === null) ? (
        <EmptyState title={text.emptyTitle}>{text.empty(least)}</EmptyState>
      ) : (
        <>
          <ItemsChart locale={locale} items={rows} />
          <p>{text.small(least)}</p>
          <OrderedList value={orderOf(locale, order)}>
            <Table
              caption={text.table}
              empty=""
              rows={inOrder(rows, order)}
              columns={[
                { title: text.question, order: 'place', cell: (row) => `${row.order}. ${row.prompt}` },
                {
                  title: text.answered,
                  cell: (row) => (row.difficulty === null ? text.few(least) : formatNumber(row.answered, locale)),
                  numeric: true,
                },
                {
                  title: text.difficulty,
                  order: 'difficulty',
                  cell: (row) => (row.difficulty === null ? '–' : formatPercent(row.difficulty, locale)),
                  numeric: true,
                },
                {
                  title: text.discrimination,
                  order: 'discrimination',
                  cell: (row) => (row.discrimination === null ? '–' : formatNumber(row.discrimination, locale)),
                  numeric: true,
                },
                { title: text.advice, cell: (row) => text.verdict[verdictOf(row)] },
              ]}
            />
          </OrderedList>
        </>
      )}
    </>
  );
}

function orderOf(locale: Locale, selected: ItemOrder) {
  const { question, difficulty, discrimination } = itemsWords[locale];
  const options = [
    { value: 'place', text: question, column: 'place', direction: 'ascending' as const },
    { value: 'hardest', text: difficulty, column: 'difficulty', direction: 'ascending' as const },
    { value: 'weakest', text: discrimination, column: 'discrimination', direction: 'ascending' as const },
  ];
  return { order: { options, selected }, way: { hrefFor: (value: string) => (value ? `?${orderField}=${value}` : '?') } };
}

/** What has no figure, since too few have answered, comes last. */
function inOrder<Row extends ItemFigures>(rows: readonly Row[], order: ItemOrder): readonly Row[] {
  if (order === 'place') return rows;
  const figure = (row: Row) => (order === 'hardest' ? row.difficulty : row.discrimination) ?? 2;
  return rows.toSorted((one, other) => figure(one) - figure(other));
}

/** What the figures say, in words: the limits are those that test makers usually go by. */
export function verdictOf({
  difficulty,
  discrimination,
}: Pick<ItemFigures, 'difficulty' | 'discrimination'>): keyof (typeof itemsWords)['sv']['verdict'] {
  if (difficulty === null) return 'unknown';
  if (discrimination !== null && discrimination < 0) return 'check';
  if (difficulty > 0.95) return 'easy';
  if (difficulty < 0.2) return 'hard';
  return discrimination !== null && discrimination < 0.2 ? 'weak' : 'good';
}
