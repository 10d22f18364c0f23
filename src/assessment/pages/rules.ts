import { formatDateTime, formatMinutes, formatNumber, formatPercent } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { pointsToPass } from '../attempt.ts';
import type { FinalTest } from '../assessment.queries.ts';
import { words } from '../words.ts';

export type Rule = { term: string; description: string };

/** Everything that the test asks of someone, told before they begin. */
export function rulesOf(test: FinalTest, used: number, locale: Locale): Rule[] {
  const text = words[locale].test;
  const { passPercent, maxPoints, leastPoints, maxAttempts, waitHours, timeLimitMinutes, extraMinutes } = test;
  const percent = formatPercent(passPercent / 100, locale);
  const isFixed = leastPoints === maxPoints;
  const limit = timeLimitMinutes === null ? null : timeLimitMinutes + extraMinutes;
  return [
    { term: text.questions, description: text.questionCount(test.questionCount) },
    {
      term: text.passMark,
      description: isFixed ? text.passPercent(percent, pointsToPass(passPercent, maxPoints), maxPoints) : text.passShare(percent),
    },
    { term: text.attempts, description: text.attemptsLeft(maxAttempts - used, maxAttempts) },
    ...(waitHours === null ? [] : [{ term: text.wait, description: text.waitHours(waitHours, formatNumber(waitHours, locale)) }]),
    { term: text.time, description: limit === null ? text.noTimeLimit : text.timeLimit(formatMinutes(limit, locale)) },
    ...(extraMinutes === 0 ? [] : [{ term: text.extra, description: text.extraTime(formatMinutes(extraMinutes, locale)) }]),
    ...openingOf(test, locale),
    { term: text.answers, description: text.answersShown[test.answersShown] },
    ...(test.markedByHand ? [{ term: text.marking, description: text.markedByHand }] : []),
    {
      term: text.connection,
      description: [text.connectionText, limit === null && !test.closesAt ? '' : text.connectionWithTime].join(' '),
    },
  ];
}

function openingOf({ opensAt, closesAt }: FinalTest, locale: Locale): Rule[] {
  const text = words[locale].test;
  const parts = [opensAt && text.opens(formatDateTime(opensAt, locale)), closesAt && text.closes(formatDateTime(closesAt, locale))].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? [] : [{ term: text.opening, description: parts.join(' ') }];
}
