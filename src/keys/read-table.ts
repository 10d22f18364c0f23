import Papa from 'papaparse';

const delimiters = ['\t', ';', ','] as const;

/**
 * Rows and cells of a list that someone pasted: from a spreadsheet (tabs), from a Swedish file (semicolons) or from any other
 * (commas). A cell in quotes may hold the delimiter, a line break and, doubled, quotes. Each row knows its line.
 */
export function readTable(text: string): { line: number; cells: string[] }[] {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const rows: { line: number; cells: string[] }[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(plain, {
    delimiter: delimiterOf(plain),
    newline: '\n',
    step({ data, meta: { cursor } }) {
      rows.push({ line, cells: data.map((cell) => cell.trim()) });
      line += plain.slice(read, cursor).split('\n').length - 1;
      read = cursor;
    },
  });
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The delimiter that stands most often outside quotes in the first row that has any; none of them: one column. */
function delimiterOf(text: string): string {
  for (const row of text.split('\n')) {
    const bare = row.replaceAll(/"(?:[^"]|"")*"/g, '');
    const [best] = delimiters
      .map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }))
      .sort((a, b) => b.count - a.count);
    if (best && best.count > 0) return best.delimiter;
  }
  return ';';
}
