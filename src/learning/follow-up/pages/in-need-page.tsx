import { nameOf, type CourseWithStudents } from '../../../people/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { mostToHelp, stuckAfterDays, type InNeed } from '../follow-up.queries.ts';
import { followUpWords } from '../words.ts';

type InNeedPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  students: readonly InNeed[];
};

/** Who needs help today, why, and what to do about it. */
export function InNeedPage({ locale, at, course, students }: InNeedPageProps) {
  const text = followUpWords[locale];
  return (
    <>
      <PageHeading
        over={<a href={href('students', at)}>{course.title}</a>}
        title={text.title(course.title)}
        lead={text.lead(stuckAfterDays)}
      >
        {course.shown.includes('progress') && (
          <ButtonLink kind="quiet" href={href('followUpPages', at)}>
            {text.toPages}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={href('followUpCsv', at)}>
          {text.csv}
        </ButtonLink>
        <ButtonLink kind="quiet" href={href('followUpXlsx', at)}>
          {text.xlsx}
        </ButtonLink>
      </PageHeading>
      {students.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.caption}
          rows={students}
          empty={text.empty}
          columns={[
            { title: text.name, cell: (student) => nameOf(student) || text.noName },
            { title: text.why, cell: (student) => <Reasons student={student} locale={locale} /> },
            ...(course.shown.includes('correspondence') || students.some(({ in_own_group }) => in_own_group)
              ? [
                  {
                    title: text.what,
                    cell: (student: InNeed) => (
                      <Way student={student} writes={course.shown.includes('correspondence')} at={at} locale={locale} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {students.length === mostToHelp && <p class="facts">{text.most(mostToHelp)}</p>}
    </>
  );
}

function Reasons({ student, locale }: { student: InNeed; locale: Locale }) {
  const text = followUpWords[locale];
  const reasons = [
    student.overdue && student.due_at && text.overdue(formatDate(student.due_at, locale)),
    student.still_days !== null && text.still(student.still_days),
    student.failed !== null && text.failed(student.failed),
    student.waiting_thread && text.waiting,
  ].filter(Boolean);
  return <>{reasons.map((reason, index) => (index === 0 ? reason : [<br key={index} />, reason]))}</>;
}

type WayProps = { student: InNeed; writes: boolean; at: InNeedPageProps['at']; locale: Locale };

/** Whoever reads the correspondence writes in it; a teacher of the student's group reminds, without words. */
function Way({ student, writes, at, locale }: WayProps) {
  const text = followUpWords[locale];
  const thread = student.waiting_thread;
  if (!writes) {
    if (!student.in_own_group) return null;
    return (
      <form method="post" action={href('remindStudent', { ...at, enrolment: student.id })}>
        <button class="as-link">
          {text.remind}
          <span class="unseen"> {nameOf(student)}</span>
        </button>
      </form>
    );
  }
  if (thread) return <a href={href('thread', { customer: at.customer, thread })}>{text.answer}</a>;
  return <a href={href('nudge', { ...at, enrolment: student.id })}>{text.nudge}</a>;
}
