import { inflateSync } from 'node:zlib';

const headLength = { woff: 44, sfnt: 12 };
const entryLength = { woff: 20, sfnt: 16 };

/**
 * A font as it was before it was packed as WOFF 1.0 (W3C): the same tables, each of them inflated. What draws with a packed font
 * inflates the table of outlines anew for every letter.
 * @throws when a table does not inflate to the length that the file tells.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This font is not packed as WOFF.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => unpackTable(woff, headLength.woff + index * entryLength.woff));
  const directory = Buffer.alloc(headLength.sfnt + count * entryLength.sfnt);
  woff.copy(directory, 0, 4, 8); // which kind of outlines
  directory.writeUInt16BE(count, 4);
  // What a reader may search the directory by (OpenType, table directory).
  const power = Math.floor(Math.log2(count));
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((count - 2 ** power) * 16, 10);
  let offset = directory.length;
  for (const [index, { tag, checksum, body, length }] of tables.entries()) {
    const at = headLength.sfnt + index * entryLength.sfnt;
    tag.copy(directory, at);
    checksum.copy(directory, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(length, at + 12);
    offset += body.length;
  }
  return Buffer.concat([directory, ...tables.map(({ body }) => body)]);
}

function unpackTable(woff: Buffer, entry: number) {
  const [offset, packedLength, length] = [4, 8, 12].map((part) => woff.readUInt32BE(entry + part)) as [number, number, number];
  const stored = woff.subarray(offset, offset + packedLength);
  const table = packedLength < length ? inflateSync(stored) : stored;
  if (table.length !== length) throw new Error('A table of this font is not as long as it says.');
  const body = Buffer.alloc(Math.ceil(length / 4) * 4);
  table.copy(body);
  return { tag: woff.subarray(entry, entry + 4), checksum: woff.subarray(entry + 16, entry + 20), body, length };
}
