import type { Text } from './entry.ts';
import type { Store } from './store.ts';

/**
 * What leaves the house by one door: whose service it is, and which columns' words may be in it. Anything else of a person's
 * is sealed, or stays (Art. 5(1)(c), 28(3)(a); N-27).
 */
export type Outgoing = {
  /** The one file that opens the connection. */
  door: string;
  /** The supplier's service in the operator's register; left out where the receiver is the customer's own program. */
  service?: Store['service'];
  to: Text;
  columns: readonly string[];
};

export const outgoing = {
  mail: {
    door: 'src/platform/mail/transport.ts',
    service: 'mail',
    to: { sv: 'mejlservern', en: 'the mail server' },
    // The address, and in the links the random ids that they open: no name, and nothing that anyone has written.
    columns: [
      'account.email',
      'address_look.invited_id',
      'customer_contact.id',
      'mail.address',
      'mail.id',
      'challenge.id',
      'checkout.id',
      'customer_request.id',
      'customer_request.link_id',
      'data_request.id',
      'data_request.link_id',
      'enquiry.id',
      'newsletter_subscriber.ask_id',
      'newsletter_subscriber.id',
      'newsletter_subscription.id',
      'purchase.id',
    ],
  },
  mailbox: {
    door: 'src/platform/mail/inbound/fetch-mail.ts',
    service: 'mail',
    to: { sv: 'brevlådan, som bara läses och töms', en: 'the mailbox, which is only read and emptied' },
    columns: [],
  },
  backups: {
    door: 'src/privacy/backup/places/ask-bucket.ts',
    service: 'backups',
    to: { sv: 'platsen för säkerhetskopior, som får allt låst', en: 'the place of backups, which gets all of it sealed' },
    columns: [],
  },
  scanner: {
    door: 'src/courses/media/scan-file.ts',
    service: 'files',
    to: { sv: 'viruskontrollen, som får filer till kurser', en: 'the virus scanner, which gets files for courses' },
    columns: [],
  },
  notices: {
    door: 'src/privacy/suppliers/send-notice.ts',
    to: { sv: 'den leverantör som får veta om en radering', en: 'the supplier that is told of an erasure' },
    columns: ['account.email', 'former_name.email'],
  },
  webhooks: {
    door: 'src/api/webhooks/post-event.ts',
    to: { sv: 'kundens egna program', en: "the customer's own programs" },
    columns: ['enrolment.id', 'certificate.id'],
  },
} as const satisfies Record<string, Outgoing>;
