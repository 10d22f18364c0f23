import type { TokenizerAndRendererExtension, Tokens } from 'marked';
import { sha256 } from '../platform/secrets.ts';
import type { Block, Details, FileLink, Film, Image, QuestionPlace, Reflection } from './document.ts';

/**
 * What Markdown has no sign for stands between lines of colons, `:::bild <id>` to `:::`. An outer one has more colons than
 * those in it. Keys and names are written in the language of the course and read in both.
 */
export type DirectiveToken = { type: 'directive'; raw: string; node: Named; body: string };
export type Named = Image | Film | FileLink | Details | QuestionPlace | Reflection;

const names = {
  image: { sv: 'bild', en: 'image' },
  film: { sv: 'film', en: 'film' },
  sound: { sv: 'ljud', en: 'sound' },
  fileLink: { sv: 'fil', en: 'file' },
  details: { sv: 'mer', en: 'more' },
  question: { sv: 'fråga', en: 'question' },
  reflection: { sv: 'skriv', en: 'write' },
} as const;
const keys = {
  alt: { sv: 'alt', en: 'alt' },
  caption: { sv: 'bildtext', en: 'caption' },
  decorative: { sv: 'dekorativ', en: 'decorative' },
  title: { sv: 'titel', en: 'title' },
  prompt: { sv: 'uppgift', en: 'prompt' },
} as const;
type Key = keyof typeof keys;
type Language = 'sv' | 'en';

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isFileId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);
/** The name of a writing box: as short as it may be in Markdown, and unlike the others of its page. */
export const isBoxName = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
export const boxNameOf = (prompt: string): string => sha256(prompt).toString('hex').slice(0, 8);

export const directive: TokenizerAndRendererExtension = {
  name: 'directive',
  level: 'block',
  start: (text) => afterBreak(/\n:{3,}/.exec(text)),
  tokenizer(text): Tokens.Generic | undefined {
    const [opening = '', colons = '', name = '', said = ''] = /^(:{3,})[ \t]*(\p{L}+)[ \t]*([^\n]*)\n/u.exec(text) ?? [];
    const closing = colons && new RegExp(`^${colons}[ \\t]*(?:\\n|$)`, 'm').exec(text.slice(opening.length));
    if (!closing) return undefined;
    const inside = text.slice(opening.length, opening.length + closing.index).replace(/\n$/, '');
    const raw = text.slice(0, opening.length + closing.index + closing[0].length);
    const read = readNamed(name.normalize('NFC').toLowerCase(), said.trim(), inside);
    return read && { type: 'directive', raw, ...read };
  },
};

/** Only the head of a line begins a block: marked hands over a text that may begin within one. */
export const afterBreak = (found: RegExpExecArray | null): number | undefined => (found ? found.index + 1 : undefined);

/** The block of a directive, with what stands in it as blocks of its own. */
export function blockFromDirective({ node, body }: DirectiveToken, blocks: (text: string) => Block[]): Block {
  if (node.type === 'details') return { ...node, content: blocks(body) };
  if ((node.type === 'film' || node.type === 'sound') && body.trim() !== '') return { ...node, content: blocks(body) };
  return node;
}

/** Undefined when it is not whole, or says more than it can keep: then every word of it stays text. */
function readNamed(name: string, said: string, inside: string): { node: Named; body: string } | undefined {
  const type = (Object.keys(names) as (keyof typeof names)[]).find((one) => names[one].sv === name || names[one].en === name);
  if (type === 'details') return { node: { type, attrs: { summary: said }, content: [] }, body: inside };
  const { values, rest } = readKeys(inside);
  const has = (...known: Key[]) => Object.keys(values).every((key) => known.includes(key as Key));
  if (type === 'reflection') {
    const prompt = values.prompt ?? rest.replaceAll(/\s+/g, ' ').trim();
    if (!has('prompt') || (values.prompt && rest) || prompt === '' || (said && !isBoxName(said))) return undefined;
    return { node: { type, attrs: { box: said || boxNameOf(prompt), prompt } }, body: '' };
  }
  if (!type || !isFileId(said)) return undefined;
  const title = values.title ? { title: values.title } : {};
  if (type === 'film' || type === 'sound')
    return has('title') ? { node: { type, attrs: { file: said, ...title } }, body: rest } : undefined;
  if (rest !== '') return undefined;
  if (type === 'question') return has() ? { node: { type, attrs: { question: said } }, body: '' } : undefined;
  if (type === 'fileLink') return has('title') ? { node: { type, attrs: { file: said, ...title } }, body: '' } : undefined;
  if (!has('alt', 'caption', 'decorative') || (values.decorative && (values.alt || !/^(ja|yes)$/i.test(values.decorative))))
    return undefined;
  const decorative = values.decorative ? { decorative: true as const } : {};
  const caption = values.caption ? { caption: values.caption } : {};
  return { node: { type, attrs: { file: said, alt: values.alt ?? '', ...decorative, ...caption } }, body: '' };
}

/** The lines `key: value` at the head, up to the first line that is none. */
function readKeys(inside: string): { values: Partial<Record<Key, string>>; rest: string } {
  const lines = inside.split('\n');
  const values: Partial<Record<Key, string>> = {};
  while (lines.length > 0) {
    const [, name, value = ''] = /^([\p{L}]+):[ \t]*(.*)$/u.exec(lines[0]!) ?? [];
    const key = (Object.keys(keys) as Key[]).find((one) => keys[one].sv === name || keys[one].en === name);
    if (!key || values[key] !== undefined) break;
    values[key] = value.trim();
    lines.shift();
  }
  return { values, rest: lines.join('\n').replace(/^\n+/, '') };
}

/** The Markdown of a block that stands between colons; `content` is what is in it, written already. */
export function writeDirective(node: Named, language: Language, content: string): string {
  const named = names[node.type][language];
  const key = (name: Key, value: string | undefined) => (value ? [`${keys[name][language]}: ${value}`] : []);
  switch (node.type) {
    case 'image': {
      const { file, alt, decorative, caption } = node.attrs;
      const yes = decorative && (language === 'sv' ? 'ja' : 'yes');
      return fenced(`${named} ${file}`, [...key('alt', alt), ...key('decorative', yes), ...key('caption', caption)]);
    }
    case 'film':
    case 'sound':
      return fenced(`${named} ${node.attrs.file}`, [...key('title', node.attrs.title), ...(content ? ['', content] : [])]);
    case 'fileLink':
      return fenced(`${named} ${node.attrs.file}`, key('title', node.attrs.title));
    case 'details':
      return fenced(`${named} ${node.attrs.summary}`.trimEnd(), content ? [content] : []);
    case 'question':
      return fenced(`${named} ${node.attrs.question}`, []);
    case 'reflection':
      return fenced(`${named} ${node.attrs.box}`, key('prompt', node.attrs.prompt));
  }
}

function fenced(opening: string, lines: readonly string[]): string {
  const body = lines.map((line) => `${line}\n`).join('');
  const longest = Math.max(2, ...(body.match(/:{3,}/g) ?? []).map((run) => run.length));
  const colons = ':'.repeat(longest + 1);
  return `${colons}${opening}\n${body}${colons}`;
}
