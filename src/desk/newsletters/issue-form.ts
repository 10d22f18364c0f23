import { z } from 'zod';
import type { Operator } from '../../platform/visit.ts';
import { mentionsOthers } from '../../platform/mail/guard.ts';
import type { Locale } from '../../ui/locale.ts';
import type { Issue, IssueText } from './issue.queries.ts';
import { issueWords } from './issue-words.ts';

/** A letter as it is typed. An address of anyone but us is told of now, since no mail with it would leave (N-53). */
export function issueForm(locale: Locale, operator: Operator) {
  const text = issueWords[locale];
  const isOurs = (value: string) => !mentionsOthers(value, [operator.contactEmail, operator.dpoEmail]);
  const subject = z
    .string(text.subjectMissing)
    .trim()
    .min(1, text.subjectMissing)
    .max(150, text.subjectTooLong)
    .refine(isOurs, text.address);
  const body = z.string(text.bodyMissing).trim().min(1, text.bodyMissing).max(20_000, text.bodyTooLong).refine(isOurs, text.address);
  return z
    .object({ topic: z.uuid(text.topicMissing), subject_sv: subject, subject_en: subject, body_sv: body, body_en: body })
    .transform((form): IssueText => ({
      topicId: form.topic,
      subject: { sv: form.subject_sv, en: form.subject_en },
      body: { sv: form.body_sv, en: form.body_en },
    }));
}

export const typedFrom = (issue: Issue): Record<string, string> => ({
  topic: issue.topic_id,
  subject_sv: issue.subject_sv,
  subject_en: issue.subject_en,
  body_sv: issue.body_sv,
  body_en: issue.body_en,
});
