import { readTable } from './read-table.ts';

/** A person of a pasted list, as it was read: nothing is judged here. */
export type ListedPerson = { line: number; email: string; givenName: string; familyName: string };

type Field = 'email' | 'givenName' | 'familyName' | 'name';

const headings: Record<Field, string[]> = {
  email: ['mejl', 'mejladress', 'mail', 'mailadress', 'epost', 'epostadress', 'email', 'emailaddress', 'mailaddress', 'address'],
  givenName: ['förnamn', 'tilltalsnamn', 'givenname', 'firstname', 'forename', 'given', 'first'],
  familyName: ['efternamn', 'familyname', 'lastname', 'surname', 'family', 'last'],
  name: ['namn', 'fullständigtnamn', 'helanamnet', 'name', 'fullname', 'student', 'elev', 'deltagare', 'person'],
};

const headingOf = (cell: string): Field | undefined => {
  const bare = cell
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '');
  return (Object.keys(headings) as Field[]).find((field) => headings[field].includes(bare));
};

/** Reads a list with headings in Swedish or English, in any order, or without any. Columns it does not know are left out. */
export function readPeopleList(text: string): ListedPerson[] {
  const rows = readTable(text);
  const first = rows[0]?.cells ?? [];
  const named = first.map(headingOf);
  const hasHeadings = named.includes('email') && !first.some((cell) => cell.includes('@'));
  const people = hasHeadings ? rows.slice(1) : rows;
  const columns = hasHeadings ? named : guessedColumns(people.map(({ cells }) => cells));
  return people.map(({ line, cells }) => personOf(line, cells, columns));
}

/** The headings of columns that are left out, so that whoever pastes the list can be told. */
export function unknownColumns(text: string): string[] {
  const first = readTable(text)[0]?.cells ?? [];
  const hasHeadings = first.some((cell) => headingOf(cell) === 'email') && !first.some((cell) => cell.includes('@'));
  return hasHeadings ? first.filter((cell) => cell !== '' && !headingOf(cell)) : [];
}

/** Without headings: the address is where most cells have an @, and what else there is are names. */
function guessedColumns(rows: string[][]): (Field | undefined)[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const counts = Array.from({ length: width }, (_, column) => rows.filter((cells) => cells[column]?.includes('@')).length);
  const email = counts.indexOf(Math.max(0, ...counts));
  const others = counts.map((_, column) => column).filter((column) => column !== email && rows.some((cells) => isName(cells[column])));
  const fields: Field[] = others.length === 1 ? ['name'] : ['givenName', 'familyName'];
  return counts.map((_, column) => (column === email ? 'email' : fields[others.indexOf(column)]));
}

const isName = (cell = ''): boolean => /^\p{L}/u.test(cell) && !/[\d@]/.test(cell);

function personOf(line: number, cells: string[], columns: (Field | undefined)[]): ListedPerson {
  const cell = (field: Field) => cells[columns.indexOf(field)] ?? '';
  const address = /^(.*?)<([^<>]+)>$/.exec(cell('email'));
  const whole = namesOf(cell('name') || address?.[1]?.trim() || '');
  return {
    line,
    email: (address?.[2] ?? cell('email')).trim().normalize('NFC').toLowerCase(),
    givenName: cell('givenName') || whole.givenName,
    familyName: cell('familyName') || (cell('givenName') ? '' : whole.familyName),
  };
}

/** "Aino Mäkelä", and "Mäkelä, Aino" as registers write it. */
function namesOf(name: string): { givenName: string; familyName: string } {
  const [family = '', given] = name.split(',').map((part) => part.trim());
  if (given) return { givenName: given, familyName: family };
  const at = name.lastIndexOf(' ');
  return at < 0 ? { givenName: name, familyName: '' } : { givenName: name.slice(0, at).trim(), familyName: name.slice(at + 1) };
}
