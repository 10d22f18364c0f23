import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { CustomerLinks } from '../../pages/customer-links.tsx';
import type { CourseChoice, GroupOrder, GroupRow, GroupState } from '../groups.queries.ts';
import { groupWords } from '../words.ts';
import { GroupFields, type TypedGroup } from './group-fields.tsx';

export type { TypedGroup } from './group-fields.tsx';

type GroupsPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  rows: readonly GroupRow[];
  next: string | undefined;
  isFirst: boolean;
  courses: readonly CourseChoice[];
  typed: TypedGroup;
  errors: readonly FieldError[];
  /** A part of a group's name. */
  searched: string;
  state: GroupState | undefined;
  order: GroupOrder;
};

export function GroupsPage({ locale, customer, rows, next, isFirst, courses, typed, errors, searched, state, order }: GroupsPageProps) {
  const { list: text, form } = groupWords[locale];
  const here = href('groups', { customer: customer.slug });
  const isAll = searched === '' && !state;
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <CustomerLinks customer={customer.slug} to={['members', 'seats', 'whoSeesWhom']} />
      </PageHeading>
      <SearchedList
        here={here}
        method="get"
        field="sok"
        searchable={rows.length > 0 || !isAll}
        filters={[
          {
            name: 'lage',
            label: text.state,
            options: [
              { value: '', text: text.anyState },
              { value: 'open', text: text.open },
              { value: 'ended', text: text.endedState },
            ],
            selected: state ?? '',
          },
        ]}
        order={{
          selected: order,
          options: [
            { value: 'name', text: text.orders.name, column: 'name', direction: 'ascending' },
            { value: 'members', text: text.orders.members, column: 'members', direction: 'descending' },
            { value: 'latest', text: text.orders.latest },
          ],
        }}
        {...{ searched, next, isFirst, text }}
        empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.noneTitle, text: text.none }}
      >
        {rows.length > 0 && (
          <Table
            caption={text.title}
            captionHidden
            rows={rows}
            empty={text.empty}
            columns={[
              {
                title: form.name,
                order: 'name',
                cell: ({ id, name }) => <a href={href('group', { customer: customer.slug, group: id })}>{name}</a>,
              },
              { title: text.members, order: 'members', numeric: true, cell: ({ members }) => formatNumber(members, locale) },
              { title: form.courses, cell: (row) => row.courses.join(', ') || text.noCourse },
              { title: text.state, cell: (row) => (row.ended_at ? text.ended(formatDate(row.ended_at, locale)) : text.open) },
            ]}
          />
        )}
      </SearchedList>
      <h2>{text.newTitle}</h2>
      <Form action={here}>
        <HiddenField name="client_id" value={typed.id} />
        <GroupFields {...{ locale, courses, typed, errors }} />
        <Submit text={text.create} />
      </Form>
    </>
  );
}
