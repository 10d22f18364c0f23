import { nameOf, type CourseWithStudents } from '../../../people/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { addressOf } from '../../../ui/asked-list.ts';
import { ErrorSummary, HiddenField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { ListOrder, Order } from '../../../ui/list-order.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import {
  hasNames,
  ordersShown,
  reasonsShown,
  writeChosen,
  writePlace,
  type AskedInNeed,
  type InNeedOrder,
  type InNeedPlace,
} from '../in-need-place.ts';
import { stuckAfterDays, type InNeed, type OwnGroup } from '../in-need.queries.ts';
import { followUpWords } from '../words.ts';

type InNeedPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  students: readonly InNeed[];
  groups: readonly OwnGroup[];
  asked: AskedInNeed;
  next: InNeedPlace | undefined;
};

/** Who needs help today, why, and what to do about it. */
export function InNeedPage(props: InNeedPageProps) {
  const { locale, at, course, students, asked, next } = props;
  const text = followUpWords[locale];
  const isNarrowed = asked.name !== '' || asked.reason !== undefined || asked.group !== undefined;
  return (
    <>
      <ErrorSummary locale={locale} errors={asked.error ? [{ name: 'name', text: asked.error }] : []} />
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
      <SearchedList
        here={href('followUp', at)}
        field="name"
        searched={asked.name}
        searchesNames={hasNames(course.shown)}
        searchable={students.length > 0 || isNarrowed || asked.after !== undefined}
        filters={filtersOf(props)}
        filtersInAddress
        stepsByPost
        order={orderOf(props)}
        next={next && writePlace(next)}
        isFirst={!asked.after}
        error={asked.error}
        text={text}
        empty={isNarrowed ? { title: text.noneFoundTitle, text: text.noneFound } : { title: text.emptyTitle, text: text.empty }}
      >
        {students.length > 0 && <Students {...props} />}
      </SearchedList>
    </>
  );
}

/** By what the reader is shown, and by nothing else. */
function filtersOf({ locale, course: { shown }, groups, asked }: InNeedPageProps): ListFilter[] {
  const text = followUpWords[locale];
  const any = { value: '', text: text.any };
  const reasons = reasonsShown(shown);
  const byReason = {
    name: 'skal',
    label: text.reason,
    options: [any, ...reasons.map((value) => ({ value, text: text.reasons[value] }))],
    selected: asked.reason ?? '',
  };
  const byGroup = {
    name: 'grupp',
    label: text.group,
    options: [any, ...groups.map(({ id, name }) => ({ value: id, text: name }))],
    selected: asked.group ?? '',
  };
  return [...(reasons.length > 1 ? [byReason] : []), ...(groups.length > 0 ? [byGroup] : [])];
}

function orderOf({ locale, course: { shown }, asked }: InNeedPageProps): ListOrder | undefined {
  const { orders } = followUpWords[locale];
  const columns: Partial<Record<InNeedOrder, Pick<Order, 'column' | 'direction'>>> = {
    reasons: { column: 'reasons', direction: 'descending' },
    name: { column: 'name', direction: 'ascending' },
  };
  const options = ordersShown(shown).map((value) => ({ value, text: orders[value], ...columns[value] }));
  return options.length > 1 ? { options, selected: asked.order } : undefined;
}

function Students({ locale, at, course, students, asked }: InNeedPageProps) {
  const text = followUpWords[locale];
  const writes = course.shown.includes('correspondence');
  const what = {
    title: text.what,
    cell: (student: InNeed) => <Way student={student} writes={writes} at={at} chosen={writeChosen(asked)} locale={locale} />,
  };
  return (
    <Table
      caption={text.caption}
      rows={students}
      empty={text.empty}
      columns={[
        { title: text.name, order: 'name', cell: (student) => nameOf(student) || text.noName },
        { title: text.why, order: 'reasons', cell: (student) => <Reasons student={student} locale={locale} /> },
        ...(writes || students.some(({ in_own_group }) => in_own_group) ? [what] : []),
      ]}
    />
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

type WayProps = { student: InNeed; writes: boolean; at: InNeedPageProps['at']; chosen: ReturnType<typeof writeChosen>; locale: Locale };

/** Whoever reads the correspondence writes in it; a teacher of the student's group reminds, without words. */
function Way({ student, writes, at, chosen, locale }: WayProps) {
  const text = followUpWords[locale];
  const thread = student.waiting_thread;
  if (!writes) {
    if (!student.in_own_group) return null;
    return (
      <form method="post" action={href('remindStudent', { ...at, enrolment: student.id })}>
        {chosen.map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <button class="as-link">
          {text.remind}
          <span class="unseen"> {nameOf(student)}</span>
        </button>
      </form>
    );
  }
  if (thread) return <a href={href('thread', { customer: at.customer, thread })}>{text.answer}</a>;
  return <a href={addressOf(href('nudge', { ...at, enrolment: student.id }), chosen)}>{text.nudge}</a>;
}
