import { readFileSync, globSync } from 'node:fs';
import { orderField } from '../../src/ui/asked-list.ts';

const root = new URL('../../', import.meta.url);

/** The fields of every form and posted body, room by room, read from the source: schemas and drawn inputs alike. */
export function fieldsOfRooms(): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const file of globSync('src/*/**/*.{ts,tsx}', { cwd: root })) {
    const room = file.split('/')[1]!;
    if (/\.test\.|\/testing\.ts$/.test(file) || ['platform', 'ui', 'enhancements', 'commands'].includes(room)) continue;
    const text = readFileSync(new URL(file, root), 'utf8');
    for (const name of [...schemaFields(text), ...drawnFields(text)]) rooms.set(room, (rooms.get(room) ?? new Set()).add(name));
  }
  return rooms;
}

/** Names given to inputs and buttons in a page, and to the search, the filters and the order of a list. */
export function drawnFields(text: string): string[] {
  const tags = text.matchAll(
    /<(?:TextField|TextArea|FileField|Select|Choices|Checkbox|HiddenField|Submit|input|textarea|select|button)\b[^>]*?\bname="([^"]+)"/gs,
  );
  const searches = text.matchAll(/<SearchedList\b[^>]*?\bfield="([^"]+)"/gs);
  const filters = text.matchAll(/\bname: '(\w+)',\s*label:/g);
  const orders = text.includes('ListOrder') ? [orderField] : [];
  return [...[...tags, ...searches, ...filters].map((match) => match[1]!), ...orders];
}

/** The keys of every Zod object in a file. */
export function schemaFields(text: string): string[] {
  const fields: string[] = [];
  for (const match of text.matchAll(/z\s*\.\s*(?:strictObject|looseObject|object)\(\s*\{/g)) {
    fields.push(...keysOf(text, match.index + match[0].length));
  }
  return fields;
}

/** The keys of the object literal whose body begins here. */
function keysOf(text: string, from: number): string[] {
  const keys: string[] = [];
  let [depth, word, inKey] = [1, '', true];
  const settle = () => {
    if (inKey && /^\w+$/.test(word.trim())) keys.push(word.trim());
    word = '';
  };
  for (let at = from; at < text.length && depth > 0; at++) {
    const sign = text[at]!;
    if (`'"\``.includes(sign)) at = endOfQuote(text, at);
    else if ('{[('.includes(sign)) depth++;
    else if ('}])'.includes(sign)) depth--;
    else if (depth === 1 && sign === ',') {
      settle();
      inKey = true;
    } else if (depth === 1 && sign === ':') {
      settle();
      inKey = false;
    } else if (depth === 1) word += sign;
  }
  settle();
  return keys;
}

function endOfQuote(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== text[start]) at += text[at] === '\\' ? 2 : 1;
  return at;
}
