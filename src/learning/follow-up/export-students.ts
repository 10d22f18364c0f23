import { listStudents, studentsPerPage, type StudentRow } from '../../people/index.ts';
import { spreadsheetCsv } from '../../platform/spreadsheet-csv.ts';
import type { Tx } from '../../platform/database.ts';
import { formatShortDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Course } from './follow-up.queries.ts';
import { followUpWords } from './words.ts';

const most = 10_000;
type Value = string | number;

/** Everyone in the course, page after page of the same list that is shown: nothing is in the file that is not on the screen. */
export async function everyStudent(tx: Tx, { customerId, courseId, shown }: Course): Promise<StudentRow[]> {
  const students: StudentRow[] = [];
  for (let after: string | undefined; students.length < most; after = students.at(-1)?.id) {
    const found = await listStudents(tx, { customerId, courseId, shown, name: '', after });
    students.push(...found.slice(0, studentsPerPage));
    if (found.length <= studentsPerPage) break;
  }
  return students;
}

const columnsOf = {
  given_name: ['given_name'],
  family_name: ['family_name'],
  email: ['email'],
  progress: ['pages_done', 'pages', 'completed_at'],
  result: ['points', 'max_points', 'passed'],
  correspondence: [],
} as const;

const orderOfFields = Object.keys(columnsOf) as (keyof typeof columnsOf)[];

function tableOf(students: readonly StudentRow[], shown: Course['shown'], locale: Locale): Value[][] {
  const text = followUpWords[locale];
  const columns = orderOfFields.filter((field) => shown.includes(field)).flatMap((field) => columnsOf[field]);
  const value = (cell: StudentRow[(typeof columns)[number]]): Value => {
    if (cell === null) return '';
    if (cell instanceof Date) return formatShortDate(cell);
    return typeof cell === 'boolean' ? (cell ? text.yes : text.no) : cell;
  };
  return [columns.map((name) => text.columns[name]), ...students.map((student) => columns.map((name) => value(student[name])))];
}

export const studentsCsv = (students: readonly StudentRow[], shown: Course['shown'], locale: Locale): Buffer =>
  Buffer.from(spreadsheetCsv(tableOf(students, shown, locale).map((row) => row.map(String))));

/** Each cell says that it is text or a number: a name that begins with = is a name. */
export async function studentsXlsx(students: readonly StudentRow[], shown: Course['shown'], locale: Locale): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const cell = (value: Value) => (typeof value === 'number' ? { type: Number, value } : { type: String, value });
  return writeXlsxFile(tableOf(students, shown, locale).map((row) => row.map(cell))).toBuffer();
}
