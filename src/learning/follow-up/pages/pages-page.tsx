import { FoundStudents, nameOf, type AskedStudents, type CourseWithStudents, type StudentRow } from '../../../people/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorSummary } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { followUpWords } from '../words.ts';

type PagesPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  asked: AskedStudents;
  students: readonly StudentRow[];
  done: ReadonlyMap<string, readonly number[]>;
  next: string | undefined;
};

/** Students by pages. Each cell says in words what its colour shows. */
export function PagesPage({ locale, at, course, asked, students, done, next }: PagesPageProps) {
  const text = followUpWords[locale];
  const positions = Array.from({ length: Math.max(0, ...students.map(({ pages }) => pages)) }, (_, index) => index + 1);
  const cell = ({ id, pages }: StudentRow, position: number) => {
    if (position > pages) return <span class="heat">{text.noPage}</span>;
    const isDone = done.get(id)?.includes(position);
    return <span class={isDone ? 'heat done' : 'heat'}>{isDone ? text.isDone : text.notDone}</span>;
  };
  return (
    <>
      <ErrorSummary locale={locale} errors={asked.error ? [{ name: 'name', text: asked.error }] : []} />
      <PageHeading over={<a href={href('students', at)}>{course.title}</a>} title={text.pagesTitle(course.title)} lead={text.pagesLead}>
        <ButtonLink kind="quiet" href={href('followUp', at)}>
          {text.toNeed}
        </ButtonLink>
      </PageHeading>
      <FoundStudents
        {...{ locale, asked, next, shown: course.shown }}
        here={href('followUpPages', at)}
        searchAt={href('searchFollowUpPages', at)}
      >
        {students.length > 0 && (
          <div class="scrolls" role="region" aria-label={text.pagesCaption} tabIndex={0}>
            <Table
              caption={text.pagesCaption}
              rows={students}
              empty={text.noStudents}
              columns={[
                { title: text.name, order: 'name', cell: (student) => nameOf(student) || text.noName },
                ...positions.map((position) => ({ title: text.page(position), cell: (student: StudentRow) => cell(student, position) })),
              ]}
            />
          </div>
        )}
      </FoundStudents>
    </>
  );
}
