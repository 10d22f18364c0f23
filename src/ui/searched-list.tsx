import type { ComponentChildren } from 'preact';
import { EmptyState } from './empty-state.tsx';
import { Form, HiddenField, Select, Submit, TextField } from './form.tsx';
import { addressOf, orderField } from './asked-list.ts';
import { asked as askedOf, OrderedList, OrderField, selectedOf, type ListOrder, type WayToOrder } from './list-order.tsx';

export type ListFilter = { name: string; label: string; options: readonly { value: string; text: string }[]; selected: string };

type SearchedListProps = {
  /** The list from its beginning, which a search is sent to as well, unless that has an address of its own. */
  here: string;
  searchAt?: string;
  /** `get` for what is no person's: it may stand in an address, and be bookmarked. */
  method?: 'get' | 'post';
  /** The name of the search's field; none for a list without anything to search for. */
  field: string;
  searched: string;
  /** What else the list is narrowed by; the empty value is the usual one. */
  filters?: readonly ListFilter[];
  /** In which order it stands: chosen in a field, and by the headings of a table. */
  order?: ListOrder | undefined;
  /** In a list that is searched by POST: what else is asked for stands in the address all the same, and only a search does not. */
  filtersInAddress?: boolean;
  /** Where to go on is more than an id, and is not put in an address. */
  stepsByPost?: boolean;
  error?: string | undefined;
  /** Whether there is anything to search in or by. */
  searchable: boolean;
  /** Whether names are searched; the rest of the form stands without. */
  searchesNames?: boolean;
  next: string | undefined;
  isFirst: boolean;
  text: { search: string; searchHint?: string; searchButton: string; showAll: string; first: string; more: string };
  /** What is said when there is no row. */
  empty: { title: string; text: ComponentChildren };
  /** The table; nothing when it has no row. */
  children: ComponentChildren;
};

/**
 * A list that is searched, narrowed, put in order and read by key. People are searched for by POST, since a name that is searched for
 * must not stand in an address (E-04).
 */
export function SearchedList(props: SearchedListProps) {
  const { here, searchAt = here, field, order, searchable, next, isFirst, text, error, empty, children } = props;
  const { narrowed, isPosted, inAddress, posted } = askedIn(props);
  const start = addressOf(here, inAddress);
  const again = `${field}-again`;
  const way: WayToOrder = isPosted
    ? { form: again }
    : { hrefFor: (value) => addressOf(here, [...inAddress.filter(([name]) => name !== orderField), [orderField, value]]) };
  return (
    <>
      {searchable && <Search {...props} />}
      {narrowed && (
        <p>
          <a href={addressOf(here, orderOf(order))}>{text.showAll}</a>
        </p>
      )}
      {!isFirst && !isPosted && (
        <p>
          <a href={start}>{text.first}</a>
        </p>
      )}
      {isPosted && order && (
        <form id={again} method="post" action={searchAt}>
          <HiddenFields fields={posted.filter(([name]) => name !== orderField)} />
        </form>
      )}
      {children ? (
        <OrderedList value={order && { order, way }}>{children}</OrderedList>
      ) : (
        !error && <EmptyState title={empty.title}>{empty.text}</EmptyState>
      )}
      {next && (isPosted || props.stepsByPost) && (
        <Form action={searchAt}>
          <HiddenFields fields={[...posted, ['after', next]]} />
          <Submit text={text.more} kind="quiet" />
        </Form>
      )}
      {next && !isPosted && !props.stepsByPost && (
        <p>
          <a href={addressOf(here, [...inAddress, ['efter', next]])} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

type Fields = [name: string, value: string][];

const orderOf = (order: ListOrder | undefined): Fields => {
  const value = order ? askedOf(order, selectedOf(order)) : '';
  return value ? [[orderField, value]] : [];
};

/** What is asked of the list: what of it stands in an address, and whether something of it may not. */
function askedIn({ field, searched, filters = [], order, method = 'post', filtersInAddress = false }: SearchedListProps) {
  const chosen = filters.map(({ name, selected }): Fields[number] => [name, selected]).filter(([, value]) => value !== '');
  const sought: Fields = searched === '' ? [] : [[field, searched]];
  const isOpen = method === 'get';
  const isPosted = !isOpen && (sought.length > 0 || (chosen.length > 0 && !filtersInAddress));
  return {
    narrowed: sought.length + chosen.length > 0,
    isPosted,
    inAddress: [...(isOpen ? sought : []), ...(isOpen || filtersInAddress ? chosen : []), ...orderOf(order)],
    posted: [[field, searched] as Fields[number], ...chosen, ...orderOf(order)],
  };
}

const HiddenFields = ({ fields }: { fields: Fields }) => (
  <>
    {fields.map(([name, value]) => (
      <HiddenField key={name} name={name} value={value} />
    ))}
  </>
);

function Search(props: SearchedListProps) {
  const { here, searchAt = here, method = 'post', field, searched, order, filters = [], error, searchesNames = true, text } = props;
  return (
    <Form action={searchAt} method={method}>
      {searchesNames && (
        <TextField
          name={field}
          type="search"
          label={text.search}
          {...(text.searchHint ? { hint: text.searchHint } : {})}
          value={searched}
          size={28}
          autocomplete="off"
          spellcheck={false}
          {...(error ? { error } : {})}
        />
      )}
      {(filters.length > 0 || order) && (
        <div class="filters">
          {filters.map((filter) => (
            <Select key={filter.name} {...filter} />
          ))}
          <OrderField order={order} />
        </div>
      )}
      <Submit text={text.searchButton} kind="quiet" />
    </Form>
  );
}
