import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { CustomerLinks } from '../../pages/customer-links.tsx';
import type { CourseChoice, GroupRow } from '../groups.queries.ts';
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
};

export function GroupsPage({ locale, customer, rows, next, isFirst, courses, typed, errors, searched }: GroupsPageProps) {
  const { list: text, form } = groupWords[locale];
  const here = href('groups', { customer: customer.slug });
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <CustomerLinks customer={customer.slug} to={['members', 'seats', 'whoSeesWhom']} />
      </PageHeading>
      {(rows.length > 0 || searched) && (
        <Form action={here} method="get">
          <TextField
            name="sok"
            type="search"
            label={text.search}
            value={searched}
            size={28}
            autocomplete="off"
            spellcheck={false}
            required={false}
          />
          <Submit text={text.searchButton} kind="quiet" />
        </Form>
      )}
      {searched && (
        <p>
          <a href={here}>{text.showAll}</a>
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={searched ? text.noneTitle : text.emptyTitle}>{searched ? text.none : text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.title}
          captionHidden
          rows={rows}
          empty={text.empty}
          columns={[
            { title: form.name, cell: ({ id, name }) => <a href={href('group', { customer: customer.slug, group: id })}>{name}</a> },
            { title: text.members, numeric: true, cell: ({ members }) => formatNumber(members, locale) },
            { title: form.courses, cell: (row) => row.courses.join(', ') || text.noCourse },
            { title: text.state, cell: (row) => (row.ended_at ? text.ended(formatDate(row.ended_at, locale)) : text.open) },
          ]}
        />
      )}
      <ListSteps here={searched ? `${here}?${new URLSearchParams({ sok: searched }).toString()}` : here} {...{ next, isFirst, text }} />
      <h2>{text.newTitle}</h2>
      <Form action={here}>
        <HiddenField name="client_id" value={typed.id} />
        <GroupFields {...{ locale, courses, typed, errors }} />
        <Submit text={text.create} />
      </Form>
    </>
  );
}
