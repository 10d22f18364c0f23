import { acrossCustomers } from '../../platform/database.ts';
import { replyAddress } from '../../platform/mail/inbound/reply-address.ts';
import type { MailFacts, MailTemplate, MailText } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { deskOf } from './enquiry.ts';
import { findEnquiry, hasNewerWaiting, type EnquiryRow } from './enquiry.queries.ts';
import { mailWords } from './mail-words.ts';

/** No mail here quotes or names anyone: an address in a form is not proved to be its sender's (N-53). */
export const enquiryMails = {
  'enquiry-received': aboutEnquiry((facts, { id }) => {
    const text = mailWords[facts.language].received;
    return {
      subject: text.subject,
      paragraphs: [text.why, text.link, ownLink(facts, id), ...byMail(facts), text.remove, url(facts, 'removal'), text.ignore],
      replyTo: replyToCase(facts, id),
    };
  }),
  'enquiry-answered': aboutEnquiry((facts, { id }) => {
    const text = mailWords[facts.language].answered;
    return {
      subject: text.subject,
      paragraphs: [text.why, ownLink(facts, id), ...byMail(facts), text.secret],
      replyTo: replyToCase(facts, id),
    };
  }),
  async 'enquiry-waiting'(facts) {
    const enquiry = await waitingEnquiry(facts);
    if (!enquiry) return undefined;
    const desk = deskOf(enquiry.kind);
    const text = mailWords[facts.language].waiting;
    return { subject: text.subject[desk], paragraphs: [text.why[desk], url(facts, desk === 'dpo' ? 'dpoEnquiries' : 'enquiries')] };
  },
} satisfies Record<string, MailTemplate>;

const nothing = '00000000-0000-0000-0000-000000000000';

function aboutEnquiry(make: (facts: MailFacts, enquiry: EnquiryRow) => MailText): MailTemplate {
  return async (facts) => {
    const { enquiryId = nothing } = facts.about;
    const enquiry = await facts.house.database.transaction(acrossCustomers('mail'), (tx) => findEnquiry(tx, enquiryId));
    return enquiry && make(facts, enquiry);
  };
}

/** The enquiry that still waits, unless a later one's mail tells of it. */
function waitingEnquiry({ house, about }: MailFacts): Promise<EnquiryRow | undefined> {
  return house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const enquiry = await findEnquiry(tx, about['enquiryId'] ?? nothing);
    return enquiry?.waiting_since && !(await hasNewerWaiting(tx, enquiry)) ? enquiry : undefined;
  });
}

/** The token exists only in the mail: neither the database nor the queue can open the enquiry. */
const ownLink = ({ house }: MailFacts, enquiryId: string): string =>
  house.publicUrl + href('ownEnquiry', { token: house.secrets.token('enquiry', enquiryId) });

const replyToCase = ({ house }: MailFacts, id: string): string | undefined => replyAddress(house, { kind: 'case', id });

const byMail = ({ house, language }: MailFacts): string[] => (house.mailIn ? [mailWords[language].byMail] : []);

const url = ({ house }: MailFacts, route: 'removal' | 'enquiries' | 'dpoEnquiries'): string => house.publicUrl + href(route);
