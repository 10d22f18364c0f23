import type { ComponentChildren } from 'preact';
import { EmptyState } from './empty-state.tsx';
import { Form, HiddenField, Submit, TextField } from './form.tsx';
import { ListSteps } from './list-steps.tsx';

type SearchedListProps = {
  /** The list from its beginning, which a search is posted to as well. */
  here: string;
  /** The name of the search's field. */
  field: string;
  searched: string;
  error?: string | undefined;
  /** Whether there is anything to search in or by. */
  searchable: boolean;
  next: string | undefined;
  isFirst: boolean;
  text: { search: string; searchHint: string; searchButton: string; showAll: string; first: string; more: string };
  /** What is said when there is no row. */
  empty: { title: string; text: string };
  /** The table; nothing when it has no row. */
  children: ComponentChildren;
};

/** People by name: searched by POST, since a name that is searched for must not stand in an address (E-04), and read by key. */
export function SearchedList({ here, field, searched, error, searchable, next, isFirst, text, empty, children }: SearchedListProps) {
  return (
    <>
      {searchable && (
        <Form action={here}>
          <TextField
            name={field}
            type="search"
            label={text.search}
            hint={text.searchHint}
            value={searched}
            size={28}
            autocomplete="off"
            spellcheck={false}
            {...(error ? { error } : {})}
          />
          <Submit text={text.searchButton} kind="quiet" />
        </Form>
      )}
      {(searched || !isFirst) && (
        <p>
          <a href={here}>{searched ? text.showAll : text.first}</a>
        </p>
      )}
      {children || (!error && <EmptyState title={empty.title}>{empty.text}</EmptyState>)}
      {!searched ? (
        <ListSteps here={here} next={next} isFirst text={text} />
      ) : (
        next && (
          <Form action={here}>
            <HiddenField name={field} value={searched} />
            <HiddenField name="after" value={next} />
            <Submit text={text.more} kind="quiet" />
          </Form>
        )
      )}
    </>
  );
}
