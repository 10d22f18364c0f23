import { href } from '../../routes.ts';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import { nameOf } from '../student.ts';
import type { StudentRow } from '../students.queries.ts';
import { words } from '../words.ts';

type StudentTableProps = { students: readonly StudentRow[]; locale: Locale; customer: string; caption: string };

export function StudentTable({ students, locale, customer, caption }: StudentTableProps) {
  const text = words[locale].students;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Table
      caption={caption}
      rows={students}
      empty={text.empty}
      columns={[
        { title: text.name, cell: (student) => <Who student={student} noName={text.noName} /> },
        { title: text.progress, cell: ({ pages_done, pages }) => text.pagesDone(number(pages_done), number(pages)) },
        { title: text.result, cell: (student) => resultOf(student, locale) },
        { title: text.completed, cell: ({ completed_at }) => (completed_at ? formatDate(completed_at, locale) : text.notCompleted) },
        { title: text.correspondence, cell: (student) => <Waiting student={student} locale={locale} customer={customer} /> },
      ]}
    />
  );
}

// Together in the row's name: there a long address may go on in the next line, on a phone too.
function Who({ student, noName }: { student: StudentRow; noName: string }) {
  return (
    <>
      {nameOf(student) || noName}
      <br />
      <span class="hint">{student.email}</span>
    </>
  );
}

function resultOf({ points, max_points, passed }: StudentRow, locale: Locale): string {
  const text = words[locale].students;
  if (passed === null) return text.noResult;
  const shown = text.points(formatNumber(points ?? 0, locale), formatNumber(max_points ?? 0, locale));
  return passed ? text.passed(shown) : text.notPassed(shown);
}

function Waiting({ student, locale, customer }: { student: StudentRow; locale: Locale; customer: string }) {
  const text = words[locale].students;
  const { waiting_thread: thread, waiting_since: since } = student;
  if (!thread || !since) return <>{text.notWaiting}</>;
  return <a href={href('thread', { customer, thread })}>{text.waiting(formatDate(since, locale))}</a>;
}
