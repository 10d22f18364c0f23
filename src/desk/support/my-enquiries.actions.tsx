import { scopeOf, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { deskWords } from '../enquiries/desk-words.ts';
import { readPlace, writePlace } from '../enquiries/inbox-place.ts';
import { enquiriesPerPage } from '../enquiries/inbox.queries.ts';
import { listOwnEnquiries } from './my-enquiries.queries.ts';
import { MyEnquiriesPage } from './pages/my-enquiries-page.tsx';

/** What the person has written from the confirmed address of their account; each leads to its own private page. */
export async function myEnquiries(visit: Visit): Promise<Response> {
  const { locale, house, url } = visit;
  const after = readPlace(url.searchParams.get('efter'));
  const found = await house.database.transaction(scopeOf(visit, 'answer-enquiry'), (tx) => listOwnEnquiries(tx, after));
  const rows = found.slice(0, enquiriesPerPage).map((row) => ({ ...row, token: house.secrets.token('enquiry', row.id) }));
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  const next = last && writePlace({ isWaiting: false, at: last.last_sent_at, id: last.id });
  return page(
    visit,
    { title: deskWords[locale].mine.title },
    <MyEnquiriesPage locale={locale} now={house.clock.now()} rows={rows} next={next} />,
  );
}
