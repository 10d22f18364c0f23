import type { ComponentChildren } from 'preact';
import { EmptyState } from './empty-state.tsx';
import { Form, HiddenField, Select, Submit, TextField } from './form.tsx';

export type ListFilter = { name: string; label: string; options: readonly { value: string; text: string }[]; selected: string };

type SearchedListProps = {
  /** The list from its beginning, which a search is sent to as well, unless that has an address of its own. */
  here: string;
  searchAt?: string;
  /** `get` for what is no person's: it may stand in an address, and be bookmarked. */
  method?: 'get' | 'post';
  /** The name of the search's field. */
  field: string;
  searched: string;
  /** What else the list is narrowed or ordered by; the empty value is the usual one. */
  filters?: readonly ListFilter[];
  error?: string | undefined;
  /** Whether there is anything to search in or by. */
  searchable: boolean;
  next: string | undefined;
  isFirst: boolean;
  text: { search: string; searchHint?: string; searchButton: string; showAll: string; first: string; more: string };
  /** What is said when there is no row. */
  empty: { title: string; text: ComponentChildren };
  /** The table; nothing when it has no row. */
  children: ComponentChildren;
};

/**
 * A list that is searched, narrowed and read by key. People are searched for by POST, since a name that is searched for must
 * not stand in an address (E-04).
 */
export function SearchedList(props: SearchedListProps) {
  const { here, searchAt = here, method = 'post', searchable, next, isFirst, text, error, empty, children } = props;
  const asked = askedIn(props);
  const query = method === 'get' ? new URLSearchParams(asked).toString() : '';
  const start = query ? `${here}?${query}` : here;
  const stepsByPost = method === 'post' && asked.length > 0;
  return (
    <>
      {searchable && <Search {...props} />}
      {asked.length > 0 && (
        <p>
          <a href={here}>{text.showAll}</a>
        </p>
      )}
      {!isFirst && !stepsByPost && (
        <p>
          <a href={start}>{text.first}</a>
        </p>
      )}
      {children || (!error && <EmptyState title={empty.title}>{empty.text}</EmptyState>)}
      {next && stepsByPost && (
        <Form action={searchAt}>
          {asked.map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <HiddenField name="after" value={next} />
          <Submit text={text.more} kind="quiet" />
        </Form>
      )}
      {next && !stepsByPost && (
        <p>
          <a href={`${start}${query ? '&' : '?'}efter=${next}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

const askedIn = ({ field, searched, filters = [] }: SearchedListProps): [string, string][] =>
  [[field, searched] as [string, string], ...filters.map(({ name, selected }): [string, string] => [name, selected])].filter(
    ([, value]) => value !== '',
  );

function Search({ here, searchAt = here, method = 'post', field, searched, filters = [], error, text }: SearchedListProps) {
  return (
    <Form action={searchAt} method={method}>
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
      {filters.length > 0 && (
        <div class="filters">
          {filters.map((filter) => (
            <Select key={filter.name} {...filter} />
          ))}
        </div>
      )}
      <Submit text={text.searchButton} kind="quiet" />
    </Form>
  );
}
