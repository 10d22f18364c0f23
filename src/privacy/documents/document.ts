import { sha256 } from '../../platform/secrets.ts';

/** The texts that are made from the map, the register and the settings, and never typed. */
export const documentKinds = [
  'privacy-policy',
  'cookies',
  'annex',
  'record-controller',
  'record-processor',
  'storage',
  'suppliers',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Text may hold links as `[words](address)`; nothing else is a mark. */
export type Block = { text: string } | { list: string[] } | { table: DocumentTable };
export type DocumentTable = { caption: string; columns: string[]; rows: string[][]; empty: string };
/** `law` says which demands of the content lists the part answers. */
export type Part = { law: string[]; title: string; blocks: Block[] };
export type Document = { kind: DocumentKind; title: string; short: string[]; parts: Part[] };
export type InBoth = { sv: Document; en: Document };

/** What the operator has typed is words, never marks. */
export const literal = (words: string): string => words.replace(/[\\[\]]/g, '\\$&');
export const link = (words: string, address: string): string => `[${literal(words)}](${address})`;
export const mailLink = (address: string): string => link(address, `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`);

/** A whole document as one text, the way a version of it is kept and compared. */
export function asText({ short, parts }: Pick<Document, 'short' | 'parts'>): string {
  return [list(short), ...parts.flatMap(({ title, blocks }) => [`## ${title}`, ...blocks.map(blockText)])].filter(Boolean).join('\n\n');
}

export function blockText(block: Block): string {
  if ('text' in block) return block.text;
  if ('list' in block) return list(block.list);
  const { columns, rows, empty } = block.table;
  if (rows.length === 0) return empty;
  return rows
    .map(([name = '', ...cells]) => `### ${name}\n\n${list(cells.map((cell, index) => `${columns[index + 1]}: ${cell}`))}`)
    .join('\n\n');
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** The text without its marks, as it is read. */
export const asRead = (text: string): string =>
  text.replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, '$1').replace(/\\([\\[\]])/g, '$1');

/** The digest of a version: of both languages together, so that neither changes alone. */
export const digestOf = (textSv: string, textEn: string): string => sha256(`${textSv}\n${textEn}`).toString('hex');
