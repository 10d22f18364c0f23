import { acrossCustomers } from '../platform/database.ts';
import type { MailTemplate } from '../platform/mail/template.ts';
import { href } from '../routes.ts';
import { findTestPlace } from './mail.queries.ts';
import { markingWords } from './marking/words.ts';

/** Says that there is something to read and where; never the result, the points or who marked (N-53). */
const news =
  (what: 'result' | 'review'): MailTemplate =>
  async ({ house, language, accountId, about }) => {
    const { customer: customerId = '', course: courseId = '' } = about;
    if (!accountId) return undefined;
    const place = await house.database.transaction(acrossCustomers('mail'), (tx) => findTestPlace(tx, { customerId, courseId, accountId }));
    if (!place) return undefined;
    const text = markingWords[language].mail;
    const address = house.publicUrl + href('finalTest', { customer: place.customer, course: place.course });
    return { subject: text[what](place.title), paragraphs: [text.hello, `${text[what](place.title)}.`, text.link(address), text.why] };
  };

export const assessmentMails: Record<string, MailTemplate> = { 'test-result': news('result'), 'test-review': news('review') };
