import { formatNumber } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { gapsOf, type Gap, type Question, type Reply } from './question.ts';
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
    case 'free':
      return values;
    case 'hotspot':
      return question.body.regions.filter(({ id }) => values.includes(id)).map(({ label }) => label);
    case 'blanks':
      return gapsOf(question).map((gap, index) => sayGap(gap, values[index] ?? '') || '–');
    case 'match': {
      const pairs = 'pairs' in reply ? reply.pairs : {};
      return question.body.lefts.map(({ id, text }) => `${text}: ${textOf(question.body.rights, pairs[id]) ?? '–'}`);
    }
    case 'order': {
      const places = 'places' in reply ? reply.places : {};
      return question.body.items
        .filter(({ id }) => places[id])
        .toSorted((a, b) => places[a.id]! - places[b.id]!)
        .map(({ id, text }) => `${formatNumber(places[id]!, locale)}. ${text}`);
    }
    case 'file':
      return 'file' in reply ? [words[locale].file.handedIn] : [];
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
    case 'hotspot':
      return question.body.regions.filter(({ correct }) => correct).map(({ label }) => label);
    case 'blanks':
      return gapsOf(question).map((gap) => ('accepted' in gap ? (gap.accepted[0] ?? '') : rightOption(gap.options)));
    case 'match':
      return question.body.lefts.map(({ text, right }) => `${text}: ${textOf(question.body.rights, right) ?? ''}`);
    case 'order':
      return question.body.items.map(({ text }, index) => `${formatNumber(index + 1, locale)}. ${text}`);
    case 'free':
    case 'file':
      return [];
  }
}

const textOf = (options: readonly { id: string; text: string }[], id: string | undefined) => options.find((one) => one.id === id)?.text;
const sayGap = (gap: Gap, given: string): string => ('accepted' in gap ? given : (gap.options.find(({ id }) => id === given)?.text ?? ''));
const rightOption = (options: { text: string; correct: boolean }[]): string => options.find(({ correct }) => correct)?.text ?? '';
const sayTruth = (value: boolean, locale: Locale): string => (value ? words[locale].question.yes : words[locale].question.no);
const withUnit = (number: string, unit: string | undefined): string => (unit ? `${number}\u00a0${unit}` : number);
