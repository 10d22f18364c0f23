import { randomUUID } from 'node:crypto';
import { fileTypes, rubricPoints, type Criterion, type FileType, type Question } from '../../assessment/index.ts';
import type { FieldError, FormValues } from '../../platform/read-body.ts';
import { parseNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { mostRegions, type Size } from './read-hotspot.ts';
import { linesOf, readCloze, readItems, readMatching, readRubric, writeCloze, writeMatching, writeRubric } from './read-parts.ts';
import { partWords } from './part-words.ts';
import { questionWords } from './question-words.ts';

export const kinds = [
  'single',
  'multiple',
  'true-false',
  'number',
  'short',
  'blanks',
  'match',
  'order',
  'hotspot',
  'free',
  'file',
] as const;
export type Kind = (typeof kinds)[number];
/** What a person marks belongs in the final test: a page answers at once. */
export const pageKinds: readonly Kind[] = kinds.filter((kind) => kind !== 'free' && kind !== 'file');
export const mostOptions = 8;

/** What the author says of a question; a draft's may lack its right answer until it is published. */
export type Said = { kind: Kind; prompt: string; points: number; body: object };
export type ReadQuestion = { ok: true; said: Said } | { ok: false; errors: FieldError[] };

/** Reads the form of a question. What is wrong is told at its field; what is not yet there is left to the check. */
export function readQuestion(kind: Kind, { one, all }: FormValues, locale: Locale, image?: Size): ReadQuestion {
  const text = { ...questionWords[locale].question, ...partWords[locale] };
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
  const number = (name: string, blank: number | undefined, wrong: string, least = -1e12, most = 1e12): number | undefined => {
    const typed = words(name, 40);
    const read = typed === '' ? blank : parseNumber(typed);
    if ((typed !== '' && read === undefined) || (read !== undefined && (read < least || read > most))) errors.push({ name, text: wrong });
    return read;
  };
  const scoring = () => (one['scoring'] === 'whole' || one['scoring'] === 'parts' ? { scoring: one['scoring'] } : {});
  const body = (): object => {
    switch (kind) {
      case 'single':
      case 'multiple': {
        const options = optionsOf(one, new Set(all['correct']), words);
        if (options.length < 2) errors.push({ name: 'option-1', text: text.tooFew });
        return { options, ...(kind === 'multiple' ? scoring() : {}) };
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
        return { accepted: [...new Set(linesOf(words('accepted', 2000)))], why: words('why', 1000) };
      }
      case 'blanks': {
        const cloze = readCloze(words('cloze', 4000));
        if (!cloze.some((part) => typeof part !== 'string')) errors.push({ name: 'cloze', text: text.gapMissing });
        return { text: cloze, why: words('why', 1000), ...scoring() };
      }
      case 'match': {
        const matching = readMatching(words('pairs', 4000), words('decoys', 2000));
        if (!matching || matching.lefts.length < 2) errors.push({ name: 'pairs', text: text.pairsWrong });
        return { ...matching, why: words('why', 1000), ...scoring() };
      }
      case 'order': {
        const items = readItems(words('items', 4000));
        if (items.length < 2) errors.push({ name: 'items', text: text.itemsTooFew });
        return { items, why: words('why', 1000), ...scoring() };
      }
      case 'hotspot': {
        if (!image) errors.push({ name: 'file', text: text.imageMissing });
        const percent = (name: string) => number(name, undefined, text.percentWrong, 0, 100) ?? 0;
        const regions = regionsOf(one, new Set(all['correct']), words, percent);
        if (regions.length < 2) errors.push({ name: 'label-1', text: text.regionsTooFew });
        return { file: one['file'] ?? '', ...image, alt: words('alt', 500), regions, why: words('why', 1000) };
      }
      case 'free':
      case 'file': {
        const criteria = readRubric(words('rubric', 4000));
        if (criteria.some(({ levels }) => levels.length < 2)) errors.push({ name: 'rubric', text: text.rubricWrong });
        const shared = { criteria, why: words('why', 2000) };
        if (kind === 'free') return { longest: number('longest', 2000, text.longestWrong, 50, 15_000) ?? 2000, ...shared };
        const types = (Object.keys(fileTypes) as FileType[]).filter((type) => all['types']?.includes(type));
        if (types.length === 0) errors.push({ name: 'types', text: text.typesMissing });
        return { types, megabytes: number('megabytes', 10, text.megabytesWrong, 1, 20) ?? 10, ...shared };
      }
    }
  };
  const read = body();
  // What the levels give is what the question is worth.
  const worth = 'criteria' in read ? Math.max(1, rubricPoints(read.criteria as Criterion[])) : points;
  const said = { kind, prompt, points: worth, body: read };
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

type Words = (name: string, most: number) => string;

/** A region has a label; a row without one says nothing. */
function regionsOf(one: Record<string, string>, correct: ReadonlySet<string>, words: Words, percent: (name: string) => number) {
  const rows = Array.from({ length: mostRegions }, (_, index) => String(index + 1));
  return rows.flatMap((row) => {
    const label = words(`label-${row}`, 200);
    if (label === '') return [];
    const [x, y] = [percent(`x-${row}`), percent(`y-${row}`)];
    const [width, height] = [Math.min(percent(`width-${row}`) || 10, 100 - x), Math.min(percent(`height-${row}`) || 10, 100 - y)];
    return [{ id: `r${row}`, label, x, y, width, height, correct: correct.has(row) }];
  });
}

/** A stored question as its form holds it. */
export function typedOf(question: Question, locale: Locale): FormValues {
  const one: Record<string, string> = { prompt: question.prompt, points: String(question.points) };
  const correct: string[] = [];
  const shown = (value: number | undefined) =>
    value === undefined ? '' : locale === 'sv' ? String(value).replace('.', ',') : String(value);
  if ('scoring' in question.body && question.body.scoring) one['scoring'] = question.body.scoring;
  if ('why' in question.body) one['why'] = question.body.why;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      for (const [index, option] of question.body.options.entries()) {
        const row = String(index + 1);
        Object.assign(one, { [`id-${row}`]: option.id, [`option-${row}`]: option.text, [`why-${row}`]: option.why });
        if (option.correct) correct.push(row);
      }
      break;
    case 'true-false':
      one['answer'] = String(question.body.answer);
      break;
    case 'number':
      Object.assign(one, {
        answer: shown(question.body.answer),
        tolerance: shown(question.body.tolerance),
        unit: question.body.unit ?? '',
      });
      break;
    case 'short':
      one['accepted'] = question.body.accepted.join('\n');
      break;
    case 'blanks':
      one['cloze'] = writeCloze(question.body.text);
      break;
    case 'match':
      Object.assign(one, writeMatching(question.body));
      break;
    case 'order':
      one['items'] = question.body.items.map(({ text }) => text).join('\n');
      break;
    case 'hotspot':
      Object.assign(one, { file: question.body.file, alt: question.body.alt });
      for (const [index, { label, x, y, width, height, correct: isRight }] of question.body.regions.entries()) {
        const row = String(index + 1);
        Object.assign(one, { [`label-${row}`]: label, [`x-${row}`]: shown(x), [`y-${row}`]: shown(y) });
        Object.assign(one, { [`width-${row}`]: shown(width), [`height-${row}`]: shown(height) });
        if (isRight) correct.push(row);
      }
      break;
    case 'free':
      Object.assign(one, { longest: String(question.body.longest), rubric: writeRubric(question.body.criteria) });
      break;
    case 'file':
      Object.assign(one, { megabytes: String(question.body.megabytes), rubric: writeRubric(question.body.criteria) });
      return { one, all: { correct, types: question.body.types } };
  }
  return { one, all: { correct } };
}
