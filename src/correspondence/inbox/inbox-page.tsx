import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { addressOf, orderField } from '../../ui/asked-list.ts';
import { Form, HiddenField, Select, Submit, TextField } from '../../ui/form.tsx';
import { formatRelativeDay, formatTime } from '../../ui/format.ts';
import { OrderedList, OrderField, type ListOrder, type Order, type WayToOrder } from '../../ui/list-order.tsx';
import { ListSteps } from '../../ui/list-steps.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { words } from '../words.ts';
import { fieldsOf } from './inbox-place.ts';
import { showsNames } from '../saved-replies/saved-reply.queries.ts';
import { inboxOrders, responsibles, states, type InboxFilter, type InboxRow } from './inbox.queries.ts';

type InboxPageProps = {
  locale: Locale;
  now: Date;
  accountId: string;
  customer: { slug: string; name: string };
  courses: readonly { slug: string; title: string; shown: readonly string[] }[];
  filter: InboxFilter;
  threads: readonly InboxRow[];
  next: string | undefined;
  isFirst: boolean;
  /** Why the search was refused. */
  error: string | undefined;
};

export function InboxPage(props: InboxPageProps) {
  const { locale, customer, courses, threads, filter, isFirst } = props;
  const text = words[locale].inbox;
  const isSearched = Boolean(filter.name);
  const isFiltered = isSearched || Boolean(filter.course ?? filter.state ?? filter.responsible);
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead} />
      {(threads.length > 0 || isFiltered) && <Search {...props} />}
      {(threads.length > 0 || isFiltered) && <Filter {...props} />}
      {isSearched && (
        <p>
          <a href={href('inbox', { customer: customer.slug })}>{text.showAll}</a>
        </p>
      )}
      {/* What was searched for cannot be asked for anew by its address. */}
      <div data-inbox={isSearched ? undefined : href('inboxStream', { customer: customer.slug })} aria-live="off">
        {threads.length === 0 && isFirst && !isFiltered ? (
          <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
        ) : (
          <Threads {...props} />
        )}
      </div>
      <p class="unseen" role="status" data-inbox-status="" data-text={text.changed} />
      {courses.length > 0 && (
        <p class="facts">
          <a href={href('savedReplies', { customer: customer.slug })}>{words[locale].replies.title}</a>
        </p>
      )}
    </>
  );
}

/** Among what is chosen below: the choices go along. */
function Search({ locale, customer, filter, error }: InboxPageProps) {
  const text = words[locale].inbox;
  return (
    <Form action={href('searchInbox', { customer: customer.slug })}>
      <TextField
        name="name"
        type="search"
        label={text.search}
        hint={text.searchHint}
        value={filter.name ?? ''}
        size={28}
        autocomplete="off"
        spellcheck={false}
        {...(error ? { error } : {})}
      />
      <Chosen filter={filter} />
      <Submit text={text.searchButton} kind="quiet" />
    </Form>
  );
}

const Chosen = ({ filter }: { filter: InboxFilter }) => (
  <>
    {fieldsOf(filter).map(([name, value]) => (
      <HiddenField key={name} name={name} value={value} />
    ))}
  </>
);

function Filter({ locale, customer, courses, filter }: InboxPageProps) {
  const text = words[locale].inbox;
  const all = { value: '', text: text.all };
  return (
    <Form action={href('inbox', { customer: customer.slug })} method="get">
      <div class="inbox-filter">
        <Select
          name="kurs"
          label={text.course}
          options={[all, ...courses.map(({ slug, title }) => ({ value: slug, text: title }))]}
          selected={filter.course ?? ''}
        />
        <Select
          name="lage"
          label={text.state}
          options={[all, ...states.map((state) => ({ value: state, text: text.states[state] }))]}
          selected={filter.state ?? ''}
        />
        <Select
          name="ansvar"
          label={text.responsible}
          options={[all, ...responsibles.map((one) => ({ value: one, text: text.responsibles[one] }))]}
          selected={filter.responsible ?? ''}
        />
        <OrderField order={orderOf(locale, courses, filter)} />
        <Submit text={text.filter} kind="quiet" />
      </div>
    </Form>
  );
}

