import { gapsOf, type Gap, type Option, type Question, type QuestionOf, type Reply } from './question.ts';

/** Which edition of the rules below an attempt was marked by; raised when a rule changes. */
export const markingRules = 1;

/** Why something is right or wrong; `about` is the option that is spoken of. */
export type Reason = { about?: string; right: boolean; why: string };
/** How many of a question's parts are right. */
export type Parts = { right: number; of: number };
export type Mark = { correct: boolean; points: number; reasons: Reason[]; parts?: Parts };
type Judged = { correct: boolean; reasons: Reason[]; parts?: Parts };

/**
 * Marks a reply by rule. A wholly right reply gives all points. Where the question gives points in parts (the default for
 * blanks, match and order; the author's choice for several choices) each right part gives its share, and the sum is rounded
 * down to whole points; a wrong choice among several takes a right one away, never below nothing. All else gives nothing.
 * Free text and files are marked by people, and get nothing here.
 */
export function mark(question: Question, reply: Reply): Mark {
  const { correct, reasons, parts } = judge(question, reply);
  const share = correct ? 1 : parts && givesParts(question) ? parts.right / parts.of : 0;
  const points = correct ? question.points : Math.floor(question.points * share);
  return { correct, points, reasons, ...(parts && givesParts(question) ? { parts } : {}) };
}

export function givesParts({ kind, body }: Pick<Question, 'kind' | 'body'>): boolean {
  if (kind !== 'multiple' && kind !== 'blanks' && kind !== 'match' && kind !== 'order') return false;
  const chosen = 'scoring' in body ? body.scoring : undefined;
  return (chosen ?? (kind === 'multiple' ? 'whole' : 'parts')) === 'parts';
}

function judge(question: Question, reply: Reply): Judged {
  switch (question.kind) {
    case 'single':
      return judgeChoices(question.body.options, 'choice' in reply ? [reply.choice] : []);
    case 'multiple':
      return judgeChoices(question.body.options, 'choices' in reply ? reply.choices : []);
    case 'true-false':
      return judged('value' in reply && reply.value === question.body.answer, question.body.why);
    case 'number':
      return judged('number' in reply && isClose(reply.number, question.body), question.body.why);
    case 'short':
      return judged('text' in reply && isAccepted(reply.text, question.body.accepted), question.body.why);
    case 'hotspot': {
      const region = 'region' in reply ? question.body.regions.find(({ id }) => id === reply.region) : undefined;
      return judged(region?.correct ?? false, question.body.why);
    }
    case 'blanks':
    case 'match':
    case 'order':
      return judgeParts(partsOf(question, reply), question.body.why);
    case 'free':
    case 'file':
      return { correct: false, reasons: [] };
  }
}

/** Each part of a question that has parts: right or not. */
export function partsOf(question: QuestionOf<'blanks' | 'match' | 'order'>, reply: Reply): boolean[] {
  switch (question.kind) {
    case 'blanks': {
      const given = 'gaps' in reply ? reply.gaps : [];
      return gapsOf(question).map((gap, index) => isFilled(gap, given[index] ?? ''));
    }
    case 'match': {
      const given = 'pairs' in reply ? reply.pairs : {};
      return question.body.lefts.map(({ id, right }) => given[id] === right);
    }
    case 'order': {
      const given = 'places' in reply ? reply.places : {};
      return question.body.items.map(({ id }, index) => given[id] === index + 1);
    }
  }
}

const judged = (correct: boolean, why: string): Judged => ({ correct, reasons: [{ right: correct, why }] });

function judgeParts(each: boolean[], why: string): Judged {
  const right = each.filter(Boolean).length;
  const correct = each.length > 0 && right === each.length;
  return { correct, reasons: [{ right: correct, why }], parts: { right, of: Math.max(1, each.length) } };
}

/** All that are right and only those. A right option that was left out is not given away. */
function judgeChoices(options: Option[], chosen: string[]): Judged {
  const picked = new Set(chosen);
  const known = options.filter((option) => picked.has(option.id));
  const correct = known.length === picked.size && options.every((option) => option.correct === picked.has(option.id));
  const right = known.filter((option) => option.correct).length;
  const wrong = picked.size - right;
  const parts = { right: Math.max(0, right - wrong), of: Math.max(1, options.filter((option) => option.correct).length) };
  return { correct, parts, reasons: known.map((option) => ({ about: option.text, right: option.correct, why: option.why })) };
}

const isFilled = (gap: Gap, given: string): boolean =>
  'accepted' in gap ? isAccepted(given, gap.accepted) : gap.options.some(({ id, correct }) => correct && id === given);

// 2.6 − 2.5 is a little more than 0.1 in binary; the person is not to blame.
function isClose(given: number, { answer, tolerance }: { answer: number; tolerance: number }): boolean {
  return Math.abs(given - answer) <= tolerance + 1e-9 * Math.max(1, Math.abs(answer));
}

const isAccepted = (text: string, accepted: string[]): boolean => accepted.some((word) => bare(word) === bare(text));

const bare = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv');
