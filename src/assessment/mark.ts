import type { Option, Question, Reply } from './question.ts';

/** Why something is right or wrong; `about` is the option that is spoken of. */
export type Reason = { about?: string; right: boolean; why: string };
export type Mark = { correct: boolean; points: number; reasons: Reason[] };

/** Marks a reply. Points are given for a wholly right reply and for nothing less. */
export function mark(question: Question, reply: Reply): Mark {
  const { correct, reasons } = judge(question, reply);
  return { correct, points: correct ? question.points : 0, reasons };
}

function judge(question: Question, reply: Reply): { correct: boolean; reasons: Reason[] } {
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
      return judged('text' in reply && question.body.accepted.some((word) => bare(word) === bare(reply.text)), question.body.why);
  }
}

const judged = (correct: boolean, why: string) => ({ correct, reasons: [{ right: correct, why }] });

/** All that are right and only those. A right option that was left out is not given away. */
function judgeChoices(options: Option[], chosen: string[]): { correct: boolean; reasons: Reason[] } {
  const picked = new Set(chosen);
  const known = options.filter((option) => picked.has(option.id));
  const correct = known.length === picked.size && options.every((option) => option.correct === picked.has(option.id));
  return { correct, reasons: known.map((option) => ({ about: option.text, right: option.correct, why: option.why })) };
}

// 2.6 − 2.5 is a little more than 0.1 in binary; the person is not to blame.
function isClose(given: number, { answer, tolerance }: { answer: number; tolerance: number }): boolean {
  return Math.abs(given - answer) <= tolerance + 1e-9 * Math.max(1, Math.abs(answer));
}

const bare = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv');
