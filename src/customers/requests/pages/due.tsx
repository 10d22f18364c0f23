import { Badge } from '../../../ui/badge.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { daysLeft, isOver, type HandedRequest } from '../request.ts';
import { handedWords } from '../words.ts';

/** The day, and how far away it is while it matters. */
export function Due({ row, now, locale }: { row: HandedRequest; now: Date; locale: Locale }) {
  const text = handedWords[locale];
  const day = formatDate(row.answer_by, locale);
  if (isOver(row.state)) return <>{day}</>;
  const left = daysLeft(row, now);
  const kind = left < 0 ? 'problem' : left <= 7 ? 'caution' : 'plain';
  return (
    <>
      {day} <Badge kind={kind}>{left < 0 ? text.late(-left) : text.left(left)}</Badge>
    </>
  );
}
