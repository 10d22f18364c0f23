import { gapsOf, mark, type Question, type Reply } from '../../src/assessment/index.ts';
import type { Dice } from './dice.ts';

type Marked = { response: string; correct: boolean; points: number };

/** What someone answers: right, or wrong in a way that people are. Free text and files are answered elsewhere. */
export function replyTo(question: Question, isRight: boolean, dice: Dice): Marked {
  const reply = isRight ? rightReply(question) : wrongReply(question, dice);
  const { correct, points } = mark(question, reply);
  return { response: JSON.stringify(reply), correct, points };
}

function rightReply(question: Question): Reply {
  switch (question.kind) {
    case 'single':
      return { choice: question.body.options.find(({ correct }) => correct)!.id };
    case 'multiple':
      return { choices: question.body.options.filter(({ correct }) => correct).map(({ id }) => id) };
    case 'true-false':
      return { value: question.body.answer };
    case 'number':
      return { number: question.body.answer };
    case 'short':
      return { text: question.body.accepted[0]! };
    case 'blanks':
      return {
        gaps: gapsOf(question).map((gap) => ('accepted' in gap ? gap.accepted[0]! : gap.options.find(({ correct }) => correct)!.id)),
      };
    case 'match':
      return { pairs: Object.fromEntries(question.body.lefts.map(({ id, right }) => [id, right])) };
    case 'order':
      return { places: Object.fromEntries(question.body.items.map(({ id }, index) => [id, index + 1])) };
    case 'hotspot':
      return { region: question.body.regions.find(({ correct }) => correct)!.id };
    case 'free':
    case 'file':
      throw new Error(`A ${question.kind} question has no right answer to give.`);
  }
}

function wrongReply(question: Question, dice: Dice): Reply {
  switch (question.kind) {
    case 'single':
      return { choice: dice.pick(question.body.options.filter(({ correct }) => !correct)).id };
    case 'multiple':
      return wrongChoices(question.body.options, dice);
    case 'true-false':
      return { value: !question.body.answer };
    case 'number':
      return { number: offBy(question.body, dice) };
    case 'short':
      return { text: dice.pick(unsure) };
    case 'blanks':
      return {
        gaps: gapsOf(question).map((gap) =>
          'accepted' in gap ? dice.pick(unsure) : (gap.options.find(({ correct }) => !correct)?.id ?? ''),
        ),
      };
    case 'match':
      return { pairs: turned(question.body.lefts) };
    case 'order':
      return { places: firstTwoSwapped(question.body.items) };
    case 'hotspot':
      return { region: dice.pick(question.body.regions.filter(({ correct }) => !correct)).id };
    case 'free':
    case 'file':
      return rightReply(question);
  }
}

/** What people write when they do not know. */
const unsure = ['vet inte', 'minns inte', 'osäker', 'står på sidan', 'det beror på'] as const;

/** One of the right ones and one that is not, or all: the commonest ways to miss. */
function wrongChoices(options: readonly { id: string; correct: boolean }[], dice: Dice): Reply {
  const wrong = options.filter(({ correct }) => !correct);
  const right = options.filter(({ correct }) => correct);
  if (wrong.length === 0) return { choices: right.slice(1).map(({ id }) => id) };
  const chosen = dice.share() < 0.5 ? [right[0]!, dice.pick(wrong)] : options;
  return { choices: chosen.map(({ id }) => id) };
}

function offBy({ answer, tolerance }: { answer: number; tolerance: number }, dice: Dice): number {
  const step = Math.max(Math.abs(answer) * 0.1, tolerance * 2, Number.isInteger(answer) ? 1 : 0.1);
  const wrong = answer + (dice.share() < 0.5 ? step : -step);
  return Number.isInteger(answer) ? Math.round(wrong) : Math.round(wrong * 100) / 100;
}

/** Each has what belongs with the next. */
const turned = (lefts: readonly { id: string; right: string }[]) =>
  Object.fromEntries(lefts.map(({ id }, index) => [id, lefts[(index + 1) % lefts.length]!.right]));

const firstTwoSwapped = (items: readonly { id: string }[]) =>
  Object.fromEntries(items.map(({ id }, index) => [id, index === 0 ? 2 : index === 1 ? 1 : index + 1]));
