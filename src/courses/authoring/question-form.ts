import { randomUUID } from 'node:crypto';
import type { Question } from '../../assessment/index.ts';
import type { FieldError, FormValues } from '../../platform/read-body.ts';
import { parseNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { questionWords } from './question-words.ts';

export const kinds = ['single', 'multiple', 'true-false', 'number', 'short'] as const;
export type Kind = (typeof kinds)[number];
export const mostOptions = 8;

/** What the author says of a question; a draft's may lack its right answer until it is published. */
export type Said = { kind: Kind; prompt: string; points: number; body: object };
export type ReadQuestion = { ok: true; said: Said } | { ok: false; errors: FieldError[] };

/** Reads the form of a question. What is wrong is told at its field; what is not yet there is left to the check. */
export function readQuestion(kind: Kind, { one, all }: FormValues, locale: Locale): ReadQuestion {
  const text = questionWords[locale].question;
  const errors: FieldError[] = [];
  const words = (name: string, most: number): string => {
    const typed = (one[name] ?? '').trim();
    if (typed.length > most) errors.push({ name, text: text.tooLong(String(most)) });
    return typed;
  };
  const prompt = words('prompt', 1000);
  if (prompt === '') errors.push({ name: 'prompt', text: text.promptMissing });
  const points = Number((one['points'] ?? '').trim() || 1);
  if (!Number.isInteger(points) || points < 1 || points > 20) errors.push({ name: 'points', text: text.pointsWrong });
  const number = (name: string, blank: number | undefined, wrong: string, least = -1e12): number | undefined => {
    const typed = words(name, 40);
    const read = typed === '' ? blank : parseNumber(typed);
    if ((typed !== '' && read === undefined) || (read !== undefined && (read < least || read > 1e12))) errors.push({ name, text: wrong });
    return read;
  };
  const body = (): object => {
    switch (kind) {
      case 'single':
      case 'multiple': {
        const options = optionsOf(one, new Set(all['correct']), words);
        if (options.length < 2) errors.push({ name: 'option-1', text: text.tooFew });
        return { options };
      }
      case 'true-false':
        return {
          ...(one['answer'] === 'true' || one['answer'] === 'false' ? { answer: one['answer'] === 'true' } : {}),
          why: words('why', 1000),
        };
      case 'number': {
        const answer = number('answer', undefined, text.numberWrong);
        const unit = words('unit', 40);
        const tolerance = number('tolerance', 0, text.toleranceWrong, 0);
        return { ...(answer === undefined ? {} : { answer }), tolerance, ...(unit ? { unit } : {}), why: words('why', 1000) };
      }
      case 'short': {
        const accepted = words('accepted', 2000)
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        return { accepted: [...new Set(accepted)], why: words('why', 1000) };
      }
    }
  };
  const said = { kind, prompt, points, body: body() };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, said };
}

/** The rows that say something, in their order. A row keeps its id when its words change. */
function optionsOf(one: Record<string, string>, correct: ReadonlySet<string>, words: (name: string, most: number) => string) {
  const rows = Array.from({ length: mostOptions }, (_, index) => String(index + 1));
  return rows.flatMap((row) => {
    const text = words(`option-${row}`, 500);
    const why = words(`why-${row}`, 1000);
    if (text === '') return [];
    const id = one[`id-${row}`] ?? '';
    return [{ id: /^[0-9a-f]{8}$/.test(id) ? id : randomUUID().slice(0, 8), text, correct: correct.has(row), why }];
  });
}

/** A stored question as its form holds it. */
export function typedOf(question: Question, locale: Locale): FormValues {
  const one: Record<string, string> = { prompt: question.prompt, points: String(question.points) };
  const correct: string[] = [];
  const shown = (value: number | undefined) =>
    value === undefined ? '' : locale === 'sv' ? String(value).replace('.', ',') : String(value);
  if ('options' in question.body) {
    for (const [index, option] of question.body.options.entries()) {
      const row = String(index + 1);
      Object.assign(one, { [`id-${row}`]: option.id, [`option-${row}`]: option.text, [`why-${row}`]: option.why });
      if (option.correct) correct.push(row);
    }
  } else one['why'] = question.body.why;
  if (question.kind === 'true-false') one['answer'] = String(question.body.answer);
  if (question.kind === 'number') {
    Object.assign(one, { answer: shown(question.body.answer), tolerance: shown(question.body.tolerance), unit: question.body.unit ?? '' });
  }
  if (question.kind === 'short') one['accepted'] = question.body.accepted.join('\n');
  return { one, all: { correct } };
}
