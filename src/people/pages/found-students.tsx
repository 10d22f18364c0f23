import type { ComponentChildren } from 'preact';
import type { Locale } from '../../ui/locale.ts';
import { SearchedList } from '../../ui/searched-list.tsx';
import type { AskedStudents } from '../asked-students.ts';
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

/** Some of a course's students by name, to do something with. Names that are not shown are not searched. */
export function FoundStudents({ locale, here, searchAt, asked, shown, next, children }: FoundStudentsProps) {
  const text = words[locale].students;
  const { name, after, error } = asked;
  const isSearched = name !== '';
  const hasNames = shown.includes('given_name') || shown.includes('family_name');
  return (
    <SearchedList
      {...{ here, searchAt, next, error, text }}
      field="name"
      searched={name}
      searchable={hasNames && (Boolean(children) || isSearched || after !== undefined)}
      isFirst={!after}
      empty={isSearched ? { title: text.noneFoundTitle, text: text.noneNamed } : { title: text.emptyTitle, text: text.empty }}
    >
      {children}
    </SearchedList>
  );
}
