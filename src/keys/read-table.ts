const delimiters = ['\t', ';', ','] as const;

/**
 * Rows and cells of a list that someone pasted: from a spreadsheet (tabs), from a Swedish file (semicolons) or from any other
 * (commas). A cell in quotes may hold the delimiter, a line break and, doubled, quotes. Each row knows its line.
 */
export function readTable(text: string): { line: number; cells: string[] }[] {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  return readCells(plain, delimiterOf(plain)).filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The delimiter that stands most often outside quotes in the first row that has any; none of them: one column. */
function delimiterOf(text: string): string {
  for (const { cells } of readCells(text, '\n')) {
    const bare = cells.join('').replaceAll(/"(?:[^"]|"")*"/g, '');
    const [best] = delimiters
      .map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }))
      .sort((a, b) => b.count - a.count);
    if (best && best.count > 0) return best.delimiter;
  }
  return ';';
}

function readCells(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '\n') line += 1;
    if (quoted && character === '"' && text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"' && (quoted || cell.trim() === '')) {
      if (!quoted) cell = '';
      quoted = !quoted;
    } else if (!quoted && character === '\n') endRow();
    else if (!quoted && character === delimiter) endCell();
    else cell += character;
  }
  endRow();
  return rows;
}
