import { href } from '../../routes.ts';
import { ErrorSummary } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { AskedStudents } from '../asked-students.ts';
import type { Mate, OwnCourse } from '../own-courses.queries.ts';
import { nameOf } from '../student.ts';
import { words } from '../words.ts';

type CourseMatesPageProps = {
  locale: Locale;
  customer: string;
  course: OwnCourse;
  asked: AskedStudents;
  mates: readonly Mate[];
  next: string | undefined;
};

export function CourseMatesPage({ locale, customer, course, asked, mates, next }: CourseMatesPageProps) {
  const text = words[locale].mates;
  const { name, after, error } = asked;
  return (
    <>
      {error && <ErrorSummary locale={locale} errors={[{ name: 'name', text: error }]} />}
      <PageHeading
        over={<a href={href('continueCourse', { customer, course: course.slug })}>{course.title}</a>}
        title={text.title(course.title)}
        lead={text.lead}
      />
      <SearchedList
        here={href('courseMates', { customer, course: course.slug })}
        field="name"
        searched={name}
        searchable={mates.length > 0 || name !== '' || after !== undefined}
        isFirst={!after}
        empty={name ? { title: text.noneFoundTitle, text: text.noneFound } : { title: text.emptyTitle, text: text.empty }}
        {...{ error, next, text }}
      >
        {mates.length > 0 && (
          <Table
            caption={text.caption}
            captionHidden
            rows={mates}
            empty={text.empty}
            columns={[{ title: text.name, cell: (mate: Mate) => nameOf(mate) || text.noName }]}
          />
        )}
      </SearchedList>
      <p class="facts">
        <a href={href('whoSeesWhom', { customer })}>{text.whoSeesWhom}</a>
      </p>
    </>
  );
}
