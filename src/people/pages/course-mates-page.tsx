import { href } from '../../routes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSteps } from '../../ui/list-steps.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { Mate, OwnCourse } from '../own-courses.queries.ts';
import { nameOf } from '../student.ts';
import { words } from '../words.ts';

type CourseMatesPageProps = {
  locale: Locale;
  customer: string;
  course: OwnCourse;
  mates: readonly Mate[];
  next: string | undefined;
  isFirst: boolean;
};

export function CourseMatesPage({ locale, customer, course, mates, next, isFirst }: CourseMatesPageProps) {
  const text = words[locale].mates;
  const here = href('courseMates', { customer, course: course.slug });
  const byName = mates.map((mate) => nameOf(mate)).sort(new Intl.Collator('sv').compare);
  return (
    <>
      <PageHeading
        over={<a href={href('continueCourse', { customer, course: course.slug })}>{course.title}</a>}
        title={text.title(course.title)}
        lead={text.lead}
      />
      {mates.length === 0 && isFirst ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.caption}
          captionHidden
          rows={byName}
          empty={text.empty}
          columns={[{ title: text.name, cell: (name) => name || text.noName }]}
        />
      )}
      <ListSteps here={here} {...{ next, isFirst, text }} />
      <p class="facts">
        <a href={href('whoSeesWhom', { customer })}>{text.whoSeesWhom}</a>
      </p>
    </>
  );
}
