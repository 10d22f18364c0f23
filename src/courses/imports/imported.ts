import type { Question } from '../../assessment/index.ts';

/** What of a question could not come along, each said by its own sentence; `about` is what it is about. */
export type LossKind =
  | 'weights-to-whole'
  | 'weights-to-parts'
  | 'negative-weights'
  | 'partial-short'
  | 'several-numbers'
  | 'pictures'
  | 'formatting'
  | 'feedback-joined'
  | 'feedback-of-gaps'
  | 'many-options'
  | 'no-right-answer'
  | 'wildcards'
  | 'case-matters'
  | 'tolerance'
  | 'cut'
  | 'hints'
  | 'file-answer';
export type Loss = { kind: LossKind; about?: string };

/** A question that comes along. `line` is where it began in the file. */
export type Brought = { line: number; kind: Question['kind']; prompt: string; points: number; body: object; losses: Loss[] };
export type Reason =
  | 'unknown-kind'
  | 'not-closed'
  | 'empty'
  | 'no-answers'
  | 'too-few'
  | 'bad-number'
  | 'description'
  | 'bad-cloze'
  | 'category';
/** Something in the file that no question comes of, and why. */
export type LeftOut = { line: number; title: string; reason: Reason; about?: string };
export type Import = { questions: Brought[]; leftOut: LeftOut[] };

/** An answer as both formats have it. `weight` is its share of the points in percent. */
export type Answer = { text: string; weight: number; feedback: string };

/** What a person marks belongs in the final test: a page answers at once. */
export const isForTest = (kind: Question['kind']): boolean => kind === 'free' || kind === 'file';
