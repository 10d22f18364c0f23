import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { HiddenField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { ListOrder } from '../../../ui/list-order.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { InLanguage } from '../../pages/in-language.tsx';
import { courseStates, type CoursesWanted, type CourseToRun } from '../course.queries.ts';
import type { Template } from '../../templates/template.queries.ts';
import { templateWords } from '../../templates/words.ts';
import { words as packageWords } from '../../packages/words.ts';
import { words } from '../words.ts';

type CoursesToRunPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  courses: readonly CourseToRun[];
  wanted: CoursesWanted;
  next: string | undefined;
  templates: readonly Template[];
  mayCreate: boolean;
  /** A fresh id for each copy that this page can send. */
  newId: () => string;
};

export function CoursesToRunPage(props: CoursesToRunPageProps) {
  const { locale, customer, courses, wanted, templates, mayCreate } = props;
  const text = words[locale].list;
  const isAll = wanted.title === '' && !wanted.state;
  const none = isAll && courses.length === 0;
  const create = mayCreate && (
    <>
      <ButtonLink href={href('newCourse', { customer: customer.slug })}>{text.create}</ButtonLink>{' '}
      <ButtonLink href={href('importCourse', { customer: customer.slug })} kind="quiet">
        {packageWords[locale].link}
      </ButtonLink>
    </>
  );
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        {!none && create}
      </PageHeading>
      {none ? (
        <EmptyState title={text.emptyTitle}>
          <p>{mayCreate ? text.empty : text.emptyReader}</p>
          {create && <p>{create}</p>}
        </EmptyState>
      ) : (
        <Courses {...props} isAll={isAll} />
      )}
      {templates.length > 0 && <Templates locale={locale} customer={customer.slug} templates={templates} />}
    </>
  );
}

function Courses(props: CoursesToRunPageProps & { isAll: boolean }) {
  const { locale, customer, courses, wanted, next, isAll } = props;
  const { list: text, state } = words[locale];
  const isFirst = !wanted.after;
  return (
    <SearchedList
      here={href('coursesToRun', { customer: customer.slug })}
      method="get"
      field="sok"
      searched={wanted.title}
      searchable={!isAll || !isFirst || courses.length > 1}
      filters={[
        {
          name: 'lage',
          label: text.state,
          options: [{ value: '', text: text.anyState }, ...courseStates.map((value) => ({ value, text: state.of[value] }))],
          selected: wanted.state ?? '',
        },
      ]}
      order={orderOf(props)}
      {...{ next, isFirst, text }}
      empty={{ title: text.noneTitle, text: text.none }}
    >
      {courses.length > 0 && <CourseTable {...props} />}
    </SearchedList>
  );
}

function orderOf({ locale, wanted }: CoursesToRunPageProps): ListOrder {
  const { orders } = words[locale].list;
  const options: ListOrder['options'] = [
    { value: 'title', text: orders.title, column: 'title', direction: 'ascending' },
    { value: 'published', text: orders.published, column: 'state', direction: 'descending' },
  ];
  return { options, selected: wanted.order };
}

function CourseTable({ locale, customer, courses, newId }: CoursesToRunPageProps) {
  const text = words[locale].list;
  return (
    <Table
      caption={text.caption}
      rows={courses}
      empty={text.empty}
      columns={[
        {
          title: text.course,
          order: 'title',
          cell: (course) => (
            <a href={href('draft', { customer: customer.slug, course: course.slug })}>
              <InLanguage language={course.language} locale={locale}>
                {course.title}
              </InLanguage>
            </a>
          ),
        },
        { title: text.state, order: 'state', cell: (course) => <State course={course} locale={locale} /> },
        { title: text.catalogue, cell: (course) => (course.published_at && course.listed_at ? text.listed : text.unlisted) },
        {
          title: text.copy,
          cell: (course) => (
            <form method="post" action={href('duplicateCourse', { customer: customer.slug, course: course.slug })}>
              <HiddenField name="id" value={newId()} />
              <button class="as-link">
                {text.duplicate}
                <span class="unseen"> {course.title}</span>
              </button>
            </form>
          ),
        },
      ]}
    />
  );
}

function Templates({ locale, customer, templates }: { locale: Locale; customer: string; templates: readonly Template[] }) {
  const text = templateWords[locale];
  return (
    <section aria-labelledby="mallar">
      <h2 id="mallar">{text.title}</h2>
      <p>{text.lead}</p>
      <ul>
        {templates.map(({ id, slug, title, language }) => (
          <li key={id}>
            <a href={href('draft', { customer, course: slug })}>
              <InLanguage language={language} locale={locale}>
                {title}
              </InLanguage>
            </a>{' '}
            ·{' '}
            <a href={`${href('newCourse', { customer })}?mall=${id}`}>
              {text.use}
              <span class="unseen"> {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Draft, published, or changed since: in words, and in colour only beside them. */
export function State({ course, locale }: { course: CourseToRun; locale: Locale }) {
  const text = words[locale].state;
  if (course.isTemplate) return <Badge>{templateWords[locale].isTemplate}</Badge>;
  if (!course.published_at) return <Badge kind="caution">{text.draft}</Badge>;
  const date = formatDate(course.published_at, locale);
  return <>{course.changed_at ? text.changed(date) : text.published(date)}</>;
}
