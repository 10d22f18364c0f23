import { purposes, type Purpose } from '../../../data-map/index.ts';
import type { ConsentReceipt } from '../choices/receipt.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { receiptWords } from './words.ts';

/** The receipt of a choice in words: what was chosen, who answers for it and what has happened since. It names nobody. */
export function ConsentText({ locale, document }: { locale: Locale; document: ConsentReceipt }) {
  const text = receiptWords[locale].choice;
  const states: Record<string, string> = text.states;
  const purpose = purposes[document.notice.id as Purpose]?.[locale];
  const until = document.validity_duration?.valid_until;
  return (
    <DefinitionList
      items={[
        { term: receiptWords[locale].issuedBy, description: document.pii_controller.name },
        { term: text.about, description: purpose ?? document.notice.id },
        { term: text.madeAt, description: formatDateTime(new Date(document.made_at), locale) },
        ...document.events.map(({ event_time, event_state }) => ({
          term: states[event_state] ?? event_state,
          description: formatDateTime(new Date(event_time), locale),
        })),
        ...(until ? [{ term: text.until, description: formatDate(new Date(until), locale) }] : []),
      ]}
    />
  );
}