/** Who waits stands first, until something else is asked for; by name only where names are shown. */
function orderOf(locale: Locale, courses: InboxPageProps['courses'], { order }: InboxFilter): ListOrder {
  const { orders } = words[locale].inbox;
  const columns: Partial<Record<InboxFilter['order'], Pick<Order, 'column' | 'direction'>>> = {
    latest: { column: 'latest', direction: 'descending' },
    name: { column: 'name', direction: 'ascending' },
    waiting: { column: 'state' },
  };
  const offered = inboxOrders.filter((value) => value !== 'name' || courses.some(showsNames));
  return { options: offered.map((value) => ({ value, text: orders[value], ...columns[value] })), selected: order };
}

const again = 'inbox-again';

/** What is searched for is sent anew by a heading; what is chosen is only an address. */
function wayOf({ customer, filter }: InboxPageProps): WayToOrder {
  if (filter.name) return { form: again };
  const here = href('inbox', { customer: customer.slug });
  return { hrefFor: (value) => addressOf(here, [...fieldsOf({ ...filter, order: 'waiting' }), [orderField, value]]) };
}

function Threads(props: InboxPageProps) {
  const { locale, courses, customer, filter, next, isFirst } = props;
  const text = words[locale].inbox;
  const here = addressOf(href('inbox', { customer: customer.slug }), fieldsOf(filter));
  return (
    <>
      {filter.name && (
        <form id={again} method="post" action={href('searchInbox', { customer: customer.slug })}>
          <HiddenField name="name" value={filter.name} />
          <Chosen filter={{ ...filter, order: 'waiting' }} />
        </form>
      )}
      <OrderedList value={{ order: orderOf(locale, courses, filter), way: wayOf(props) }}>
        <ThreadTable {...props} />
      </OrderedList>
      {next && filter.name && (
        <Form action={href('searchInbox', { customer: customer.slug })}>
          <HiddenField name="name" value={filter.name} />
          <Chosen filter={filter} />
          <HiddenField name="after" value={next} />
          <Submit text={text.more} kind="quiet" />
        </Form>
      )}
      {!filter.name && <ListSteps {...{ here, isFirst, next, text }} />}
    </>
  );
}

function ThreadTable({ locale, now, accountId, customer, filter, threads }: InboxPageProps) {
  const text = words[locale].inbox;
  return (
    <Table
      caption={text.caption}
      captionHidden
      rows={threads}
      empty={filter.name ? text.noneNamed : text.noMatch}
      columns={[
        { title: text.student, order: 'name', cell: (row) => <Student row={row} customer={customer.slug} locale={locale} /> },
        { title: text.course, cell: ({ course_title }) => course_title },
        { title: text.state, order: 'state', cell: (row) => <State row={row} locale={locale} /> },
        { title: text.responsible, cell: (row) => responsibleOf(row, accountId, locale) },
        {
          title: text.latest,
          order: 'latest',
          cell: ({ last_sent_at }) =>
            last_sent_at ? `${formatRelativeDay(last_sent_at, now, locale)} ${formatTime(last_sent_at, locale)}` : '',
        },
      ]}
    />
  );
}

function Student({ row, customer, locale }: { row: InboxRow; customer: string; locale: Locale }) {
  const text = words[locale];
  const name = `${row.given_name ?? ''} ${row.family_name ?? ''}`.trim();
  return <a href={href('thread', { customer, thread: row.id })}>{name || (row.has_student ? text.inbox.unnamed : text.inbox.former)}</a>;
}

function State({ row, locale }: { row: InboxRow; locale: Locale }) {
  const text = words[locale].inbox;
  const state = row.waiting ? text.waiting : !row.has_student ? text.ended : row.done_at ? text.done : text.answered;
  return (
    <span>
      <Badge kind={row.waiting ? 'caution' : 'plain'}>{state}</Badge> {row.unread && <Badge kind="accent">{text.unread}</Badge>}
    </span>
  );
}

function responsibleOf({ assigned_id, assigned_given_name, assigned_family_name }: InboxRow, accountId: string, locale: Locale): string {
  if (!assigned_id) return words[locale].desk.nobody;
  if (assigned_id === accountId) return words[locale].inbox.you;
  return `${assigned_given_name ?? ''} ${assigned_family_name ?? ''}`.trim();
}
