import { href } from '../../routes.ts';
import { ErrorSummary } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { ListOrder, Order } from '../../ui/list-order.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../ui/searched-list.tsx';
import type { Field } from '../visibility.ts';
import {
  progressFilters,
  resultFilters,
  studentOrdersShown,
  type StudentOrder,
  type StudentRow,
  type StudentsWanted,
} from '../students.queries.ts';
import { words } from '../words.ts';
import { CourseLinks } from './course-links.tsx';
import { StudentTable } from './student-table.tsx';

export type StudentsPageProps = {
  locale: Locale;
  customer: string;
  course: { slug: string; title: string; administers: boolean; shown: readonly Field[] };
  students: readonly StudentRow[];
  /** The enrolment to go on after, when there are more. */
  next: string | undefined;
  isFirst: boolean;
  searched: string;
  progress?: StudentsWanted['progress'];
  result?: StudentsWanted['result'];
  order?: StudentsWanted['order'];
  error?: string;
};

export function StudentsPage(props: StudentsPageProps) {
  const { locale, customer, course, students, searched, progress, result, next, isFirst, error } = props;
  const text = words[locale].students;
  const filters = filtersOf(props);
  const isNarrowed = searched !== '' || progress !== undefined || result !== undefined;
  return (
    <>
      {error && <ErrorSummary locale={locale} errors={[{ name: 'name', text: error }]} />}
      <PageHeading
        over={<a href={href('course', { customer, course: course.slug })}>{course.title}</a>}
        title={text.title(course.title)}
        lead={text.lead}
      >
        <CourseLinks customer={customer} course={course.slug} to={linksOf(course)} />
      </PageHeading>
      <SearchedList
        here={href('students', { customer, course: course.slug })}
        field="name"
        searchesNames={searchable(course.shown)}
        searchable={students.length > 0 || isNarrowed || !isFirst}
        filtersInAddress
        order={orderOf(props)}
        {...{ searched, filters, error, next, isFirst, text }}
        empty={isNarrowed ? { title: text.noneFoundTitle, text: text.noneFound } : { title: text.emptyTitle, text: text.empty }}
      >
        {students.length > 0 && (
          <section>
            <StudentTable
              students={students}
              shown={course.shown}
              locale={locale}
              customer={customer}
              caption={searched ? text.found(searched) : text.caption}
            />
          </section>
        )}
      </SearchedList>
    </>
  );
}

/** By what the reader is shown, and by nothing else. */
function filtersOf({ locale, course: { shown }, progress, result }: StudentsPageProps): ListFilter[] {
  const { filters } = words[locale].students;
  const any = { value: '', text: filters.any };
  const byProgress = {
    name: 'progress',
    label: filters.progress,
    options: [any, ...progressFilters.map((value) => ({ value, text: filters.ofProgress[value] }))],
    selected: progress ?? '',
  };
  const byResult = {
    name: 'result',
    label: filters.result,
    options: [any, ...resultFilters.map((value) => ({ value, text: filters.ofResult[value] }))],
    selected: result ?? '',
  };
  return [...(shown.includes('progress') ? [byProgress] : []), ...(shown.includes('result') ? [byResult] : [])];
}

const columns: Record<StudentOrder, Pick<Order, 'column' | 'direction'>> = {
  name: { column: 'name', direction: 'ascending' },
  'name-last': { column: 'name', direction: 'descending' },
  'pages-most': { column: 'pages', direction: 'descending' },
  'pages-least': { column: 'pages', direction: 'ascending' },
  'active-latest': {},
  'active-longest-ago': {},
  'result-best': { column: 'result', direction: 'descending' },
  'result-lowest': { column: 'result', direction: 'ascending' },
};

/** Without names nobody stands by name: the rows then follow what decides nothing, until an order is asked for. */
function orderOf({ locale, course: { shown }, order }: StudentsPageProps): ListOrder | undefined {
  const { orders } = words[locale].students;
  const options = studentOrdersShown(shown).map((value) => ({ value, text: orders[value], ...columns[value] }));
  const usual = searchable(shown) ? [] : [{ value: 'name', text: orders.none }];
  return options.length > 0 ? { options: [...usual, ...options], selected: order } : undefined;
}

const searchable = (shown: readonly Field[]) => shown.includes('given_name') || shown.includes('family_name');

function linksOf({
  administers,
  shown,
}: StudentsPageProps['course']): ('followUp' | 'deadlines' | 'statistics' | 'marking' | 'testTerms' | 'keys' | 'inbox')[] {
  return [
    'followUp',
    ...(administers ? (['deadlines', 'statistics', 'marking', 'testTerms', 'keys'] as const) : []),
    ...(shown.includes('correspondence') ? (['inbox'] as const) : []),
  ];
}
