import { actorOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { deskWords } from './desk-words.ts';
import type { Desk } from './enquiry.ts';
import { readPlace, writePlace } from './inbox-place.ts';
import { enquiriesPerPage, listEnquiries } from './inbox.queries.ts';
import { fieldsOfInbox, lookAtEnquiries } from './look-at-enquiries.ts';
import { InboxPage } from './pages/inbox-page.tsx';

export const enquiries = (visit: Visit) => showInbox(visit, 'support');
export const dpoEnquiries = (visit: Visit) => showInbox(visit, 'dpo');

async function showInbox(visit: Visit, desk: Desk): Promise<Response> {
  const { locale, house } = visit;
  if (!actorOf(visit).operatorRoles.includes(desk)) throw new NotFound();
  const after = readPlace(visit.url.searchParams.get('efter'));
  const { rows, next } = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), async (tx) => {
    const found = await listEnquiries(tx, desk, after);
    const rows = found.slice(0, enquiriesPerPage);
    const ids = rows.map(({ id }) => id);
    await lookAtEnquiries(tx, visit, desk, fieldsOfInbox, ids);
    return { rows, next: found.length > rows.length ? rows.at(-1) : undefined };
  });
  const place = next && writePlace({ isWaiting: next.waiting_since !== null, at: next.last_sent_at, id: next.id });
  return page(
    visit,
    { title: deskWords[locale].inbox[desk].title, width: 'wide' },
    <InboxPage locale={locale} now={house.clock.now()} desk={desk} rows={rows} next={place} isFirst={!after} />,
  );
}
