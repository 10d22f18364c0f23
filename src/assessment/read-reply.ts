import { parseNumber } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import type { Question, Reply } from './question.ts';

export type Problem = 'not-an-option' | 'not-a-number' | 'too-long';
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
  }
}

/** What the fields hold when a stored reply is shown again. */
export function valuesOf(reply: Reply | null | undefined, locale: Locale): string[] {
  if (!reply) return [];
  if ('choice' in reply) return [reply.choice];
  if ('choices' in reply) return reply.choices;
  if ('value' in reply) return [String(reply.value)];
  if ('number' in reply) return [locale === 'sv' ? String(reply.number).replace('.', ',') : String(reply.number)];
  return 'text' in reply ? [reply.text] : [];
}

const isOption = (options: { id: string }[], id: string): boolean => options.some((option) => option.id === id);

function readNumber(text: string, unit: string | undefined): Read {
  const withoutUnit = unit && text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, -unit.length) : text;
  const number = withoutUnit.length > 40 ? undefined : parseNumber(withoutUnit);
  return number === undefined ? { problem: 'not-a-number' } : { reply: { number } };
}
