import { href } from '../../routes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { Field } from '../visibility.ts';
import type { StudentRow } from '../students.queries.ts';
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
  error?: string;
};

export function StudentsPage(props: StudentsPageProps) {
  const { locale, customer, course, students, searched, error } = props;
  const text = words[locale].students;
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
      {searchable(course.shown) && (students.length > 0 || searched || !props.isFirst) && <Search {...props} />}
      {students.length > 0 ? (
        <section>
          <StudentTable
            students={students}
            shown={course.shown}
            locale={locale}
            customer={customer}
            caption={searched ? text.found(searched) : text.caption}
          />
        </section>
      ) : (
        !error && <Nobody searched={searched} locale={locale} />
      )}
      <More {...props} />
    </>
  );
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

// Sent by POST: a name that is searched for must not stand in an address (E-04).
function Search({ locale, customer, course, searched, isFirst, error }: StudentsPageProps) {
  const text = words[locale].students;
  const all = href('students', { customer, course: course.slug });
  return (
    <>
      <Form action={all}>
        <TextField
          name="name"
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
      {searched ? (
        <p>
          <a href={all}>{text.showAll}</a>
        </p>
      ) : (
        !isFirst && (
          <p>
            <a href={all}>{text.first}</a>
          </p>
        )
      )}
    </>
  );
}

function Nobody({ searched, locale }: { searched: string; locale: Locale }) {
  const text = words[locale].students;
  return searched ? (
    <EmptyState title={text.noneFoundTitle}>{text.noneFound}</EmptyState>
  ) : (
    <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
  );
}

function More({ locale, customer, course, next, searched }: StudentsPageProps) {
  if (!next) return null;
  const text = words[locale].students;
  const all = href('students', { customer, course: course.slug });
  if (!searched) {
    return (
      <p>
        <a href={`${all}?efter=${next}`} rel="next">
          {text.more}
        </a>
      </p>
    );
  }
  return (
    <Form action={all}>
      <HiddenField name="name" value={searched} />
      <HiddenField name="after" value={next} />
      <Submit text={text.more} kind="quiet" />
    </Form>
  );
}
