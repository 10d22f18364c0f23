import { DefinitionList } from '../../../ui/definition-list.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { deskWords } from '../desk-words.ts';
import { showNumber } from '../enquiry.ts';
import type { EnquiryRow } from '../enquiry.queries.ts';

/** What was filled in beside the message, and how long it is kept. */
export function EnquiryFacts({ enquiry, locale }: { enquiry: EnquiryRow; locale: Locale }) {
  const { facts: text, caseNumber, subject: subjectTerm } = deskWords[locale];
  const { case_number, subject, email, name, organisation, people_count, courses, created_at, due_at } = enquiry;
  const filled: [string, string][] = [
    [caseNumber, showNumber(case_number)],
    [subjectTerm, subject],
    [text.organisation, organisation],
    [text.name, name],
    [text.email, email],
    [text.people, people_count === null ? '' : formatNumber(people_count, locale)],
    [text.courses, courses],
    [text.received, formatDate(created_at, locale)],
    [text.kept, formatDate(due_at, locale)],
  ];
  return <DefinitionList items={filled.filter(([, value]) => value).map(([term, description]) => ({ term, description }))} />;
}
