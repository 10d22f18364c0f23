import { createHmac } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../../platform/house.ts';
import { KeyringFault, type Line, type Shard } from '../keyring-lines.ts';
import { openWith, sealFor } from '../seal.ts';
import { choiceTables, type ChoiceRow, type ChoiceTable } from './choices-made.ts';

type LinesHouse = Pick<House, 'vault'>;
/** As it stands in the file: whose and which, told only by the person's own key; the day; what was chosen, sealed with that key. */
export type ChoiceLine = { whose: string; which: string; day: string; sealed: string };
export type Noted = { table: ChoiceTable; row: ChoiceRow };

const folderOf = ({ vault }: LinesHouse): string => join(vault.keyringFolder, 'choices');
const sealedAs = 'choice';

/** What a person is called in the journal. Without their key it is nobody's, so whoever is erased has no line that says anything. */
export const labelOfKey = (key: Buffer): string => digest(key, 'whose');
const digest = (key: Buffer, what: string): string => createHmac('sha256', key).update(`kursiv choice\n${what}`).digest('hex').slice(0, 32);

/** The same choice in the same state gives the same `which`, so that noting it again is known for that. */
export function lineOf(key: Buffer, noted: Noted, day: string): ChoiceLine {
  const text = JSON.stringify(noted);
  return { whose: labelOfKey(key), which: digest(key, text), day, sealed: sealFor([key], sealedAs, text) };
}

export const whichOf = (key: Buffer, noted: Noted): string => digest(key, JSON.stringify(noted));

/** What a line says, if its person is still in the keyring. */
export function openLine(keys: Map<string, Buffer>, line: ChoiceLine): Noted | undefined {
  const key = keys.get(line.whose);
  if (!key) return undefined;
  try {
    const noted = JSON.parse(openWith([key], sealedAs, line.sealed)) as Noted;
    if (choiceTables.includes(noted.table) && whichOf(key, noted) === line.which) return noted;
  } catch {
    // Told below: the reason is the same for every line.
  }
  throw new KeyringFault('The journal of choices has been changed or damaged.');
}

export const keysByLabel = (shard: Shard): Map<string, Buffer> =>
  new Map([...shard.values()].map(({ key }: Line) => [labelOfKey(key), key]));

export async function shardsOfChoices(house: LinesHouse): Promise<string[]> {
  const names = await readdir(folderOf(house)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((one) => /^[0-9a-f]{2}$/.test(one)).toSorted();
}

export async function readChoices(house: LinesHouse, shard: string): Promise<ChoiceLine[]> {
  const text = await readFile(join(folderOf(house), shard), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const [whose, which, day, sealed] = line.split('\t');
    if (!line) return [];
    if (!whose || !which || !day || !sealed) throw new KeyringFault('The journal of choices has been changed or damaged.');
    return { whose, which, day, sealed };
  });
}

/** Whole or not at all, as the keyring's own files. Only while nobody else changes the keyring. */
export async function writeChoices(house: LinesHouse, shard: string, lines: ChoiceLine[]): Promise<void> {
  await mkdir(folderOf(house), { recursive: true, mode: 0o700 });
  const path = join(folderOf(house), shard);
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(lines.map(({ whose, which, day, sealed }) => `${whose}\t${which}\t${day}\t${sealed}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
