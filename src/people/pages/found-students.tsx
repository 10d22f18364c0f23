import type { ComponentChildren } from 'preact';
import type { Locale } from '../../ui/locale.ts';
import type { Order } from '../../ui/list-order.tsx';
import { SearchedList } from '../../ui/searched-list.tsx';
import { choosingOrdersShown, type AskedStudents } from '../asked-students.ts';
import type { Field } from '../visibility.ts';
import { words } from '../words.ts';

type FoundStudentsProps = {
  locale: Locale;
  here: string;
  searchAt: string;
  asked: AskedStudents;
  shown: readonly Field[];
  next: string | undefined;
  /** What is shown of the students; nothing when there is nobody. */
  children: ComponentChildren;
};

const ofName: Partial<Record<string, Pick<Order, 'column' | 'direction'>>> = {
  name: { column: 'name', direction: 'ascending' },
  'name-last': { column: 'name', direction: 'descending' },
};

/** Some of a course's students by name, to do something with. Names that are not shown are not searched. */
export function FoundStudents({ locale, here, searchAt, asked, shown, next, children }: FoundStudentsProps) {
  const text = words[locale].students;
  const { name, after, order, error } = asked;
  const isSearched = name !== '';
  const hasNames = shown.includes('given_name') || shown.includes('family_name');
  const options = choosingOrdersShown(shown).map((value) => ({ value, text: text.orders[value], ...ofName[value] }));
  // Without names nobody stands by name: the rows then follow what decides nothing.
  const usual = hasNames ? [] : [{ value: 'name', text: text.orders.none }];
  return (
    <SearchedList
      {...{ here, searchAt, next, error, text }}
      field="name"
      searched={name}
      searchesNames={hasNames}
      order={options.length > 0 ? { options: [...usual, ...options], selected: order } : undefined}
      searchable={options.length > 0 && (Boolean(children) || isSearched || after !== undefined)}
      isFirst={!after}
      empty={isSearched ? { title: text.noneFoundTitle, text: text.noneNamed } : { title: text.emptyTitle, text: text.empty }}
    >
      {children}
    </SearchedList>
  );
}
