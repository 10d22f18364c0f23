import { purposes, type Purpose } from '../../../data-map/index.ts';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import { looksShown, type LookByLink } from '../look-log/looks-by-link.ts';
import { lookWords } from '../look-log/words.ts';

export type LookedAt = 'request' | 'enquiry' | 'key' | 'invitation' | 'contact' | 'purchase';

/** Who has read what a secret link leads to: as a role and an organisation, never which person (C-579/21). */
export function LooksByLink({ looks, at, locale }: { looks: readonly LookByLink[]; at: LookedAt; locale: Locale }) {
  const text = lookWords[locale];
  return (
    <section>
      <h2>{text.title}</h2>
      <p>
        {text[at]} {looks.length > looksShown && text.latest(formatNumber(looksShown, locale))}
      </p>
      <Table
        caption={text.title}
        captionHidden
        rows={looks.slice(0, looksShown)}
        empty={text.nobody}
        columns={[
          { title: text.when, cell: (look: LookByLink) => formatDateTime(look.at, locale) },
          { title: text.who, cell: (look) => [look.unit, roleOf(look, locale)].filter(Boolean).join(', ') },
          { title: text.what, cell: (look) => whatOf(look, locale) },
          { title: text.why, cell: (look) => purposes[look.purpose as Purpose]?.[locale] ?? look.purpose },
        ]}
      />
    </section>
  );
}

/** Each desk is open to one role: the purpose and the room tell which. */
function roleOf({ room, purpose }: LookByLink, locale: Locale): string {
  const text = lookWords[locale];
  if (room === 'customers' || room === 'keys') return text.administrator;
  if (purpose === 'keep-books') return text.bookkeeper;
  if (purpose === 'sell') return text.sellers;
  return purpose === 'answer-data-subject' ? text.officer : text.support;
}

/** The columns seen, as what they are to whoever wrote it. */
function whatOf({ fields }: LookByLink, locale: Locale): string {
  const text = lookWords[locale];
  if (fields.includes('enquiry_message.body')) return text.wholeEnquiry;
  if (fields.some((field) => field.endsWith('_request.body'))) return text.wholeRequest;
  if (fields.includes('course_key.bound_email')) return text.keyLine;
  if (fields.includes('invitation_address.address')) return text.invitationLine;
  if (fields.includes('customer_contact.email')) return text.contactLine;
  if (fields.includes('purchase.given_name')) return text.wholePurchase;
  if (fields.includes('purchase.number')) return text.purchaseLine;
  if (fields.includes('voucher.counterparty')) return text.bookLineWithName;
  if (fields.includes('voucher.number')) return text.bookLine;
  return fields.includes('enquiry_file.type') ? text.file : text.list;
}
