import type { Locale } from '../ui/locale.ts';
import type { Question, Reply } from './question.ts';
import { valuesOf } from './read-reply.ts';
import { words } from './words.ts';

/** A reply in the words the person met, for reading. */
export function saidIn(question: Question, reply: Reply, locale: Locale): string[] {
  const values = valuesOf(reply, locale);
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.body.options.filter(({ id }) => values.includes(id)).map(({ text }) => text);
    case 'true-false':
      return values.map((value) => sayTruth(value === 'true', locale));
    case 'number':
      return values.map((value) => withUnit(value, question.body.unit));
    case 'short':
      return values;
  }
}

export function rightAnswers(question: Question, locale: Locale): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.body.options.filter(({ correct }) => correct).map(({ text }) => text);
    case 'true-false':
      return [sayTruth(question.body.answer, locale)];
    case 'number':
      return [withUnit(valuesOf({ number: question.body.answer }, locale)[0]!, question.body.unit)];
    case 'short':
      return question.body.accepted.slice(0, 1);
  }
}

const sayTruth = (value: boolean, locale: Locale): string => (value ? words[locale].question.yes : words[locale].question.no);
const withUnit = (number: string, unit: string | undefined): string => (unit ? `${number}\u00a0${unit}` : number);
