import { createHash } from 'node:crypto';
import type { Gap } from '../../assessment/index.ts';
import type { Answer, Brought, LeftOut, Loss, LossKind } from './imported.ts';

export type Start = { line: number; title: string; prompt: string; why: string; points: number; losses: Loss[] };
type Made = Brought | LeftOut;

const idOf = (...words: string[]): string => createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 8);
const mostOptions = 8;
const mostPrompt = 1000;

const left = ({ line, title }: Start, reason: LeftOut['reason'], about?: string): LeftOut => ({
  line,
  title,
  reason,
  ...(about === undefined ? {} : { about }),
});

/** A text no longer than the form of a question takes. */
function within(text: string, most: number, losses: Loss[]): string {
  if (text.length <= most) return text;
  losses.push({ kind: 'cut', about: text.slice(0, 40) });
  return text.slice(0, most).toWellFormed();
}

function done(start: Start, kind: Brought['kind'], body: object, more: readonly LossKind[] = []): Made {
  if (start.prompt.trim() === '') return left(start, 'empty');
  const losses = [...start.losses, ...more.map((one): Loss => ({ kind: one }))];
  const prompt = within(start.prompt, mostPrompt, losses);
  return { line: start.line, kind, prompt, points: start.points, body, losses };
}

/** Choices: one right answer, or several that each give their share. */
export function choices(start: Start, answers: readonly Answer[], several: boolean): Made {
  if (answers.length < 2) return left(start, 'too-few');
  const losses: LossKind[] = [];
  const right = answers.filter(({ weight }) => weight > 0);
  const kind = several || right.filter(({ weight }) => weight >= 100).length > 1 ? 'multiple' : 'single';
  const isRight =
    kind === 'multiple'
      ? ({ weight }: Answer) => weight > 0
      : ({ weight }: Answer) => weight === Math.max(...right.map((one) => one.weight));
  if (right.length === 0) losses.push('no-right-answer');
  if (kind === 'single' && right.some(({ weight }) => weight < 100)) losses.push('weights-to-whole');
  const even = right.every(({ weight }) => Math.abs(weight - right[0]!.weight) < 0.01);
  if (kind === 'multiple' && !even) losses.push('weights-to-parts');
  if (answers.some(({ weight }) => weight < 0)) losses.push('negative-weights');
  if (answers.length > mostOptions) losses.push('many-options');
  const said: Loss[] = [];
  const options = answers.map((answer, index) => ({
    id: idOf('option', String(index), answer.text),
    text: within(answer.text, 500, said),
    correct: isRight(answer),
    why: within(answer.feedback || start.why, 1000, said),
  }));
  return done(
    { ...start, losses: [...start.losses, ...said] },
    kind,
    { options, ...(kind === 'multiple' ? { scoring: 'parts' } : {}) },
    losses,
  );
}

export function trueOrFalse(start: Start, answer: boolean, feedback: readonly string[]): Made {
  return done(start, 'true-false', { answer, why: whyOf(start, feedback) }, joined(start, feedback));
}

export type NumberAnswer = { answer: number; tolerance: number; weight: number; feedback: string };

export function number(start: Start, answers: readonly NumberAnswer[], unit = ''): Made {
  const best = answers.toSorted((a, b) => b.weight - a.weight)[0];
  if (!best) return left(start, 'no-answers');
  if (![best.answer, best.tolerance].every((value) => Number.isFinite(value) && Math.abs(value) <= 1e12)) return left(start, 'bad-number');
  const feedback = answers.map((one) => one.feedback);
  const { answer, tolerance } = best;
  const body = { answer, tolerance: Math.abs(tolerance), ...(unit ? { unit: unit.slice(0, 40) } : {}), why: whyOf(start, feedback) };
  return done(start, 'number', body, [...(answers.length > 1 ? ['several-numbers' as const] : []), ...joined(start, feedback)]);
}

export function short(start: Start, answers: readonly Answer[], caseMatters = false): Made {
  const right = answers.filter(({ weight, text }) => weight > 0 && text.trim() !== '');
  if (right.length === 0) return left(start, 'no-answers');
  const losses: LossKind[] = [];
  if (answers.some(({ weight }) => weight > 0 && weight < 100)) losses.push('partial-short');
  if (right.some(({ text }) => /(?<!\\)\*/.test(text))) losses.push('wildcards');
  if (caseMatters) losses.push('case-matters');
  const feedback = answers.map((answer) => answer.feedback);
  const accepted = [...new Set(right.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()))];
  return done(start, 'short', { accepted, why: whyOf(start, feedback) }, [...losses, ...joined(start, feedback)]);
}

export type Pair = { left: string; right: string };

export function matching(start: Start, pairs: readonly Pair[]): Made {
  const whole = pairs.filter((pair) => pair.left.trim() !== '' && pair.right.trim() !== '');
  if (whole.length < 2) return left(start, 'too-few');
  const rightId = (text: string) => idOf('right', text);
  const lefts = whole.map((pair, index) => ({ id: idOf('left', String(index), pair.left), text: pair.left, right: rightId(pair.right) }));
  const texts = [...new Set(pairs.map((pair) => pair.right.trim()).filter((text) => text !== ''))];
  return done(start, 'match', { lefts, rights: texts.map((text) => ({ id: rightId(text), text })), why: start.why });
}

export function blanks(start: Start, text: readonly (string | Gap)[]): Made {
  if (!text.some((part) => typeof part !== 'string')) return left(start, 'no-answers');
  return done(start, 'blanks', { text, why: start.why });
}

export const gapOf = (answers: readonly Answer[], chosen: boolean): Gap =>
  chosen
    ? { options: answers.map(({ text, weight }, index) => ({ id: idOf('gap', String(index), text), text, correct: weight >= 100 })) }
    : { accepted: answers.filter(({ weight }) => weight > 0).map(({ text }) => text) };

/** A person marks it: the rubric is the simplest one, to be refined by its author. */
export function free(start: Start): Made {
  return done(start, 'free', { longest: 2000, criteria: [], why: start.why }, []);
}

/** Feedback of single answers stands under the answer as a whole where a question has one explanation. */
const whyOf = ({ why }: Start, feedback: readonly string[]): string =>
  [...new Set([why, ...feedback].map((text) => text.trim()).filter((text) => text !== ''))].join('\n').slice(0, 1000).toWellFormed();

const joined = ({ why }: Start, feedback: readonly string[]): LossKind[] =>
  new Set([why, ...feedback].filter((text) => text.trim() !== '')).size > 1 ? ['feedback-joined'] : [];
