import { Badge } from '../../../ui/badge.tsx';
import { formatDate, formatDateTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { deskWords } from '../../enquiries/desk-words.ts';
import { answerBy, stateOf } from '../../enquiries/enquiry.ts';

type Row = {
  waiting_since: Date | null;
  closed_at: Date | null;
  first_answered_at: Date | null;
  target_at: Date | null;
  assignee_id: string | null;
};

/** Where a case stands, and by when it must go on: our own target, or the law's thirty days (N-42). */
export function CaseState({ row, now, locale }: { row: Row; now: Date; locale: Locale }) {
  const text = deskWords[locale];
  const state = text.states[stateOf(row)];
  if (!row.waiting_since) {
    return (
      <span>
        <Badge>{state}</Badge>
      </span>
    );
  }
  const by = row.target_at ?? answerBy(row.waiting_since);
  const day = row.target_at ? formatDateTime(by, locale) : formatDate(by, locale);
  const isLate = by < now;
  const says = row.first_answered_at && row.target_at ? text.solve : text.answer;
  return (
    <span>
      <Badge kind={isLate ? 'problem' : 'caution'}>{state}</Badge> <span class="hint">{isLate ? says.late(day) : says.by(day)}</span>
    </span>
  );
}
