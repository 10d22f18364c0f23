import { href } from '../../routes.ts';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { nameOf } from '../student.ts';
import type { StudentRow } from '../students.queries.ts';
import type { Field } from '../visibility.ts';
import { words } from '../words.ts';

type StudentTableProps = {
  students: readonly StudentRow[];
  shown: readonly Field[];
  locale: Locale;
  customer: string;
  caption: string;
};

export function StudentTable({ students, shown, locale, customer, caption }: StudentTableProps) {
  const text = words[locale].students;
  return (
    <Table
      caption={caption}
      rows={students}
      empty={text.empty}
      columns={columnsFor(locale, customer).flatMap(({ field, ...column }) => (!field || shown.includes(field) ? [column] : []))}
    />
  );
}

/** What the customer does not let the reader see has no column. */
function columnsFor(locale: Locale, customer: string): (Column<StudentRow> & { field?: Field })[] {
  const text = words[locale].students;
  const number = (value: number | null) => formatNumber(value ?? 0, locale);
  return [
    { title: text.name, order: 'name', cell: (student) => <Who student={student} noName={text.noName} /> },
    {
      field: 'progress',
      title: text.progress,
      order: 'pages',
      cell: ({ pages_done, pages }) => text.pagesDone(number(pages_done), number(pages)),
    },
    { field: 'result', title: text.result, order: 'result', cell: (student) => resultOf(student, locale) },
    {
      field: 'progress',
      title: text.completed,
      cell: ({ completed_at }) => (completed_at ? formatDate(completed_at, locale) : text.notCompleted),
    },
    {
      field: 'correspondence',
      title: text.correspondence,
      cell: (student) => <Waiting student={student} locale={locale} customer={customer} />,
    },
  ];
}

// Together in the row's name: there a long address may go on in the next line, on a phone too.
function Who({ student, noName }: { student: StudentRow; noName: string }) {
  return (
    <>
      {nameOf(student) || noName}
      {student.email && (
        <>
          <br />
          <span class="hint">{student.email}</span>
        </>
      )}
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
