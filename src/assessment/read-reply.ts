import { parseNumber } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { gapsOf, type Question, type QuestionOf, type Reply } from './question.ts';

export type Problem =
  | 'not-an-option'
  | 'not-a-number'
  | 'too-long'
  | 'too-much'
  | 'same-place'
  | 'not-this-type'
  | 'too-large'
  | 'empty-file'
  | 'not-uploaded';
export type Read = { reply: Reply } | { blank: true } | { problem: Problem };

const longest = 300;

/** Reads what a form sent for a question. Nothing typed or chosen is blank: neither right nor wrong. */
export function readReply(question: Question, values: readonly string[]): Read {
  const typed = values.map((value) => value.trim()).filter((value) => value !== '');
  const first = typed[0];
  if (first === undefined) return { blank: true };
  switch (question.kind) {
    case 'single':
      return isOption(question.body.options, first) ? { reply: { choice: first } } : { problem: 'not-an-option' };
    case 'multiple':
      return typed.every((id) => isOption(question.body.options, id))
        ? { reply: { choices: [...new Set(typed)] } }
        : { problem: 'not-an-option' };
    case 'true-false':
      return first === 'true' || first === 'false' ? { reply: { value: first === 'true' } } : { problem: 'not-an-option' };
    case 'number':
      return readNumber(first, question.body.unit);
    case 'short':
      return first.length > longest ? { problem: 'too-long' } : { reply: { text: first } };
    case 'hotspot':
      return isOption(question.body.regions, first) ? { reply: { region: first } } : { problem: 'not-an-option' };
    case 'blanks':
      return readGaps(question, values);
    case 'match':
      return readPairs(question, typed);
    case 'order':
      return readPlaces(question, typed);
    case 'free':
      return [...first].length > question.body.longest ? { problem: 'too-much' } : { reply: { text: first } };
    case 'file':
      // A file comes by a way of its own; its form field holds nothing.
      return { problem: 'not-an-option' };
  }
}

/** What the fields hold when a stored reply is shown again, in the order of the fields where there are several to type in. */
export function valuesOf(reply: Reply | null | undefined, locale: Locale): string[] {
  if (!reply) return [];
  if ('choice' in reply) return [reply.choice];
  if ('choices' in reply) return reply.choices;
  if ('value' in reply) return [String(reply.value)];
  if ('number' in reply) return [locale === 'sv' ? String(reply.number).replace('.', ',') : String(reply.number)];
  if ('gaps' in reply) return reply.gaps;
  if ('pairs' in reply) return Object.entries(reply.pairs).map(([left, right]) => `${left}:${right}`);
  if ('places' in reply) return Object.entries(reply.places).map(([item, place]) => `${item}:${place}`);
  if ('region' in reply) return [reply.region];
  return 'text' in reply ? [reply.text] : [];
}

const isOption = (options: readonly { id: string }[], id: string): boolean => options.some((option) => option.id === id);

function readNumber(text: string, unit: string | undefined): Read {
  const withoutUnit = unit && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length) : text;
  const number = withoutUnit.length > 40 ? undefined : parseNumber(withoutUnit);
  return number === undefined ? { problem: 'not-a-number' } : { reply: { number } };
}

/** One value a gap, in their order; an empty one is a gap that is left. */
function readGaps(question: QuestionOf<'blanks'>, values: readonly string[]): Read {
  const gaps = gapsOf(question).map((gap, index) => ({ gap, given: (values[index] ?? '').trim() }));
  if (gaps.every(({ given }) => given === '')) return { blank: true };
  for (const { gap, given } of gaps) {
    if ('accepted' in gap ? given.length > longest : given !== '' && !isOption(gap.options, given))
      return { problem: 'accepted' in gap ? 'too-long' : 'not-an-option' };
  }
  return { reply: { gaps: gaps.map(({ given }) => given) } };
}

/** `left:right`, by their ids. */
function readPairs({ body }: QuestionOf<'match'>, typed: readonly string[]): Read {
  const pairs: Record<string, string> = {};
  for (const value of typed) {
    const [left = '', right = ''] = value.split(':');
    if (!isOption(body.lefts, left) || !isOption(body.rights, right)) return { problem: 'not-an-option' };
    pairs[left] = right;
  }
  return { reply: { pairs } };
}

/** `item:place`, places counted from one. */
function readPlaces({ body }: QuestionOf<'order'>, typed: readonly string[]): Read {
  const places: Record<string, number> = {};
  for (const value of typed) {
    const [item = '', place = ''] = value.split(':');
    const number = Number(place);
    if (!isOption(body.items, item) || !/^\d{1,2}$/.test(place) || number < 1 || number > body.items.length)
      return { problem: 'not-an-option' };
    places[item] = number;
  }
  const taken = Object.values(places);
  return new Set(taken).size < taken.length ? { problem: 'same-place' } : { reply: { places } };
}
