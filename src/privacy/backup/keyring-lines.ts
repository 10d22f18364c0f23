import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../platform/house.ts';

type LinesHouse = Pick<House, 'secrets' | 'vault'>;

/**
 * `sealed` is what stands on disk, where it may stand there again, and `key` is opened when it is asked for: to open and seal thousands of
 * lines for one that goes costs their number.
 */
export type Line = { readonly key: Buffer; day: string; readonly sealed?: string };
export type Shard = Map<string, Line>;
/** What one file of the keyring says: the keys there are, and who has been forgotten since the last backup began. */
export type Lines = { lines: Shard; forgotten: Forgotten };
/** As they stand on disk, and those that are to be added. */
export type Forgotten = { sealed: string[]; added: Set<string> };

export class KeyringFault extends Error {
  override name = 'KeyringFault';
}

/**
 * What a line begins with when the holder stands sealed only: nobody reads in the keyring who is at which customer, nor who has been
 * forgotten.
 */
const [atCustomer, goneNow] = ['&', '-'];
const keyBytes = 32;
const noKey = Buffer.alloc(keyBytes);

async function textOf({ vault }: LinesHouse, name: string): Promise<string> {
  return readFile(join(vault.keyringFolder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

export async function shardsOf({ vault }: LinesHouse): Promise<string[]> {
  const names = await readdir(vault.keyringFolder).catch(() => []);
  return names.filter((one) => /^[0-9a-f]{2}$/.test(one));
}

export const hasForgotten = async (house: LinesHouse, name: string): Promise<boolean> => /^-/m.test(await textOf(house, name));

export async function readLines(house: LinesHouse, name: string): Promise<Lines> {
  const read: Lines = { lines: new Map(), forgotten: { sealed: [], added: new Set() } };
  const text = await textOf(house, name);
  // One line tells whether the SECRET is the keyring's, before anything is written with it.
  const [first, firstSealed] = partsOf(text.slice(0, text.indexOf('\n')));
  if (text) openLine(house, first, firstSealed);
  for (const line of text.split('\n')) {
    if (!line) continue;
    const [begins, sealed, day] = partsOf(line);
    if (begins === goneNow) read.forgotten.sealed.push(sealed);
    else if (begins === atCustomer) {
      // Sealed anew: two copies of the keyring do not tell which of these lines is the same, and so not who was where.
      const { key, holder } = openLine(house, begins, sealed);
      read.lines.set(holder, { key, day });
    } else read.lines.set(begins, lineOf(house, begins, sealed, day));
  }
  return read;
}

function lineOf(house: LinesHouse, holder: string, sealed: string, day: string): Line {
  return {
    day,
    sealed,
    get key() {
      return openLine(house, holder, sealed).key;
    },
  };
}

function partsOf(line: string): [begins: string, sealed: string, day: string] {
  const [begins = '', day = '', sealed = ''] = line.split('\t');
  return [begins, sealed, day];
}

/** Whether someone is among the forgotten, asked of many: each line is opened once. */
export function openForgotten(house: LinesHouse, { sealed, added }: Forgotten): Set<string> {
  return new Set([...sealed.map((one) => openLine(house, goneNow, one).holder), ...added]);
}

function openLine(house: LinesHouse, begins: string, sealed: string): { key: Buffer; holder: string } {
  try {
    const opened = house.secrets.open('keyring', Buffer.from(sealed, 'base64'));
    const holder = opened.subarray(keyBytes).toString('utf8');
    // The line's holder is sealed with the key: lines cannot be swapped.
    if (begins === goneNow || begins === (holder.includes('/') ? atCustomer : holder)) return { key: opened.subarray(0, keyBytes), holder };
  } catch {
    // Told below: the reason is the same for every line.
  }
  throw new KeyringFault('The keyring is sealed with another SECRET than the one given, or has been changed.');
}

/** Whole or not at all: the new file is on disk before it takes the old one's place. */
export async function writeLines(house: LinesHouse, name: string, { lines, forgotten }: Lines): Promise<void> {
  const folder = house.vault.keyringFolder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const seal = (key: Buffer, holder: string) => house.secrets.seal('keyring', Buffer.concat([key, Buffer.from(holder)])).toString('base64');
  const written = (begins: string, day: string, sealed: string) => `${begins}\t${day}\t${sealed}\n`;
  const text = [
    ...[...lines].map(([holder, line]) =>
      written(holder.includes('/') ? atCustomer : holder, line.day, line.sealed ?? seal(line.key, holder)),
    ),
    ...forgotten.sealed.map((sealed) => written(goneNow, '', sealed)),
    ...[...forgotten.added].map((holder) => written(goneNow, '', seal(noKey, holder))),
  ];
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(text.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

export const removeHalfWritten = ({ vault }: LinesHouse, name: string): Promise<void> =>
  rm(join(vault.keyringFolder, `${name}.part`), { force: true });
